from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tolok.people import actions
from tolok.people.forms import PasswordForm, SignInForm
from tolok.people.http import SignedInRequest
from tolok.people.models import User


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
    SettingsPage("Pengguna", "people:users", "Siapa memegang jabatan apa, sampai kapan."),
    SettingsPage("Jejak", "cycle:trail", "Siapa melakukan apa, dan kapan."),
)


class SignIn(LoginView):
    """Django's own page: tells nobody whether an address is known, follows no foreign link."""

    template_name = "people/sign_in.html"
    authentication_form = SignInForm

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        actions.sign_in(self.request, form.get_user())
        return HttpResponseRedirect(self.get_success_url())


@require_POST
def sign_out(request: SignedInRequest) -> HttpResponse:
    actions.sign_out(request, request.user)
    return redirect("people:sign_in")


@sensitive_post_parameters()
def change_password(request: SignedInRequest) -> HttpResponse:
    form = PasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.change_password(request, request.user, form.cleaned_data["new_password1"])
        messages.success(request, "Kata sandi diganti. Sesi Anda di perangkat lain sudah ditutup.")
        return redirect("people:change_password")
    return render(request, "people/change_password.html", {"form": form})


def settings(request: SignedInRequest) -> HttpResponse:
    pages = [page for page in SETTINGS if request.may_open(page.name)]
    return render(request, "people/settings.html", {"pages": pages})


def users(request: SignedInRequest) -> HttpResponse:
    everyone = User.objects.visible_to(request.user).with_offices_seen_by(request.user)
    return render(request, "people/users.html", {"users": everyone})
