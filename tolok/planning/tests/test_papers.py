"""The papers of the plan, rendered from a real small one: nothing is missing in them."""

import io
from datetime import date
from decimal import Decimal

import docx
import pytest
from pptx import Presentation

from tolok.core.problem import RefusedError
from tolok.cycle.testing import make_year
from tolok.documents.catalogue import document
from tolok.documents.facts import facts_from_json, facts_to_json
from tolok.documents.render import render
from tolok.people.models import Office, Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.planning.actions.deciding import return_plan
from tolok.planning.actions.fields import save_fields
from tolok.planning.actions.indicators import add_own_indicator, choose_indicators
from tolok.planning.models import AreaPackage
from tolok.planning.papers.approval import Held, approval_facts
from tolok.planning.papers.calculation import calculation_facts
from tolok.planning.papers.data import data_columns
from tolok.planning.papers.f03 import plan_facts
from tolok.planning.papers.keeping import draft_papers
from tolok.planning.papers.packages import packages_facts
from tolok.planning.papers.slides import slides_facts
from tolok.planning.papers.template import template_facts
from tolok.planning.reading import content_of
from tolok.planning.testing import (
    coordinator_of,
    make_approved_plan,
    make_plan,
    make_submitted_plan,
)

pytestmark = pytest.mark.django_db
HELD = Held("Ruang Rapat", date(2026, 2, 3), date(2026, 2, 17))


@pytest.fixture
def approved(agency):
    return make_approved_plan(agency)


def text_of(data):
    """Everything a Word file says, tables too."""
    return "\n".join(part.text for part in docx.Document(io.BytesIO(data)).element.iter()
                     if part.tag.endswith("}t") and part.text)  # fmt: skip


def printed(code, facts):
    known = document(code)
    assert facts_from_json(known, facts_to_json(facts)) == facts
    text = text_of(render(known, facts))
    assert "None" not in text
    return text


def test_f3_in_chapters_says_what_the_plan_says(approved):
    text = printed("F3", plan_facts(approved))

    assert f"Kode isi rencana: {approved.content_sha256[:12]}." in text
    assert "Rehabilitasi Jembatan Contoh" in text
    assert "78,50 (2025)" in text
    assert "Keempat bidang pengukuran yang dipersyaratkan telah terwakili." in text
    assert "Reviu bersama dokumen persiapan pengadaan" in text
    assert "HPS" in text
    assert "Penunjukan Langsung, dan Pengadaan yang Dikecualikan" in text


def test_f3_under_the_jayawijaya_sop_is_in_parts(agency):
    make_user(Role.PIMPINAN, agency)
    facts = plan_facts(make_plan(agency, sop="jayawijaya-2020"))

    text = printed("F3", facts)

    assert facts.layout == "bagian"
    assert "PIMPINAN" in text
    assert "Penanggung Jawab Kinerja" in text


def test_an_approved_plan_is_printed_as_it_was_approved(approved):
    approved.goals.update(text="Diubah diam-diam")

    assert plan_facts(approved).goals[0].text == "Barang/jasa yang tepat dari setiap uang"


def test_an_incomplete_draft_can_be_printed_too(agency):
    version = make_plan(agency)
    version.indicators.update(goal=None, area=None, formula="", source="")
    version.indicators.get(code="W1").baseline.delete()
    version.indicators.get(code="B1").targets.all().delete()

    text = printed("F3", plan_facts(version))

    assert "belum ditetapkan" in text
    assert "belum ada (tahun 2025; belum diisi)" in text


def test_ba_rencana_of_an_approval_names_what_was_approved(approved):
    submission = approved.submissions.get()

    facts = approval_facts(submission, HELD)
    text = printed("BA-RENCANA", facts)

    assert (facts.decision, facts.in_force) == ("disetujui", HELD.day)
    assert submission.sha256[:12] in text
    assert [one.code for one in facts.targets] == ["W1", "B1", "K1", "L2"]


def test_papers_name_who_approved_whoever_holds_the_office_by_now(approved):
    Office.objects.filter(role=Role.KETUA_TIM).update(ends=date(2025, 1, 1))
    make_office(make_person("baru@contoh.id"), Role.KETUA_TIM, approved.agency)
    submission = approved.submissions.get()

    minutes = approval_facts(submission, HELD)

    name = submission.decided_by.name
    assert plan_facts(approved).signers[1].name == name
    assert minutes.parties[1].name == minutes.signers[1].name == name


def test_ba_rencana_of_a_return_lists_the_changes_at_their_place(agency, leader):
    version = make_submitted_plan(agency)
    notes = {"W1.source": "Sebutkan e-kontrak.", "T.1": "Rujuk RPJMD."}
    return_plan(
        version, sha256=version.content_sha256, reason="Lengkapi.", notes=notes, actor=leader
    )

    facts = approval_facts(version.submissions.get(), HELD)
    text = printed("BA-RENCANA", facts)

    assert facts.decision == "perlu perubahan"
    assert [one.wanted for one in facts.changes] == ["Sebutkan e-kontrak.", "Rujuk RPJMD."]
    assert facts.parts[0].remark == "Rujuk RPJMD."
    assert facts.parts[3].remark == "Sebutkan e-kontrak."
    assert "Sebutkan e-kontrak." in text


def test_paket_area_leaves_out_a_package_without_pagu_and_says_so(plan):
    area = plan.areas.get()
    AreaPackage.objects.create(area=area, code="2", name="Tanpa Pagu", work_unit="Dinas Contoh")

    facts = packages_facts(plan, as_of=date(2026, 1, 20))
    text = printed("PAKET-AREA", facts)

    assert facts.pagu == Decimal(1_950_000_000)
    assert "Tanpa Pagu" in text


def test_the_data_template_follows_from_what_the_indicators_need(plan):
    facts = template_facts(plan, number=2)
    text = printed("TEMPLATE-DATA", facts)

    assert {"HPS", "Nilai kontrak"} <= {one.field for one in facts.meanings}
    assert facts.closes == date(2026, 8, 30)
    assert "Rehabilitasi Jembatan Contoh" in text
    assert render(document("TEMPLATE-DATA"), facts, "xlsx")


def test_the_calculation_form_of_each_indicator_is_ready_before_its_first_value(plan):
    b1 = calculation_facts(plan, "B1", number=2)

    assert (b1.factor, b1.target.low, b1.denominator) == (100, 82, "total HPS")
    for one in plan.indicators.all():
        assert one.name in printed("HITUNG", calculation_facts(plan, one.code))
    with pytest.raises(RefusedError) as refusal:
        calculation_facts(plan, "Z9")
    assert refusal.value.problems[0].rule == "RN-40"


def test_the_slides_present_the_plan_and_not_a_report(approved):
    facts = slides_facts(approved, audience="Ketua Tim Kematangan", held=date(2026, 1, 20))

    deck = Presentation(io.BytesIO(render(document("PRESENTASI"), facts)))

    titles = [slide.shapes.title.text for slide in deck.slides]
    words = "\n".join(
        shape.text_frame.text
        for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
    )  # fmt: skip
    assert titles[0] == "Rencana Kinerja Pengadaan"
    assert "Rencana aksi" in titles
    assert "Baseline dan target" in titles
    assert not [title for title in titles if "Capaian" in title]
    assert "None" not in words


def test_papers_use_the_years_own_collection_windows(plan):
    year = make_year(plan.agency, plan.year)
    year.periods.update_or_create(
        code="TW1", defaults={"opens": date(2026, 5, 4), "closes": date(2026, 6, 12)}
    )

    assert plan_facts(plan).schedule[0].closes == date(2026, 6, 12)
    assert template_facts(plan).closes == date(2026, 6, 12)


def test_its_paper_leads_back_to_the_plan(client, agency):
    version = make_approved_plan(agency)
    (paper,) = draft_papers(version, "F3", actor=coordinator_of(version))
    client.force_login(coordinator_of(version))

    page = client.get(paper.get_absolute_url()).content.decode()

    assert '<a href="/rencana/naskah/?tahun=2026">Naskah rencana TA 2026</a>' in page


def test_indicators_that_no_formula_computes_say_what_is_collected_for_them(agency):
    version = make_plan(agency)
    add_own_indicator(version, "X7", "Kecepatan layanan", actor=coordinator_of(version))
    own = version.indicators.get(code="X7")
    variables = [{"name": "dijawab", "meaning": "dalam 3 hari", "source": "Buku layanan"}]
    values = {"variables": variables, "owner_person": "Kasubbag"}
    save_fields(own, values, {}, actor=coordinator_of(version))
    choose_indicators(version, ["L1"], actor=coordinator_of(version))

    columns = {one.name: one for one in data_columns(content_of(version))}

    assert columns["X7: dijawab"].filled_by == "Kasubbag"
    assert any(name.startswith("L1: ") for name in columns)
