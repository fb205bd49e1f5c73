"""Coming in, in one step or two, by a link for the first time, and going out."""

from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tolok.core.problem import Problem, RefusedError
from tolok.people import actions
from tolok.people.forms.sign_in import ChooseForm, CodeForm, SignInForm
from tolok.people.http import SignedInRequest, put_to_work
from tolok.people.models import OneTimeLink, User
from tolok.people.second_step import remember_password_was_right, waiting_for_code


class SignIn(LoginView):
    """Django's own page: tells nobody whether an address is known, follows no foreign link."""

    template_name = "people/sign_in.html"
    authentication_form = SignInForm

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        user = form.get_user()
        wanted = self.get_redirect_url()
        if user.has_second_factor():
            remember_password_was_right(self.request, user, wanted)
            return redirect("people:second_step")
        return come_in(self.request, user, wanted)


def come_in(request: HttpRequest, user: User, wanted: str) -> HttpResponse:
    """To the page one came for, else to where one begins."""
    actions.sign_in(request, user)
    put_to_work(request)  # type: ignore[arg-type]  # becomes a SignedInRequest here
    return HttpResponseRedirect(wanted or reverse("people:home"))


@sensitive_post_parameters()
@never_cache
def second_step(request: HttpRequest) -> HttpResponse:
    step = waiting_for_code(request)
    if step is None:
        return redirect("people:sign_in")
    form = CodeForm(request.POST or None)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.check_second_factor(step.user, form.cleaned_data["code"])
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            return come_in(request, step.user, step.wanted)
    page = {"form": form, "problems": problems}
    return render(request, "people/second_step.html", page, status=422 if request.POST else 200)


@sensitive_post_parameters()
@never_cache
def use_link(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link changes nothing: previews of messengers open it too (T4)."""
    link = OneTimeLink.objects.usable(timezone.now()).with_token(token).first()
    if link is None:
        return render(request, "people/link_over.html", status=404)
    form = ChooseForm(request.POST or None)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.use_link(token, form.cleaned_data["password"])
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            messages.success(request, "Kata sandi disimpan. Silakan masuk.")
            return redirect("people:sign_in")
    page = {"form": form, "problems": problems, "person": link.user}
    return render(request, "people/use_link.html", page, status=422 if request.POST else 200)


@require_POST
def sign_out(request: SignedInRequest) -> HttpResponse:
    actions.sign_out(request, request.user)
    response = redirect("people:sign_in")
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
