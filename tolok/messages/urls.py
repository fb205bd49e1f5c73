from django.urls import path

from tolok.messages.views import channels, own

app_name = "messages"
urlpatterns = [
    # About oneself
    path("pemberitahuan/", own.messages, name="messages"),
    path("pemberitahuan/<int:pk>/dibaca/", own.mark_read, name="mark_read"),
    path("pemberitahuan/semua-dibaca/", own.mark_all_read, name="mark_all_read"),
    path("akun/pemberitahuan/", own.choice, name="choice"),
    # The agency's channels
    path("pengaturan/saluran/", channels.channels, name="channels"),
    path("pengaturan/saluran/surel/", channels.save_email, name="save_email"),
    path("pengaturan/saluran/surel/percobaan/", channels.try_email, name="try_email"),
    path("pengaturan/saluran/surel/matikan/", channels.turn_off_email, name="turn_off_email"),
    path("pengaturan/saluran/webhook/", channels.save_webhook, name="save_webhook"),
    path("pengaturan/saluran/webhook/percobaan/", channels.try_webhook, name="try_webhook"),
    path("pengaturan/saluran/webhook/matikan/", channels.turn_off_webhook, name="turn_off_webhook"),
    path("pengaturan/saluran/catatan/", channels.deliveries, name="deliveries"),
]
