"""What the frame of a page shows around its content.

`ui` stands below the rooms that know persons, agencies and years, so it only says what the
frame needs (`Frame`) and which pages the main menu offers (`ENTRIES`); the context processor of
a room above fills them in, and says what the reader may open.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Choice:
    """One line of a switch in the header: another year, another agency."""

    label: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Frame:
    """The letterhead of every signed-in page."""

    # Whose figures these are
    agency: str
    office: str  # the unit or office below the agency's name, "" when there is none
    year: int | None
    years: tuple[Choice, ...] = ()
    agencies: tuple[Choice, ...] = ()  # only for persons with offices in several agencies

    # Who is reading
    person: str = ""
    role: str = ""
    account: tuple[Choice, ...] = ()  # pages about oneself: password, second factor
    sign_out: str = ""  # where the sign-out button posts to


@dataclass(frozen=True)
class Entry:
    """A page of the main menu."""

    label: str
    page: str  # the URL name, as in the table of roles
    subjects: tuple[str, ...]  # pages with one of these words in their name belong to this entry


@dataclass(frozen=True)
class Section:
    """Entries that belong together; the label is empty where they need no heading."""

    label: str
    entries: tuple[Entry, ...]


ENTRIES = (
    Section(
        "",
        (
            Entry(
                "Beranda",
                "workflow:inbox",
                (
                    "task",
                    "text",
                    "answer",
                    "hand_to",
                    "set_due",
                    "undo_last",
                    "close_note",
                    "requirement",
                    "item",
                ),
            ),
            Entry("Tahun ini", "workflow:year", ("deviation", "start_run")),
            Entry("Capaian", "dashboards:overview", ("overview", "indicator", "rows")),
            Entry("Rencana", "planning:plan", ("planning:",)),
            Entry("Surat edaran", "outreach:circular", ("outreach:",)),
            Entry(
                "Sosialisasi",
                "outreach:socialisation",
                (
                    "outreach:meeting",
                    "outreach:plan_meeting",
                    "outreach:change_meeting",
                    "outreach:invitation",
                    "outreach:workshop",
                    "outreach:agenda",
                    "outreach:attendance",
                    "outreach:minutes",
                    "outreach:open_door",
                ),
            ),
            Entry("Surat masuk", "outreach:received", ("received", "acknowledge")),
        ),
    ),
    Section(
        "Data",
        (
            Entry("Sekilas data", "registry:xray", ("xray",)),
            Entry("Impor", "registry:imports", ("import", "upload")),
            Entry("Temuan", "registry:findings", ("finding",)),
            Entry("Paket", "registry:packages", ("package",)),
            Entry("RUP", "registry:plan_entries", ("plan",)),
            Entry("Penyedia", "registry:suppliers", ("supplier", "npwp")),
            Entry("Pokja", "registry:pokja_list", ("pokja", "members")),
            Entry("Koreksi", "registry:corrections", ("correction", "exclusion")),
        ),
    ),
    Section(
        "Dokumen",
        (
            Entry(
                "Naskah",
                "archive:papers",
                (
                    "paper",
                    "draft",
                    "pdf",
                    "send_outside",
                    "signed",
                    "issuance",
                    "attachment",
                    "damaged",
                ),
            ),
            Entry("Nomor", "archive:numbers", ("number", "series")),
            Entry("Pindaian", "archive:piles", ("pile", "sheet")),
            Entry("Kelengkapan", "archive:matrix", ("matrix", "batch", "bundle")),
            Entry("Templat", "archive:office_templates", ("template", "use_shipped")),
            Entry("Bukti dukung", "archive:evidence", ("evidence",)),
            Entry(
                "Arsip", "archive:keepings", ("keeping", "retention", "disposal", "archive_list")
            ),
        ),
    ),
    Section(
        "Aturan",
        (
            Entry("Indikator", "measurement:indicators", ("_indicator", "dictionary")),
            Entry(
                "Tahun kinerja", "cycle:years", ("_year", "period", "window", "holiday", "outside")
            ),
            Entry(
                "Pengaturan",
                "people:settings",
                (
                    "setting",
                    "user",
                    "unit",
                    "alias",
                    "trail",
                    "office",
                    "person",
                    "certificate",
                    "stand_in",
                    "substitute",
                    "hand_over",
                    "stale",
                    "enrolment",
                    "letterhead",
                    "channel",
                    "deliver",
                    "email",
                    "webhook",
                    "policy",
                    "sop",
                ),
            ),
        ),
    ),
)


@dataclass(frozen=True)
class MenuItem:
    """An entry as the reader sees it."""

    label: str
    href: str
    current: str  # "page" on the page itself, "true" on a page below it, "" elsewhere


@dataclass(frozen=True)
class MenuSection:
    label: str
    items: tuple[MenuItem, ...]


def menu(
    may_open: Callable[[str], bool],
    page: str,
    sections: tuple[Section, ...] = ENTRIES,
) -> tuple[MenuSection, ...]:
    """The main menu of someone who may open what `may_open` allows, seen from `page`."""
    here = _entry_of(page, sections)
    shown = []
    for section in sections:
        items = tuple(
            MenuItem(entry.label, reverse(entry.page), _current(entry, here, page))
            for entry in section.entries
            if may_open(entry.page)
        )
        if items:
            shown.append(MenuSection(section.label, items))
    return tuple(shown)


def _entry_of(page: str, sections: tuple[Section, ...]) -> Entry | None:
    """The entry a page belongs to: the one that is the page, or else by the page's subject.

    A room ("planning:") tells more than a word, and a page of it more than the room; of several
    words the longest tells most: "_indicator" before "indicator".
    """
    entries = [entry for section in sections for entry in section.entries]
    own = [entry for entry in entries if entry.page == page]
    name = page.rpartition(":")[2]
    told = [
        (subject, entry)
        for entry in entries
        for subject in entry.subjects
        if subject in (page if ":" in subject else name)
    ]
    near = sorted(told, key=lambda pair: (":" not in pair[0], -len(pair[0])))
    return next(iter([*own, *(entry for _, entry in near)]), None)


def _current(entry: Entry, here: Entry | None, page: str) -> str:
    if entry is not here:
        return ""
    return "page" if entry.page == page else "true"
