from django.urls import path

from tolok.outreach.circular.views import (
    addressee,
    answers,
    board,
    circular,
    deliveries,
    receiving,
)

UNIT = "penerima/<int:pk>"

urlpatterns = [
    # The letter
    path("", circular.circular, name="circular"),
    path("simpan/", circular.save_circular, name="save_circular"),
    path("konsep/", circular.circular_preview, name="circular_preview"),
    path("terbitkan/", circular.issue_circular, name="issue_circular"),
    path("surat/", circular.circular_letter, name="circular_letter"),
    path("selesai/", circular.complete_circular, name="complete_circular"),
    # All units
    path("penerima/", board.receipts, name="receipts"),
    path("penerima/unduh/", board.export_receipts, name="export_receipts"),
    path("penerima/susun/", board.list_units, name="list_units"),
    path("penerima/kirim/", board.send_to_inbox, name="send_to_inbox"),
    path("penerima/pesan/", board.prepare_messages, name="prepare_messages"),
    path("penerima/sudah-dikirim/", board.confirm_all_sent, name="confirm_all_sent"),
    # One unit
    path(f"{UNIT}/", addressee.addressee, name="addressee"),
    path(f"{UNIT}/kontak/", addressee.save_contact, name="save_contact"),
    path(f"{UNIT}/tidak-dikirimi/", addressee.leave_out, name="leave_out"),
    path(f"{UNIT}/kembalikan/", addressee.put_back, name="put_back"),
    path(f"{UNIT}/kirim/", deliveries.send_one_to_inbox, name="send_one_to_inbox"),
    path(f"{UNIT}/pesan/", deliveries.prepare_message, name="prepare_message"),
    path(f"{UNIT}/cabut/", deliveries.revoke_links, name="revoke_links"),
    path(f"{UNIT}/kertas/", deliveries.record_paper_delivery, name="record_paper_delivery"),
    path(f"{UNIT}/tanda-terima/", answers.record_paper_receipt, name="record_paper_receipt"),
    path(f"{UNIT}/tanda-terima/tarik/", answers.undo_receipt, name="undo_receipt"),
    path("kiriman/<int:pk>/sudah-dikirim/", deliveries.confirm_sent, name="confirm_sent"),
    path("kiriman/<int:pk>/pindaian/", deliveries.delivery_scan, name="delivery_scan"),
    path("tanda-terima/<int:pk>/pindaian/", answers.receipt_scan, name="receipt_scan"),
    path("ppk/<int:pk>/", answers.decide_ppk, name="decide_ppk"),
    # The units themselves
    path("masuk/", receiving.received, name="received"),
    path("masuk/<int:pk>/", receiving.acknowledge, name="acknowledge"),
    path("terima/<str:token>/", receiving.receive, name="receive"),
    path("terima/<str:token>/surat/", receiving.receive_letter, name="receive_letter"),
]
