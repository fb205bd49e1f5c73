from django.urls import include, path

app_name = "outreach"
urlpatterns = [
    path("edaran/", include("tolok.outreach.circular.urls")),
    path("", include("tolok.outreach.meetings.urls")),
]
