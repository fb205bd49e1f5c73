"""Pages of meetings; the room's urls.py joins them."""

from django.urls import URLPattern, path, re_path

from tolok.outreach.meetings.views import attendance, guests, meetings, minutes
from tolok.outreach.models import Meeting

KINDS = "|".join(Meeting.Kind.values)

urlpatterns: list[URLPattern] = [
    path("rapat/", meetings.socialisation, name="socialisation"),
    path("undangan/", meetings.invitation, name="invitation"),
    path("lokakarya/", meetings.workshop, name="workshop"),
    re_path(rf"^rapat/baru/(?P<kind>{KINDS})/$", meetings.plan_meeting, name="plan_meeting"),
    path("rapat/<int:pk>/", meetings.meeting, name="meeting"),
    path("rapat/<int:pk>/ubah/", meetings.change_meeting, name="change_meeting"),
    path("rapat/<int:pk>/acara/", meetings.agenda, name="agenda"),
    path("rapat/<int:pk>/batalkan/", meetings.cancel_meeting, name="cancel_meeting"),
    path("rapat/<int:pk>/selesaikan/", meetings.complete_served, name="complete_served"),
    path("rapat/<int:pk>/undang/", guests.invite, name="invite"),
    path("rapat/tamu/<int:pk>/keluarkan/", guests.remove_guest, name="remove_guest"),
    path("rapat/<int:pk>/terkirim/", guests.mark_sent, name="mark_sent"),
    path(
        "rapat/<int:pk>/naskah/<str:code>/", guests.draft_meeting_paper, name="draft_meeting_paper"
    ),
    path("rapat/<int:pk>/bahan/", guests.add_material, name="add_material"),
    path("rapat/bahan/<int:pk>/", guests.material, name="material"),
    path("rapat/bahan/<int:pk>/hapus/", guests.remove_material, name="remove_material"),
    path("rapat/<int:pk>/hadir/", attendance.attendance, name="attendance"),
    path("rapat/<int:pk>/hadir/tambah/", attendance.add_guest_present, name="add_guest_present"),
    path("rapat/<int:pk>/qr/", attendance.open_door, name="open_door"),
    path("rapat/<int:pk>/qr/cabut/", attendance.close_door, name="close_door"),
    path("rapat/<int:pk>/terlaksana/", attendance.hold_meeting, name="hold_meeting"),
    path("rapat/<int:pk>/belum-terlaksana/", attendance.reopen_meeting, name="reopen_meeting"),
    path("rapat/<int:pk>/notula/", minutes.minutes, name="minutes"),
    path("hadir/tercatat/", attendance.checked_in, name="checked_in"),
    path("hadir/<str:token>/", attendance.check_in, name="check_in"),
]
