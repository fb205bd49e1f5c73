from django.urls import path

from tolok.archive.batches import views

urlpatterns = [
    path("sekaligus/", views.batches, name="batches"),
    path("sekaligus/mulai/", views.start_batch, name="start_batch"),
    path("sekaligus/<int:pk>/", views.batch, name="batch"),
    path("sekaligus/<int:pk>/lanjut/", views.continue_batch, name="continue_batch"),
    path("sekaligus/<int:pk>/zip/", views.batch_zip, name="batch_zip"),
]
