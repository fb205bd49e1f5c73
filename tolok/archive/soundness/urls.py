from django.urls import path

from tolok.archive.soundness import views

urlpatterns = [
    path("rusak/", views.damaged_files, name="damaged_files"),
]
