from django.urls import path

from tolok.planning.assignment import views as assignment
from tolok.planning.models import Action, Goal, PlannedIndicator, StrategicArea
from tolok.planning.views import (
    aims,
    baselines,
    deciding,
    indicators,
    papers,
    plan,
    rivals,
    rows,
    targets,
    versions,
)

app_name = "planning"
urlpatterns = [
    # The plan and its state
    path("", plan.plan, name="plan"),
    path("buka/", plan.open_plan, name="open_plan"),
    path("salin/", plan.copy_plan, name="copy_plan"),
    path("periksa/", plan.checks, name="checks"),
    path("ajukan/", plan.submit, name="submit_plan"),
    path("tarik/", plan.withdraw, name="withdraw_plan"),
    # The assignment
    path("penugasan/", assignment.assignment, name="assignment"),
    path("penugasan/draf/", assignment.draft_assignment, name="draft_assignment"),
    path("penugasan/terbitkan/", assignment.issue_assignment, name="issue_assignment"),
    path("penugasan/luar/", assignment.record_assignment, name="record_assignment"),
    # Goals and areas
    path("tujuan/", aims.goals, name="goals"),
    path("tujuan/visi/", aims.save_direction, name="save_direction"),
    path("tujuan/tambah/", aims.add_one_goal, name="add_goal"),
    path("tujuan/<int:pk>/", rows.edit_row, {"model": Goal}, name="edit_goal"),
    path("tujuan/<int:pk>/hapus/", rows.remove, {"model": Goal}, name="remove_goal"),
    path("area/", aims.areas, name="areas"),
    path("area/tambah/", aims.add_one_area, name="add_area"),
    path("area/<int:pk>/", rows.edit_row, {"model": StrategicArea}, name="edit_area"),
    path("area/<int:pk>/hapus/", rows.remove, {"model": StrategicArea}, name="remove_area"),
    path("area/<int:pk>/paket/", aims.area_packages, name="area_packages"),
    # Indicators, baselines, targets
    path("indikator/", indicators.indicators, name="indicators"),
    path("indikator/pilih/", indicators.choose_indicators, name="choose_indicators"),
    path("indikator/sendiri/", indicators.add_own_indicator, name="add_own_indicator"),
    path("indikator/<int:pk>/", rows.edit_row, {"model": PlannedIndicator}, name="edit_indicator"),
    path(
        "indikator/<int:pk>/hapus/",
        rows.remove,
        {"model": PlannedIndicator},
        name="remove_indicator",
    ),
    path("indikator/<int:pk>/baseline/", baselines.baseline, name="baseline"),
    path("indikator/baseline/", baselines.compute_baselines, name="compute_baselines"),
    path("target/", targets.targets, name="targets"),
    path("target/<int:pk>/", targets.save_targets, name="save_targets"),
    path("target/<int:pk>/bantuan/", targets.target_help, name="target_help"),
    # Actions
    path("aksi/", indicators.plan_actions, name="actions"),
    path("aksi/tambah/<int:pk>/", indicators.add_action, name="add_action"),
    path("aksi/<int:pk>/", rows.edit_row, {"model": Action}, name="edit_action"),
    path("aksi/<int:pk>/hapus/", rows.remove, {"model": Action}, name="remove_action"),
    # What is left open by others
    path("tulisan/<int:pk>/selesai/", rivals.settle_one_rival, name="settle_rival"),
    path("catatan/<int:pk>/selesai/", rows.settle_one_note, name="settle_note"),
    # The decision
    path("persetujuan/", deciding.approval, name="approval"),
    path("persetujuan/setuju/", deciding.approve, name="approve_plan"),
    path("persetujuan/kembalikan/", deciding.return_for_repair, name="return_plan"),
    path("persetujuan/kertas/", deciding.record_decision, name="record_decision"),
    # Papers
    path("naskah/", papers.papers, name="papers"),
    path("naskah/<str:code>/konsep/", papers.paper_preview, name="paper_preview"),
    path("naskah/<str:code>/draf/", papers.draft, name="draft_papers"),
    # Versions
    path("versi/", versions.all_versions, name="versions"),
    path("versi/baru/", versions.new_version, name="new_version"),
    path("versi/banding/", versions.compare, name="compare"),
    path("versi/<int:number>/", versions.one_version, name="version"),
]
