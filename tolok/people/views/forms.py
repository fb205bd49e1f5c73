"""What all pages with one form have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from tolok.core.problem import Problem, RefusedError
from tolok.people.http import SignedInRequest
from tolok.people.models import User


@dataclass(frozen=True)
class FormPage:
    """The words around the form."""

    title: str
    verb: str  # on the button
    then: str  # where it leads when it is done
    lead: str = ""
    person: User | None = None  # whose page it belongs to


def form_page(
    request: SignedInRequest, form: forms.Form, page: FormPage, act: Callable[[Any], str]
) -> HttpResponse:
    """GET shows the form; POST acts, tells what was done and goes on.

    A refusal is told on the same page, with everything as it was typed.
    """
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act(form.cleaned_data))
        except RefusedError as refusal:
            problems = refusal.problems
        else:
            return redirect(page.then)
    context = {"form": form, "page": page, "problems": problems}
    status = 422 if request.method == "POST" else 200
    return render(request, "people/form.html", context, status=status)
