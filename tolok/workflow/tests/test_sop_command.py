"""`tolok sop`, which needs no prepared home."""

import pytest

from tests.commands import tolok
from tolok.core.durations import DayType
from tolok.documents.catalogue import document
from tolok.documents.parts import Signer
from tolok.documents.render import render
from tolok.workflow.loading import SHIPPED, shipped
from tolok.workflow.printing import procedure_facts
from tolok.workflow.testing import spoiled

NOBODY = Signer(variant="langsung", offices=("",), name="", rank="", nip="")


def test_show_prints_the_agreed_fields():
    answer = tolok("sop", "show", "kaltim-2024", "--format", "json")

    assert answer.code == 0
    assert set(answer.json) == {"code", "version", "steps"}
    assert set(answer.json["steps"][0]) == {
        "id", "name", "lane", "requirements", "duration", "outputs", "formats", "next",
    }  # fmt: skip
    assert answer.json["steps"][0]["next"] == [{"to": "KT1.ii", "outcome": None}]


def test_check_accepts_a_sound_file_and_names_the_element_of_a_fault(tmp_path):
    spoilt = tmp_path / "rusak.bpmn"
    spoilt.write_bytes(spoiled("P45D", "sebulan"))

    refused = tolok("sop", "check", spoilt)

    assert tolok("sop", "check", SHIPPED / "jayawijaya-2020.bpmn").code == 0
    assert refused.code == 1
    assert "BP-15 KT6" in refused.err


def test_check_of_a_file_that_is_not_there_bp_22(tmp_path):
    answer = tolok("sop", "check", tmp_path / "tiada.bpmn")

    assert answer.code == 1
    assert "BP-22" in answer.err


@pytest.mark.parametrize("code", ["kaltim-2024", "jayawijaya-2020"])
def test_the_sops_own_document_comes_from_the_same_file(code):
    definition = shipped(code)

    facts = procedure_facts(definition, signer=NOBODY, days=DayType.CALENDAR)

    assert [row.number for row in facts.steps] == [step.id for step in definition.steps]
    assert facts.number == definition.identity.number
    assert len(render(document("SOP"), facts, "docx")) > 10_000


def test_the_printed_flowchart_has_the_return_ways_and_shared_cells():
    rows = {
        row.number: row
        for row in procedure_facts(
            shipped("kaltim-2024"), signer=NOBODY, days=DayType.WORKING
        ).steps
    }

    assert (rows["KT1.vi"].kind, rows["KT1.vi"].no_to) == ("keputusan", "KT1.ii")
    assert (rows["KT1.i"].time, rows["KT1.ii"].time) == ("30 hari", None)
    assert rows["KT4.i"].time == "selama tahun anggaran"
    assert rows["KT5"].remark == "F4\u2013F14"
    assert rows["KT8"].kind == "selesai"
