from django.urls import path

from tolok.enrolment import views

app_name = "enrolment"
urlpatterns = [
    path("", views.start, name="start"),
    path("templat/", views.template, name="template"),
    path("<int:pk>/", views.preview, name="preview"),
    path("<int:pk>/impor/", views.confirm, name="confirm"),
    path("<int:pk>/buang/", views.discard, name="discard"),
]
