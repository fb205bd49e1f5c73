from django.urls import path

from tolok.people.views import access, account, offices, persons, settings, sign_in

PERSON = "pengaturan/pengguna/<int:pk>"
OFFICE = "pengaturan/jabatan/<int:pk>"

app_name = "people"
urlpatterns = [
    path("", account.home, name="home"),
    # Coming in and going out
    path("masuk/", sign_in.SignIn.as_view(), name="sign_in"),
    path("masuk/kode/", sign_in.second_step, name="second_step"),
    path("undangan/<str:token>/", sign_in.use_link, name="use_link"),
    path("keluar/", sign_in.sign_out, name="sign_out"),
    # About oneself
    path("akun/", account.account, name="account"),
    path("akun/kata-sandi/", account.change_password, name="change_password"),
    path("akun/sesi/<int:pk>/keluarkan/", account.end_own_session, name="end_own_session"),
    path("akun/faktor-kedua/", account.second_factor, name="second_factor"),
    path("akun/faktor-kedua/pasang/", account.begin_second_factor, name="begin_second_factor"),
    path(
        "akun/faktor-kedua/pastikan/", account.confirm_second_factor, name="confirm_second_factor"
    ),
    path("akun/faktor-kedua/lepas/", account.remove_second_factor, name="remove_second_factor"),
    path("akun/kode-cadangan/", account.new_recovery_codes, name="new_recovery_codes"),
    # Settings, and persons
    path("pengaturan/", settings.settings, name="settings"),
    path("pengaturan/pengguna/", persons.users, name="users"),
    path("pengaturan/pengguna/baru/", persons.add_user, name="add_user"),
    path("pengaturan/pengguna/tinjau/", persons.stale_accounts, name="stale_accounts"),
    path(
        "pengaturan/pengguna/faktor-kedua/",
        persons.require_second_factor,
        name="require_second_factor",
    ),
    path(f"{PERSON}/", persons.user, name="user"),
    path(f"{PERSON}/data/", persons.describe_person, name="describe_person"),
    path(f"{PERSON}/sertifikat/", persons.add_certificate, name="add_certificate"),
    path(
        "pengaturan/sertifikat/<int:pk>/hapus/",
        persons.remove_certificate,
        name="remove_certificate",
    ),
    # How a person comes in
    path(f"{PERSON}/tautan/", access.make_link, name="make_link"),
    path("pengaturan/tautan/<int:pk>/cabut/", access.revoke_link, name="revoke_link"),
    path("pengaturan/sesi/<int:pk>/keluarkan/", access.end_session, name="end_session"),
    path(f"{PERSON}/lepas-faktor-kedua/", access.remove_factor_of, name="remove_factor_of"),
    path(f"{PERSON}/tutup/", access.close_account, name="close_account"),
    path(f"{PERSON}/buka/", access.open_account, name="open_account"),
    # Offices
    path(f"{PERSON}/jabatan/", offices.give_office, name="give_office"),
    path(f"{OFFICE}/plt-plh/", offices.stand_in, name="stand_in"),
    path(f"{OFFICE}/akhiri/", offices.end_office, name="end_office"),
    path(f"{OFFICE}/serah-terima/", offices.hand_over, name="hand_over"),
    path(f"{OFFICE}/pengganti/", offices.name_substitute, name="name_substitute"),
    path("pengaturan/serah-terima/<int:pk>/", offices.hand_over_record, name="hand_over_record"),
]
