from django.urls import path

from tolok.archive.piles.views import piles, sheets

urlpatterns = [
    path("tumpukan/", piles.piles, name="piles"),
    path("tumpukan/unggah/", piles.start_pile, name="start_pile"),
    path("tumpukan/<int:pk>/", piles.pile, name="pile"),
    path("tumpukan/<int:pk>/kerjakan/", piles.continue_pile, name="continue_pile"),
    path(
        "tumpukan/<int:pk>/lembar-kosong/",
        piles.set_aside_blank_sheets,
        name="set_aside_blank_sheets",
    ),
    path("tumpukan/<int:pk>/berkas/", piles.pile_file, name="pile_file"),
    path("lembar/<int:pk>/", sheets.sheet, name="sheet"),
    path("lembar/<int:pk>/gambar/", sheets.sheet_picture, name="sheet_picture"),
    path("lembar/<int:pk>/tetapkan/", sheets.assign_sheet, name="assign_sheet"),
    path("lembar/<int:pk>/sisihkan/", sheets.set_aside_sheet, name="set_aside_sheet"),
    path("lembar/<int:pk>/keluarkan/", sheets.take_out_sheet, name="take_out_sheet"),
    path("lembar/<int:pk>/kembalikan/", sheets.put_back_sheet, name="put_back_sheet"),
]
