from django.urls import path

from tolok.archive.keeping.views import data, disposals, schedule

urlpatterns = [
    path("arsip/", data.keepings, name="keepings"),
    path("arsip/unduh/", data.export_keepings, name="export_keepings"),
    path("arsip/daftar/", data.draft_archive_list, name="draft_archive_list"),
    path("naskah/<int:pk>/arsip/", data.edit_keeping, name="edit_keeping"),
    # The retention schedule
    path("retensi/", schedule.retention_classes, name="retention_classes"),
    path("retensi/baru/", schedule.add_retention_class, name="add_retention_class"),
    path("retensi/<int:pk>/", schedule.edit_retention_class, name="edit_retention_class"),
    # Destroying papers
    path("pemusnahan/", disposals.disposals, name="disposals"),
    path("pemusnahan/usul/", disposals.propose_disposal, name="propose_disposal"),
    path("pemusnahan/<int:pk>/", disposals.disposal, name="disposal"),
    path(
        "pemusnahan/<int:pk>/setujui/",
        disposals.decide,
        {"outcome": "decide"},
        name="decide_disposal",
    ),
    path(
        "pemusnahan/<int:pk>/tolak/",
        disposals.decide,
        {"outcome": "refuse"},
        name="refuse_disposal",
    ),
    path(
        "pemusnahan/<int:pk>/tarik/",
        disposals.decide,
        {"outcome": "withdraw"},
        name="withdraw_disposal",
    ),
]
