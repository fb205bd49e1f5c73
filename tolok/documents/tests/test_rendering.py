"""The limited children: same bytes, right order, and a hostile template harms only its child."""

import io
import zipfile
from dataclasses import replace

import psutil
import pytest

from tolok.core.problem import RefusedError
from tolok.documents.catalogue import document
from tolok.documents.facts import facts_to_json
from tolok.documents.parts import Picture
from tolok.documents.render import render, render_all
from tolok.documents.rendering.limits import DEFAULT
from tolok.documents.rendering.pool import Job, Pool
from tolok.documents.rendering.word import Word
from tolok.documents.text import text_of

F5 = document("F5")
SMALL = replace(DEFAULT, wall_seconds=5.0)


@pytest.fixture
def template(tmp_path):
    """F5's template with other words in place of its title."""

    def make(words):
        out = io.BytesIO()
        with zipfile.ZipFile(F5.template) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                text = old.read(name)
                if name == "word/document.xml":
                    text = text.replace(b"FORMULIR PENILAIAN KINERJA PENYEDIA", words.encode())
                new.writestr(name, text)
        path = tmp_path / "templat-dinas.docx"
        path.write_bytes(out.getvalue())
        return path

    return make


@pytest.fixture
def pool():
    made = Pool(1, SMALL)
    yield made
    made.close()


def job(template=F5.template):
    return Job("F5", facts_to_json(F5.example()), template)


def test_an_office_may_use_its_own_template(template):
    own = template("PENILAIAN KAMI UNTUK {{ supplier|upper }}")

    text = text_of(render(F5, F5.example(), template=own))

    assert "PENILAIAN KAMI UNTUK CV CONTOH KARYA UTAMA" in text


@pytest.mark.parametrize(
    "words",
    [
        "{{ tidak_ada }}",
        "{{ signer.tidak_ada }}",
        "{{ signer.offices.append('x') }}",
        "{{ kop.items() }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ supplier.__class__ }}",
        "{{ '%s'|format(supplier.__init__.__globals__) }}",
        "{{ kop.logo.data }}",
        "{{ terminated }}",
        "{{ signer }}",
        "{{ 1 / 0 }}",
        "{{ year / 2 }}",
        "{{ supplier|rupiah }}",
        "{{ supplier|gambar(1, 1) }}",
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% for x in %}",
        "{{ range(100000000)|list }}",
    ],
)
def test_what_a_template_may_not_do_is_refused_with_its_words(pool, template, words):
    with pytest.raises(RefusedError) as refused:
        pool.render(job(template(words)))

    assert refused.value.problems[0].rule == "DK-05"
    assert refused.value.problems[0].where == "templat-dinas.docx"


@pytest.mark.parametrize(
    "words",
    [
        "{{ 'x' * 10000000000 }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    ],
)
def test_a_template_that_eats_memory_or_time_ends_its_child_only(pool, template, words):
    with pytest.raises(RefusedError) as refused:
        pool.render(job(template(words)))
    after = pool.render(job())

    assert refused.value.problems[0].rule in ("DK-05", "DK-06")
    assert "CV Contoh Karya Utama" in text_of(after.data)


def test_a_child_that_ended_while_it_waited_is_replaced(pool):
    others = set(psutil.Process().children())
    pool.render(job())
    (child,) = set(psutil.Process().children()) - others
    child.kill()
    child.wait()

    after = pool.render(job())

    assert "CV Contoh Karya Utama" in text_of(after.data)


def test_a_file_that_is_no_template_is_refused(pool, tmp_path):
    (tmp_path / "templat.docx").write_bytes(b"bukan zip")

    with pytest.raises(RefusedError) as refused:
        pool.render(job(tmp_path / "templat.docx"))

    assert refused.value.problems[0].rule == "DK-05"


def test_documents_come_in_the_order_of_their_facts_and_a_child_is_renewed():
    few = Pool(2, replace(DEFAULT, documents_per_child=3))
    facts = [facts_to_json(replace(F5.example(), supplier=f"CV Contoh {at}")) for at in range(10)]

    words = list(few.each((Job("F5", one, F5.template) for one in facts), few.render))
    few.close()

    assert all(isinstance(word, Word) for word in words)
    assert [f"CV Contoh {at}\n" in text_of(word.data) for at, word in enumerate(words)] == [
        True
    ] * 10


def test_one_that_fails_does_not_stop_the_others(template):
    broken = template("{{ tidak_ada }}")

    made = list(render_all(F5, [F5.example()] * 2, template=broken))

    assert [type(one) for one in made] == [RefusedError] * 2


def test_a_picture_that_is_neither_png_nor_jpeg_is_refused():
    logo = Picture(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "Lambang")
    facts = replace(F5.example(), kop=replace(F5.example().kop, logo=logo))

    with pytest.raises(RefusedError, match="PNG atau JPEG"):
        render(F5, facts)


def test_every_entry_of_the_file_has_the_same_fixed_time():
    with zipfile.ZipFile(io.BytesIO(render(F5, F5.example()))) as archive:
        times = {entry.date_time for entry in archive.infolist()}
        broken = archive.testzip()

    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert broken is None


def test_lines_tabs_and_signs_that_xml_cannot_hold_are_shown():
    facts = replace(F5.example(), remarks="satu\ndua\ttiga\x00 & <b>", response="\x0b")

    text = text_of(render(F5, facts))

    assert "satu dua tiga\ufffd & <b>" in text
    assert "Tanggapan penyedia | \ufffd" in text
