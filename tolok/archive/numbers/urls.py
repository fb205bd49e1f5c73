from django.urls import path

from tolok.archive.numbers import views

urlpatterns = [
    path("nomor/", views.numbers, name="numbers"),
    path("nomor/ambil/", views.take_number, name="take_number"),
    path("nomor/<int:pk>/", views.number, name="number"),
    path("nomor/<int:pk>/batalkan/", views.void_number, name="void_number"),
    path("nomor/seri/", views.series, name="number_series"),
    path("nomor/seri/baru/", views.define_series, name="define_series"),
    path("nomor/seri/<int:pk>/", views.edit_series, name="edit_series"),
]
