"""My account: my offices, my password, my second factor, where I am signed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.people import actions, totp
from tolok.people.forms.sign_in import CodeForm, OwnPasswordForm, PasswordForm
from tolok.people.http import SignedInRequest, zone_of
from tolok.people.models import SecondFactor
from tolok.people.views.forms import FormPage, form_page
from tolok.ui.qr import qr_of


def home(request: SignedInRequest) -> HttpResponse:
    """One begins with one's tasks; who never has any, with the figures; without an office, with
    one's own account, which says so."""
    if request.may_open("workflow:complete_task"):
        return redirect(reverse("workflow:inbox", query=request.GET))
    if request.may_open("dashboards:overview"):
        return redirect(reverse("dashboards:overview", query=request.GET))
    return redirect("people:account")


def account(request: SignedInRequest) -> HttpResponse:
    me = request.user
    page = {
        "offices": me.offices.with_people(),
        "certificates": me.certificates.all(),
        "sessions": me.sessions.alive(timezone.now()),
        "zone": zone_of(request),
        "this_session": request.session.session_key,
        "codes_left": me.recovery_codes.filter(used_at=None).count(),
    }
    return render(request, "people/account.html", page)


@sensitive_post_parameters()
def change_password(request: SignedInRequest) -> HttpResponse:
    form = PasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.change_password(request, request.user, form.cleaned_data["new_password1"])
        messages.success(request, "Kata sandi diganti. Sesi Anda di perangkat lain sudah ditutup.")
        return redirect("people:change_password")
    return render(request, "people/change_password.html", {"form": form})


@require_POST
def end_own_session(request: SignedInRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(request.user.sessions, pk=pk)
    actions.end_session(session, actor=request.user)
    messages.success(request, f"Sesi di {session.device} dikeluarkan.")
    return redirect("people:account")


def second_factor(request: SignedInRequest) -> HttpResponse:
    return setting_up(request, CodeForm(auto_id=True))


@require_POST
def begin_second_factor(request: SignedInRequest) -> HttpResponse:
    actions.begin_second_factor(request.user)
    return redirect("people:second_factor")


@require_POST
def confirm_second_factor(request: SignedInRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            codes = actions.confirm_second_factor(request.user, form.cleaned_data["code"])
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            return render(request, "people/recovery_codes.html", {"codes": codes})
    return setting_up(request, form, problems, status=422)


def setting_up(
    request: SignedInRequest,
    form: CodeForm,
    problems: tuple[Problem, ...] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    """The QR is shown only until the first right code."""
    factor = SecondFactor.objects.filter(user=request.user).first()
    page: dict[str, object] = {"form": form, "problems": problems, "factor": factor}
    page["zone"] = zone_of(request)
    if factor and not factor.confirmed_at:
        secret = totp.secret_of(factor.user_id, factor.salt)
        page["qr"] = qr_of(totp.address_of(secret, request.user.email))
        page["secret"] = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return render(request, "people/second_factor.html", page, status=status)


@sensitive_post_parameters()
def remove_second_factor(request: SignedInRequest) -> HttpResponse:
    def act(_: object) -> str:
        actions.remove_second_factor(request.user, actor=request.user)
        return "Faktor kedua dilepas. Masuk kini hanya dengan kata sandi."

    page = FormPage("Lepas faktor kedua", "Lepas faktor kedua", reverse("people:account"))
    return form_page(request, OwnPasswordForm(request.user, request.POST or None), page, act)


@sensitive_post_parameters()
def new_recovery_codes(request: SignedInRequest) -> HttpResponse:
    form = OwnPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid() and request.user.has_second_factor():
        codes = actions.new_recovery_codes(request.user)
        return render(request, "people/recovery_codes.html", {"codes": codes})
    page = FormPage(
        "Buat kode cadangan baru",
        "Buat kode baru",
        reverse("people:account"),
        "Kode cadangan yang lama tidak berlaku lagi.",
    )
    return render(request, "people/form.html", {"form": form, "page": page})
