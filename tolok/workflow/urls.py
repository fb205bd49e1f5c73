from django.urls import path

from tolok.workflow.views import inbox, items, sops, tasks, year

app_name = "workflow"
urlpatterns = [
    path("tugas/", inbox.inbox, name="inbox"),
    path("tugas/<int:pk>/", tasks.task, name="task"),
    path("tugas/<int:pk>/selesai/", tasks.complete_task, name="complete_task"),
    path("tugas/<int:pk>/kembalikan/", tasks.return_task, name="return_task"),
    path("tugas/<int:pk>/serahkan/", tasks.hand_to, name="hand_to"),
    path("tugas/<int:pk>/batas-waktu/", tasks.set_due, name="set_due"),
    path("tugas/<int:pk>/batalkan/", tasks.undo_last, name="undo_last"),
    path("tugas/<int:pk>/kertas/", tasks.record_paper_decision, name="record_paper_decision"),
    path("tugas/<int:pk>/berkas/", tasks.add_file, name="add_file"),
    path("tugas/berkas/<int:pk>/", tasks.task_file, name="task_file"),
    path("tugas/kertas/<int:pk>/", tasks.paper_decision_file, name="paper_decision_file"),
    path("tugas/catatan/<int:pk>/", tasks.close_note, name="close_note"),
    path("tugas/kelengkapan/<int:pk>/", items.meet_requirement, name="meet_requirement"),
    path("tugas/kelengkapan/<int:pk>/berkas/", items.item_file, name="item_file"),
    path("tugas/penyimpangan/<int:pk>/", items.explain_deviation, name="explain_deviation"),
    path("tahun/", year.year, name="year"),
    path("tahun/unduh/", year.export_year, name="export_year"),
    path("tahun/mulai/", year.start_run, name="start_run"),
    path("pengaturan/sop/", sops.sops, name="sops"),
    path("pengaturan/sop/terbitkan/", sops.publish_sop, name="publish_sop"),
    path("pengaturan/sop/<str:sha256>/", sops.sop, name="sop"),
    path("pengaturan/sop/<str:sha256>/diagram/", sops.sop_diagram, name="sop_diagram"),
]
