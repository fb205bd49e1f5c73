from django.urls import path

from tolok.dashboards import views

app_name = "dashboards"
urlpatterns = [
    path("capaian/", views.overview, name="overview"),
    path("capaian/xlsx/", views.export_overview, name="export_overview"),
]
