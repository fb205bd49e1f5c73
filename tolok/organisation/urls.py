from django.urls import path

from tolok.organisation import views

app_name = "organisation"
urlpatterns = [
    path("", views.units, name="units"),
    path("padanan/", views.add_alias, name="add_alias"),
    path("padanan/<int:pk>/hapus/", views.remove_alias, name="remove_alias"),
]
