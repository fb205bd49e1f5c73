from django.urls import path

from tolok.archive.evidence import views

urlpatterns = [
    path("bukti-dukung/", views.evidence, name="evidence"),
    path("bukti-dukung/zip/", views.evidence_pack, name="evidence_pack"),
]
