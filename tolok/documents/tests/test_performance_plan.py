"""F3 in both orders: chapters (Kaltim) and parts a-g (Jayawijaya)."""

from dataclasses import replace

import pytest

from tolok.documents.catalogue import document
from tolok.documents.rendering.word import render_word
from tolok.documents.testing import with_other_leaves
from tolok.documents.text import text_of

PLAN = document("F3")
ALT_TEXT = ("kop.logo.description",)
LAYOUTS = pytest.mark.parametrize("layout", ["bab", "bagian"])


def lines_of(facts):
    """Without the second pass, which only adds the pages of the contents list."""
    return text_of(render_word(PLAN.template, facts).data).splitlines()


@LAYOUTS
def test_every_word_is_printed_in_either_order(layout):
    facts, changed = with_other_leaves(replace(PLAN.example(), layout=layout), str, ALT_TEXT)

    text = "\n".join(lines_of(facts))

    assert [one for one in changed if not one.is_in(text)] == []


def test_the_parts_are_those_of_jayawijaya_and_the_actions_their_annex():
    lines = lines_of(replace(PLAN.example(), layout="bagian"))

    parts = [line for line in lines if line.startswith("BAGIAN ") and not line.endswith("…")]
    assert [line.split()[1] for line in parts if len(line.split()[1]) == 1] == list("ABCDEFG")
    assert lines.index("RENCANA AKSI") > lines.index("PENUTUP")


def test_the_plan_names_the_required_field_that_no_indicator_measures():
    facts = PLAN.example()
    fewer = tuple(one for one in facts.indicators if one.field != "Tingkat Layanan")

    assert facts.uncovered == ""
    assert "Belum terwakili dan perlu dilengkapi: Tingkat Layanan." in lines_of(
        replace(facts, indicators=fewer)
    )


@LAYOUTS
def test_a_plan_just_begun_has_a_sentence_for_all_that_is_missing(layout):
    bare = replace(
        PLAN.example(),
        layout=layout,
        **dict.fromkeys(("missions", "goals", "alignment", "areas", "packages"), ()),
        **dict.fromkeys(("indicators", "actions", "mechanism", "schedule", "team"), ()),
        **dict.fromkeys(("legal_basis", "instruments", "data_columns"), ()),
    )

    lines = lines_of(bare)

    for sentence in ("Indikator belum ditetapkan.", "Rencana aksi belum disusun."):
        assert sentence in lines
