"""Strangers, forged forms (T16) and fields nobody asked for (T27), against every route."""

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import models, transaction
from django.test import Client
from django.urls import resolve, reverse

import tolok
from tests.permissions.asking import only_named
from tests.permissions.objects import OBJECTS
from tests.permissions.offices import EVERYWHERE
from tests.permissions.page_forms import forms_in
from tests.permissions.test_matrix import (
    BEHIND_THE_SIGN_IN,
    COSTLY,
    METHODS,
    ROUTES,
    Place,
    addresses,
    filled,
)
from tolok.people.pages.reading import READERS
from tolok.people.pages.writing import WRITERS
from tolok.people.permissions import PUBLIC, may_open

pytestmark = pytest.mark.django_db


def test_a_stranger_is_sent_to_sign_in_wherever_he_knocks(world):
    stranger, wrong = Client(), []
    sign_in = reverse(settings.LOGIN_URL)

    for name in BEHIND_THE_SIGN_IN:
        address = filled(name).address(name, world.own)
        for method in METHODS:
            answer = stranger.generic(method, address)
            if answer.status_code != 302 or not answer["Location"].startswith(f"{sign_in}?next="):
                wrong.append(f"{method} {name}: {answer.status_code}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_a_public_page_reads_and_takes_forms_and_does_nothing_else(name, world):
    address = filled(name).address(name, world.own)

    answers = {method: Client().generic(method, address).status_code for method in METHODS}

    assert answers["GET"] in (200, 302, 404)
    assert answers["POST"] in (200, 302, 404, 405, 422)
    assert {answers[method] for method in ("PUT", "PATCH", "DELETE", "OPTIONS")} == {405}


def test_what_belongs_to_another_agency_looks_like_what_is_not_there(world):
    """The same status, headers and bytes: nobody learns that a number is taken."""
    wrong = []

    for name in sorted(set(OBJECTS) - PUBLIC):
        places = addresses(name, world)
        asker = next(one for one in world.askers.values() if may_open(one.roles, name))
        if Place.OTHER_AGENCY in places and not asker.everywhere:
            for method in ("GET", "POST"):
                told = [
                    as_told(world.pages.answer(asker.person, method, places[place]))
                    for place in (Place.OTHER_AGENCY, Place.MISSING)
                ]
                if told[0] != told[1]:
                    wrong.append(f"{method} {name}: {told}")

    assert not wrong, "\n".join(wrong)


def as_told(answer):
    return answer.status_code, dict(answer.headers), answer.content


# Answers whoever asks and changes nothing, so there is nothing to forge
WITHOUT_TOKEN = {"verification:paper"}


@pytest.fixture
def all_seeing(world):
    """The administrator of the deployment, whose every form would be taken."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.askers[EVERYWHERE].person)
    return client


def test_t16_no_form_is_taken_without_its_token(world, all_seeing):
    logging.getLogger("django.security.csrf").setLevel(logging.CRITICAL)
    told = {name: all_seeing.post(filled(name).address(name, world.own)) for name in sorted(ROUTES)}

    taken = {name for name, answer in told.items() if "403_csrf.html" not in drawn_from(answer)}
    assert taken == WITHOUT_TOKEN
    assert {answer.status_code for name, answer in told.items() if name not in taken} == {403}


def drawn_from(answer):
    return {template.name for template in answer.templates}


def test_t16_only_what_changes_nothing_asks_for_no_token(world):
    exempt = {
        name for name in ROUTES if getattr(resolve(path_of(name, world)).func, "csrf_exempt", False)
    }

    assert exempt == WITHOUT_TOKEN


def path_of(name, world):
    return filled(name).address(name, world.own).partition("?")[0]


def test_t16_no_page_stands_in_a_frame_and_t26_none_is_kept(world, all_seeing):
    wrong = []

    with only_named():
        for name in sorted(READERS.keys() - COSTLY):
            answer = all_seeing.get(filled(name).address(name, world.own))
            told = answer.headers
            answer.close()
            framed = "frame-ancestors 'none'" not in told.get("Content-Security-Policy", "")
            if framed or told.get("X-Frame-Options") != "DENY":
                wrong.append(f"{name} may be framed")
            if "no-store" not in told.get("Cache-Control", ""):
                wrong.append(f"{name} is kept by the browser")
            if told.get("X-Content-Type-Options") != "nosniff":
                wrong.append(f"{name} may be taken for something else")

    assert not wrong, "\n".join(wrong)


# --- T27: fields that no form asks for

TRIED = {
    "status": "disetujui",
    "owner": "1",
    "score": "100",
    "agency": "1",
    "agency_id": "1",
    "role": "administrator",
    "is_active": "",
    "approved_by": "1",
    "approved_at": "2020-01-01",
    "decided_by": "1",
    "decision": "accepted",
}


def test_t27_a_field_no_form_asks_for_changes_nothing(world):
    """Each form is posted as its page shows it, then with every other column of its object."""
    wrong, taken = [], 0
    known = every_form(world)

    for name in sorted(WRITERS.keys() & OBJECTS.keys() - COSTLY):
        found = getattr(world.own, OBJECTS[name].example or "agency")
        if not isinstance(found, models.Model):
            continue
        address = OBJECTS[name].address(name, world.own)
        fields = known.get(address, {})
        asker = next(one for one in world.askers.values() if may_open(one.roles, name))
        plain, status = outcome(world, asker, address, found, fields)
        extra, _ = outcome(world, asker, address, found, not_asked_for(found, fields) | fields)
        taken += status == 302
        if plain != extra:
            wrong.append(f"{name}: {[key for key in plain if plain[key] != extra[key]]}")

    assert not wrong, "\n".join(wrong)
    assert taken > 40, "most forms were refused as they stood, so nothing was tried"


def every_form(world) -> Mapping[str, Mapping[str, list[str]]]:
    """Address -> the fields of the form that is posted there, from the pages of all objects."""
    found = {}
    for name in sorted(OBJECTS.keys() - PUBLIC - COSTLY):
        address = OBJECTS[name].address(name, world.own)
        asker = next(one for one in world.askers.values() if may_open(one.roles, name))
        answer = world.pages.answer(asker.person, "GET", address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            for form in forms_in(answer.content.decode(), address):
                found.setdefault(form.action, form.fields)
    return found


def outcome(world, asker, address, found, fields):
    """What became of the object, column by column; then it is undone."""
    with transaction.atomic(), only_named():
        status = world.pages.answer(asker.person, "POST", address, fields).status_code
        values = type(found).objects.filter(pk=found.pk).values().first() or {}
        transaction.set_rollback(True)
    moments = [one.name for one in found._meta.fields if isinstance(one, models.DateTimeField)]
    return {key: value for key, value in values.items() if key not in moments}, status


def not_asked_for(found, fields):
    """Every column of the object that the form does not hold, with a value of its kind."""
    columns = {}
    for column in found._meta.concrete_fields:
        value = of_another_kind(column, found)
        columns |= {column.name: value, column.attname: value}
    return {name: value for name, value in (TRIED | columns).items() if name not in fields}


def of_another_kind(column, found):
    now = getattr(found, column.attname)
    if column.choices:
        return next((str(key) for key, _ in column.flatchoices if key != now), "lain")
    if isinstance(column, models.BooleanField):
        return "" if now else "on"
    if isinstance(column, models.DateField):
        return "2001-01-01"
    if isinstance(column, models.ForeignKey | models.IntegerField | models.DecimalField):
        return str((now or 1) + 1)
    return "T27"


# --- Values nobody types

NAMES_READ = re.compile(
    r"""(?:GET|POST)\.get(?:list)?\(\s*"([\w-]+)"|^ {4}(\w+) = (?:forms\.|\w*Field|\w+_lines?\()""",
    re.MULTILINE,
)
MORE = ("9" * 30, "-1", "²", "' OR 1=1 --", "../../etc/passwd", "{{7*7}}")
UNTYPED = ("9" * 5000, *(pytest.param(value, marks=pytest.mark.slow) for value in MORE))


def names_read():
    """Every field that some page or form of the project reads."""
    found = {
        name
        for path in Path(tolok.__file__).parent.rglob("*.py")
        if "tests" not in path.parts
        for names in NAMES_READ.findall(path.read_text(encoding="utf-8"))
        for name in names
    }
    return sorted(found - {"", "instansi", "tahun"})


@pytest.mark.parametrize("value", UNTYPED, ids=lambda value: value[:9])
def test_no_value_breaks_a_page(world, value):
    """Whatever comes is read, refused or not found; an error would rise here."""
    everything = {name: [value] for name in names_read()}
    query = urlencode(everything, doseq=True)

    with only_named():
        for name in sorted(set(ROUTES) - PUBLIC - COSTLY):
            asker = next(one for one in world.askers.values() if may_open(one.roles, name))
            address = path_of(name, world)
            with transaction.atomic():
                if name in WRITERS:
                    world.pages.answer(asker.person, "POST", address, everything)
                else:
                    world.pages.answer(asker.person, "GET", f"{address}?{query}")
                transaction.set_rollback(True)
