from django.urls import path

from tolok.enrolment import views

app_name = "enrolment"
urlpatterns = [
    path("", views.start_enrolment, name="start_enrolment"),
    path("templat/", views.enrolment_template, name="enrolment_template"),
    path("<int:pk>/", views.enrolment, name="enrolment"),
    path("<int:pk>/impor/", views.confirm_enrolment, name="confirm_enrolment"),
    path("<int:pk>/buang/", views.discard_enrolment, name="discard_enrolment"),
]
