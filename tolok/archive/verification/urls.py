from django.urls import path

from tolok.archive.verification import views

app_name = "verification"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("<str:code>", views.paper, name="paper"),
]
