from django.urls import path

from tolok.archive.issuances import views

urlpatterns = [
    path("terbitkan/", views.ask_issuance, name="ask_issuance"),
    path("terbitkan/mulai/", views.start_issuance, name="start_issuance"),
    path("terbitkan/<int:pk>/", views.issuance, name="issuance"),
    path("terbitkan/<int:pk>/lanjut/", views.continue_issuance, name="continue_issuance"),
]
