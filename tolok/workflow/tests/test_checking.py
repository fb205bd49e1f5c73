"""Spoiled diagrams: each fault is found, and named with the element it is in."""

import pytest

from tolok.workflow.checking import faults_of
from tolok.workflow.loading import shipped_codes, shipped_file
from tolok.workflow.testing import spoiled

APPROVED = 'outcome == "approved"'
KT2 = '<bpmn:userTask id="KT2"'
START = '<bpmn:startEvent id="mulai" name="Mulai">'
SCRIPT = '<bpmn:scriptTask id="jahat"><bpmn:script>import os</bpmn:script></bpmn:scriptTask>'
ALSO = '<camunda:property name="also" value="penanggung_jawab" />'
P45D = '<camunda:property name="duration" value="P45D" />'
LISTENER = '<camunda:executionListener class="X" />'


def without(id_):
    """The file without one arrow."""
    text = shipped_file("kaltim-2024").decode()
    start = text.index(f'<bpmn:sequenceFlow id="{id_}"')
    return (text[:start] + text[text.index("/>", start) + 2 :]).encode()


def closed(content):
    """With the end tag that an element of another kind needs."""
    before, opening, after = content.partition(b'<bpmn:exclusiveGateway id="sosialisasi.selesai">')
    return (
        before
        + opening
        + after.replace(b"</bpmn:parallelGateway>", b"</bpmn:exclusiveGateway>", bool(opening))
    )


def found(content):
    return {(fault.rule, fault.where) for fault in faults_of(content)}


@pytest.mark.parametrize("code", shipped_codes())
def test_the_shipped_files_are_sound(code):
    assert faults_of(shipped_file(code)) == ()


FAULTS = {
    "no XML": (b"<bpmn:definitions", "BP-01", "baris 1"),
    "a document type": (
        spoiled("<bpmn:definitions", '<!DOCTYPE x [<!ENTITY e "e">]>\n<bpmn:definitions'),
        "BP-02",
        "baris 2",
    ),
    "too large a file": (b" " * (1 << 20) + b"<x/>", "BP-03", "berkas"),
    "another kind of XML": (b"<svg/>", "BP-04", "berkas"),
    "no version": (
        spoiled('name="version" value="2024"', 'name="version" value=""'),
        "BP-04",
        "kaltim-2024",
    ),
    "a script task": (
        spoiled(KT2, SCRIPT + KT2),
        "BP-05",
        "jahat",
    ),
    "a service task": (spoiled(KT2, '<bpmn:serviceTask id="panggil" />' + KT2), "BP-05", "panggil"),
    "a business rule": (spoiled(KT2, '<bpmn:businessRuleTask id="dmn" />' + KT2), "BP-05", "dmn"),
    "a listener": (
        spoiled("<camunda:properties>", LISTENER + "<camunda:properties>"),
        "BP-05",
        "kaltim-2024",
    ),
    "an attribute of an engine": (
        spoiled(KT2, '<bpmn:userTask camunda:formKey="x" id="KT2"'),
        "BP-05",
        "KT2",
    ),
    "a timer": (
        spoiled(START, START + '<bpmn:timerEventDefinition id="jam" />'),
        "BP-06",
        "mulai",
    ),
    "Python in a condition": (
        spoiled(APPROVED, '__import__("os").system("id")'),
        "BP-07",
        "flow.keputusan.KT1.vi.KT1.vii.approved",
    ),
    "a condition with more than an outcome": (
        spoiled(APPROVED, APPROVED + " and True"),
        "BP-07",
        "flow.keputusan.KT1.vi.KT1.vii.approved",
    ),
    "two ways for one outcome": (
        spoiled('outcome == "returned"', APPROVED),
        "BP-08",
        "keputusan.KT1.vi",
    ),
    "a decision without words": (
        spoiled('name="Disetujui" ', ""),
        "BP-08",
        "flow.keputusan.KT1.vi.KT1.vii.approved",
    ),
    "an unknown lane": (
        spoiled('name="role" value="coordinator"', 'name="role" value="raja"'),
        "BP-09",
        "lane.koordinator",
    ),
    "a step in no lane": (spoiled("<bpmn:flowNodeRef>KT3</bpmn:flowNodeRef>", ""), "BP-09", "KT3"),
    "an unknown decider": (
        spoiled('"decides" value="ketua_tim"', '"decides" value="raja"'),
        "BP-09",
        "KT1.vi",
    ),
    "an unknown activity": (spoiled("planning:goals", "planning:dreams"), "BP-10", "KT1.ii"),
    "an unknown document": (
        spoiled('name="format" value="F1"', 'name="format" value="F99"'),
        "BP-11",
        "KT1.i",
    ),
    "an unreachable step": (
        without("flow.sosialisasi.mulai.KT2"),
        "BP-12",
        "KT2",
    ),
    "no start": (spoiled("bpmn:startEvent", "bpmn:endEvent", times=2), "BP-13", "kaltim-2024"),
    "a step that leads nowhere": (without("flow.KT6.KT7"), "BP-14", "KT6"),
    "a malformed duration": (spoiled("P45D", "45 hari"), "BP-15", "KT6"),
    "rounds that are no number": (
        spoiled("<bpmn:loopCardinality>4<", "<bpmn:loopCardinality>len(x)<"),
        "BP-16",
        "putaran.KT5",
    ),
    "a round without its opening": (
        spoiled('<camunda:property name="opens" value="n-08-01" />', ""),
        "BP-16",
        "putaran.KT5",
    ),
    "an opening that is no day": (spoiled("n-11-01", "n-02-30"), "BP-16", "putaran.KT5"),
    "an id used twice": (spoiled('id="KT3"', 'id="KT2"'), "BP-17", "KT2"),
    "an arrow to nothing": (
        spoiled('sourceRef="KT6" targetRef="KT7"', 'sourceRef="KT6" targetRef="KT77"'),
        "BP-18",
        "flow.KT6.KT7",
    ),
    "a misspelt property": (
        spoiled('name="duration" value="P45D"', 'name="durasi" value="P45D"'),
        "BP-19",
        "KT6",
    ),
    "a clock started by nothing known": (
        spoiled('name="starts" value="window"', 'name="starts" value="senin"'),
        "BP-19",
        "KT5",
    ),
    "a decider where nothing is decided": (
        spoiled('name="activity" value="planning:goals"', 'name="decides" value="ketua_tim"'),
        "BP-19",
        "KT1.ii",
    ),
    "more doers than a task has": (
        spoiled(ALSO, ALSO + ALSO.replace("penanggung_jawab", "ppk")),
        "BP-19",
        "KT5",
    ),
    "two durations": (
        spoiled(P45D, P45D + P45D.replace("45", "4")),
        "BP-24",
        "KT6",
    ),
    "one requirement twice": (spoiled('value="RPJM"', 'value="RKP"'), "BP-24", "KT1.i"),
    "a requirement nobody could read": (
        spoiled('value="RPJM"', f'value="{"x" * 501}"'),
        "BP-23",
        "KT1.i",
    ),
    "rounds that open in the wrong order": (
        spoiled("n-08-01", "n-04-01"),
        "BP-16",
        "putaran.KT5",
    ),
    "a way to take where no outcome fits": (
        spoiled('id="keputusan.KT7"', 'id="keputusan.KT7" default="flow.KT6.KT7"'),
        "BP-05",
        "keputusan.KT7",
    ),
    "a branch that is waited for in vain": (
        spoiled(
            'keputusan.KT1.vi" targetRef="KT1.ii"',
            'keputusan.KT1.vi" targetRef="sosialisasi.selesai"',
        ),
        "BP-20",
        "sosialisasi.selesai",
    ),
    "branches that are not waited for": (
        spoiled(
            '<bpmn:parallelGateway id="sosialisasi.selesai">',
            '<bpmn:exclusiveGateway id="sosialisasi.selesai">',
        ),
        "BP-20",
        "flow.sosialisasi.selesai.pelaksanaan.mulai",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_element(fault):
    content, rule, element = FAULTS[fault]
    content = closed(content)

    assert (rule, element) in found(content)
