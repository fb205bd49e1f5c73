from django.urls import path

from tolok.archive.matrix import views

urlpatterns = [
    path("kelengkapan/", views.matrix, name="matrix"),
    path("kelengkapan/unduh/", views.export_matrix, name="export_matrix"),
]
