from django.urls import path

from tolok.people import views

app_name = "people"
urlpatterns = [
    path("masuk/", views.SignIn.as_view(), name="sign_in"),
    path("keluar/", views.sign_out, name="sign_out"),
    path("akun/kata-sandi/", views.change_password, name="change_password"),
    path("pengaturan/", views.settings, name="settings"),
    path("pengaturan/pengguna/", views.users, name="users"),
]
