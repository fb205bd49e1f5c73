"""The page of settings: what one may open there."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tolok.people.http import SignedInRequest


@dataclass(frozen=True)
class SettingsPage:
    label: str
    name: str  # the URL name, as in the table of roles
    why: str

    def href(self) -> str:
        return reverse(self.name)


SETTINGS = (
    SettingsPage(
        "Unit kerja", "organisation:units", "Satuan kerja, dan kode atau nama lain untuknya."
    ),
    SettingsPage("Kop surat", "organisation:letterhead", "Kepala surat, lambang, penanda tangan."),
    SettingsPage("Orang dan jabatan", "people:users", "Siapa memegang jabatan apa, sampai kapan."),
    SettingsPage(
        "Akun yang perlu ditinjau",
        "people:stale_accounts",
        "Lama tidak dipakai, atau tanpa jabatan.",
    ),
    SettingsPage("SOP", "workflow:sops", "Diagram SOP yang dijalankan, dan SOP instansi sendiri."),
    SettingsPage(
        "Pengingat", "reminders:policy", "Kapan pemegang tugas diingatkan, dan jabatan di atasnya."
    ),
    SettingsPage("Saluran", "messages:channels", "Surel dan webhook untuk pemberitahuan."),
    SettingsPage("Jejak", "cycle:trail", "Siapa melakukan apa, dan kapan."),
)


def settings(request: SignedInRequest) -> HttpResponse:
    pages = [page for page in SETTINGS if request.may_open(page.name)]
    return render(request, "people/settings.html", {"pages": pages})
