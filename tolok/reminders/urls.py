from django.urls import path

from tolok.reminders.views import calendars, policy, texts

app_name = "reminders"
urlpatterns = [
    path("pengaturan/pengingat/", policy.policy, name="policy"),
    path("pengaturan/pengingat/simpan/", policy.save_policy, name="save_policy"),
    path("tugas/<int:pk>/ingatkan/", texts.text, name="text"),
    path("tugas/<int:pk>/ingatkan/terkirim/", texts.log_text, name="log_text"),
    path("tugas/<int:pk>/ingatkan/jawaban/", texts.file_answer, name="file_answer"),
    path("kalender/<str:token>.ics", calendars.calendar_feed, name="calendar_feed"),
    path("akun/kalender/", calendars.calendar, name="calendar"),
    path("akun/kalender/buat/", calendars.make_calendar_link, name="make_calendar_link"),
    path("akun/kalender/cabut/", calendars.revoke_calendar_link, name="revoke_calendar_link"),
]
