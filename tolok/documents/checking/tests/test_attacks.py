"""Hostile templates harm nothing: no file, no call, no secret, and the next document renders."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace

import pytest

from tolok.core.problem import RefusedError
from tolok.documents.catalogue import document
from tolok.documents.checking.check import check_template
from tolok.documents.checking.testing import template_with
from tolok.documents.facts import facts_to_json
from tolok.documents.rendering.limits import DEFAULT
from tolok.documents.rendering.pool import Child, Job
from tolok.documents.rendering.word import render_word

ATTACKS = [
    "{{ supplier.__class__ }}",
    "{{ supplier['__class__'] }}",
    "{{ kop['__init__'] }}",
    "{{ kop.__getitem__('unit') }}",
    "{{ kop.keys() }}",
    "{{ aspects.append(1) }}",
    "{{ aspects.clear() }}",
    "{{ signer.offices.append('x') }}",
    "{{ supplier|attr('__class__') }}",
    "{{ supplier|format }}",
    "{{ '{0.__class__}'.format(supplier) }}",
    "{{ '%s' % supplier }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ supplier|center(1000000000) }}",
    "{{ supplier * 1000000000 }}",
    "{{ [1] * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ lipsum.__globals__ }}",
    "{{ lipsum(n=1000000) }}",
    "{{ cycler('a').next() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace(a=1).a }}",
    "{{ dict(a=1) }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__ }}",
    "{{ loop }}",
    "{{ range }}",
    "{{ range(10)|list|map('attr','real')|list }}",
    "{{ supplier|map('upper')|join }}",
    "{{ supplier|safe }}",
    "{{ supplier|random }}",
    "{{ supplier|tojson }}",
    "{{ supplier|xmlattr }}",
    "{{ kop.logo|gambar(1, 1)|upper }}",
    "{{ (kop.logo|gambar(1, 1))[0:9] ~ 'x' }}",
    "{% set x = kop.logo|gambar(1, 1) %}{{ x }}",
    "{% autoescape false %}{{ supplier }}{% endautoescape %}",
    "{% raw %}{{ &lt;w:object/&gt; }}{% endraw %}",
    "{%- raw %}{% if %}{% endraw %}",
    "{% set x %}a{% endset %}{{ x }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% call kop() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% include 'template.docx' %}",
    "{% include supplier %}",
    "{% extends 'x' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import system %}",
    "{% block x %}{% endblock %}",
    "{% with a = 1 %}{% endwith %}",
    "{% for x in aspects recursive %}{{ loop(aspects) }}{% endfor %}",
    "{% for x in range(1000000000) %}{% endfor %}",
    "{% do aspects.append(1) %}",
    "{{ _facts }}",
    "{{ config }}",
]


@pytest.mark.parametrize("words", ATTACKS)
def test_what_a_template_may_not_say_is_refused_where_it_stands(found, words):
    problems = found(paragraph=words).problems

    assert {problem.rule for problem in problems} <= {"TP-07", "TP-08", "TP-09", "TP-10"}
    assert problems
    assert problems[0].where.startswith("paragraf 1")


@pytest.mark.parametrize("words", ATTACKS)
def test_it_cannot_be_rendered_either_by_those_who_did_not_check(f5, tmp_path, words):
    path = template_with(f5, tmp_path / "templat.docx", paragraph=words)

    with pytest.raises(RefusedError) as refused:
        render_word(path, f5.example())

    assert refused.value.problems[0].rule == "DK-05"


@pytest.fixture
def child():
    made = Child(replace(DEFAULT, cpu_seconds=2, wall_seconds=10.0))
    yield made
    made.close()


@pytest.mark.parametrize(
    "words",
    [
        "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(999) %}{% endfor %}"
        "{% endfor %}{% endfor %}",
        "{% set s = supplier %}" + "{% set s = s ~ s ~ s ~ s %}" * 20 + "{{ s }}",
        "{{ supplier" + "|replace('a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')" * 12 + " }}",
    ],
)
def test_time_and_memory_have_an_end_and_the_next_document_renders(f5, child, tmp_path, words):
    path = template_with(f5, tmp_path / "templat.docx", paragraph=words)
    facts = facts_to_json(f5.example())

    with pytest.raises(RefusedError) as refused:
        child.render(Job("F5", facts, path))

    assert refused.value.problems[0].rule == "DK-06"
    assert child.render(Job("F5", facts, f5.template)).data.startswith(b"PK")


def test_a_hostile_template_ends_its_own_check_with_a_reason(f5, tmp_path):
    words = "{% set s = supplier %}" + "{% set s = s ~ s ~ s ~ s %}" * 20 + "{{ s }}"

    checked = check_template(f5, template_with(f5, tmp_path / "t.docx", paragraph=words))

    assert [problem.rule for problem in checked.problems] == ["DK-06"]
    assert checked.preview == b""


@contextmanager
def silent_port():
    """A listener on this machine; whoever called is told at the end."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server.getsockname()[1]
        time.sleep(0.1)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_a_remote_picture_is_refused_and_nobody_is_called(f5, tmp_path):
    with silent_port() as port:
        link = (
            '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'relationships/image" Target="http://127.0.0.1:{port}/p.png" TargetMode="External"/>'
            "</Relationships>"
        )
        edits = {"word/_rels/document.xml.rels": lambda xml: xml.replace("</Relationships>", link)}

        checked = check_template(f5, template_with(f5, tmp_path / "t.docx", edits=edits))

    assert [problem.rule for problem in checked.problems] == ["TP-05"]


def test_only_documents_made_of_a_word_template_have_one():
    with pytest.raises(RefusedError) as refused:
        check_template(document("PRESENTASI"), document("F5").template)

    assert refused.value.problems[0].rule == "TP-13"


def test_the_crafted_templates_are_all_harmless(shared, f5, tmp_path, monkeypatch):
    """19 attacks of the collection; whatever they try would leave a file or call a port."""
    maker = shared / "tools" / "make_crafted.py"
    if not maker.is_file():
        pytest.skip("the collection's maker is not there")
    folder, mark = tmp_path / "crafted", tmp_path / "PWNED"
    made_crafted(maker, folder, mark)
    attacks = sorted(folder.glob("template_*.docx"))

    with silent_port():
        results = {path.name: check_template(f5, path) for path in attacks}

    assert len(results) == 19
    assert [name for name, checked in results.items() if not checked.problems] == []
    assert not mark.exists()


def made_crafted(maker, folder, mark):
    """Only the templates are kept, and their mark is looked for where this test can see it."""
    source = maker.read_text(encoding="utf-8").replace("/tmp/SSTI_PWNED", str(mark))  # noqa: S108 - as in the collection
    head = source.index("def docx(")
    payloads = source[source.index("SSTI={") : source.index("# images / pdf / svg")]
    start = source[: source.index("def xlsx(")] + source[head : source.index("def edit(")]
    script = start.replace("from openpyxl import Workbook", "") + payloads
    subprocess.run([sys.executable, "-c", script, str(folder)], check=True)  # noqa: S603 - the collection's own maker
