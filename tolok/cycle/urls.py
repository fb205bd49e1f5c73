from django.urls import path

from tolok.cycle import views

app_name = "cycle"
urlpatterns = [path("", views.trail, name="trail")]
