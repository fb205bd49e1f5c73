from django.urls import path

from tolok.archive.issuing.views import deeds, files, papers

urlpatterns = [
    path("", papers.papers, name="papers"),
    path("unduh/", papers.export_papers, name="export_papers"),
    path("naskah/<int:pk>/", papers.paper, name="paper"),
    path("naskah/<int:pk>/fakta.json", files.paper_facts, name="paper_facts"),
    path("naskah/<int:pk>/konsep/<str:kind>/", files.paper_draft, name="paper_draft"),
    path("berkas/<int:pk>/", files.paper_file, name="paper_file"),
    path("berkas/<int:pk>/gambar/", files.paper_file_picture, name="paper_file_picture"),
    # What people do with a paper
    path("naskah/<int:pk>/terbitkan/", deeds.issue_paper, name="issue_paper"),
    path("naskah/<int:pk>/kirim/", deeds.send_outside, name="send_outside"),
    path("naskah/<int:pk>/nomor/", deeds.receive_number, name="receive_number"),
    path("naskah/<int:pk>/bertanda-tangan/", deeds.receive_signed, name="receive_signed"),
    path("naskah/<int:pk>/lampiran/", deeds.add_attachment, name="add_attachment"),
    path("naskah/<int:pk>/pdf/", deeds.add_pdf, name="add_pdf"),
    path("naskah/<int:pk>/koreksi/", deeds.correct_paper, name="correct_paper"),
    path("naskah/<int:pk>/batalkan/", deeds.void_paper, name="void_paper"),
    path("naskah/<int:pk>/buang/", deeds.discard_draft, name="discard_draft"),
]
