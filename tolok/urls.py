from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("tolok.dashboards.urls")),
    path("", include("tolok.people.urls")),
    path("indikator/", include("tolok.measurement.urls")),
    path("pengaturan/", include("tolok.organisation.urls")),
    path("data/", include("tolok.registry.urls")),
    path("pengaturan/impor-orang/", include("tolok.enrolment.urls")),
    path("rencana/", include("tolok.planning.urls")),
    path("sosialisasi/", include("tolok.outreach.urls")),
    path("", include("tolok.workflow.urls")),
    path("dokumen/", include("tolok.archive.urls")),
    path("v/", include("tolok.archive.verification.urls")),
    path("pengaturan/", include("tolok.cycle.urls")),
    path("", include("tolok.messages.urls")),
    path("", include("tolok.reminders.urls")),
]
