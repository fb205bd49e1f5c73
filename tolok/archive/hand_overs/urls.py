from django.urls import path

from tolok.archive.hand_overs import views

urlpatterns = [
    path("serah-terima/<int:pk>/draf/", views.draft_hand_over, name="draft_hand_over"),
]
