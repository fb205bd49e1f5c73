"""F4: sums of what is there, one part for one respondent, rows for a pen."""

from dataclasses import replace
from decimal import Decimal

from tolok.documents.catalogue import document
from tolok.documents.facts import Missing
from tolok.documents.rendering.word import render_word
from tolok.documents.text import text_of

FORM = document("F4")


def words_of(facts):
    return text_of(render_word(FORM.template, facts).data)


def test_a_contract_without_a_value_is_left_out_of_the_sums():
    facts = FORM.example()
    known = [row.value for row in facts.contracts if not isinstance(row.value, Missing)]

    assert len(known) < len(facts.contracts)
    assert facts.contract_total == sum(known)
    assert facts.domestic_percent == facts.domestic_total / sum(known) * 100


def test_without_any_contract_value_there_is_no_share_but_a_reason():
    facts = replace(FORM.example(), contracts=())

    assert facts.contract_total == Decimal(0)
    assert facts.domestic_percent == Missing("belum ada nilai kontrak")


def test_a_form_of_a_ppk_has_no_part_for_a_pokja_and_the_other_way_round():
    facts = FORM.example()

    of_ppk, of_pokja = words_of(replace(facts, pokja=None)), words_of(replace(facts, ppk=None))

    assert "DATA PEMILIHAN PENYEDIA" not in of_ppk
    assert "DATA PELAKSANAAN KONTRAK" not in of_pokja
    assert "REALISASI RENCANA AKSI" in of_ppk
    assert "REALISASI RENCANA AKSI" in of_pokja


def test_an_empty_form_has_numbered_rows_for_a_pen_and_no_sentence():
    facts = replace(FORM.example(), pokja=None, contracts=(), actions=(), blank_rows=3)

    words = words_of(facts)

    assert "Belum ada paket" not in words
    assert [f"\n{at}. |" in words for at in (1, 2, 3, 4)] == [True, True, True, False]
