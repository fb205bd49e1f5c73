from django.urls import path

from tolok.organisation import letterhead_views, views

app_name = "organisation"
urlpatterns = [
    path("unit-kerja/", views.units, name="units"),
    path("unit-kerja/padanan/", views.add_alias, name="add_alias"),
    path("unit-kerja/padanan/<int:pk>/hapus/", views.remove_alias, name="remove_alias"),
    path("kop-surat/", letterhead_views.letterhead, name="letterhead"),
    path("kop-surat/simpan/", letterhead_views.save_letterhead, name="save_letterhead"),
]
