"""Makes template.docx: F4, head in aligned rows, opening, discussion, decisions, follow-up."""

from tolok.documents.building import (
    Sheet,
    Template,
    Xml,
    annex,
    bold,
    each,
    item,
    kop,
    labelled,
    numbered,
    p,
    signatures,
    verification,
    when,
)
from tolok.documents.building.meetings import follow_ups, photos, under_item
from tolok.documents.notula_minutes import DOCUMENT

SHEET = Sheet.letter()


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "NOTULA"),
        p("Subtitle"),
        head(),
        p("Heading 1", "Kata Pembukaan"),
        p("Isi Bagian", "{{ opening }}"),
        p("Heading 1", "Pembahasan"),
        *discussion(),
        p("Heading 1", "Keputusan"),
        *decisions(),
        p("Heading 1", "Tindak Lanjut"),
        follow_ups(SHEET.text_width),
        p("Heading 1", "Penutup"),
        p("Isi Bagian", "{{ closing }}", keep=True),
        signatures(SHEET, between=verification()),
        when("photos", annex("DOKUMENTASI", "Notula {{ name }}, {{ meeting.day }}"), photos(SHEET)),
    )
    return Template(DOCUMENT, SHEET, body, size=11)


def head() -> Xml:
    return labelled(
        SHEET,
        ("Rapat", "{{ name }}"),
        ("Surat undangan", "{{ invitation|atau('tanpa surat undangan') }}"),
        ("Hari/tanggal", "{{ meeting.day|hari_tanggal }}"),
        ("Waktu", "pukul {{ meeting.time }}"),
        ("Tempat", "{{ meeting.where }}"),
        ("Acara", "{{ meeting.agenda }}"),
        ("Pimpinan rapat", "{{ chair }}"),
        ("Sekretaris", "{{ secretary|atau('–') }}"),
        ("Pencatat", "{{ note_taker }}"),
        (
            "Peserta",
            "{{ present|angka }} dari {{ invited|angka }} orang yang diundang"
            "{% for one in participants %}\n{{ loop.index }}. {{ one }}{% endfor %}",
        ),
        label=3.4,
    )


def discussion() -> tuple[Xml, ...]:
    remark = item("–", bold("{{ remark.speaker }}"), ": {{ remark.words }}", style="Butir Dalam")
    topic = each(
        "topic in topics",
        numbered(bold("{{ topic.title }}")),
        under_item("{{ topic.presented }}"),
        each("remark in topic.remarks", remark),
        when(
            "topic.conclusion",
            under_item(bold("Kesimpulan: "), "{{ topic.conclusion }}"),
        ),
    )
    none = p("Isi Bagian", "Tidak ada pokok yang dibahas.")
    return (when("topics", topic, otherwise=(none,)),)


def decisions() -> tuple[Xml, ...]:
    none = p("Isi Bagian", "Rapat tidak mengambil keputusan.")
    return (when("decisions", each("one in decisions", numbered("{{ one }}")), otherwise=(none,)),)
