"""Invented figures for the gallery."""

from datetime import date
from decimal import Decimal as D  # noqa: N817 (short, for the tables below)

from django import forms
from django.core.paginator import Paginator

from tolok.core.problem import Problem
from tolok.ui import charts, plots
from tolok.ui.frame import Choice, Frame, MenuItem, MenuSection
from tolok.ui.parts import Count, Event, Origin, OriginStep, Progress, story

QUARTERS = ("TW I", "TW II", "TW III", "TW IV")

FRAME = Frame(
    agency="Kabupaten Contoh Jaya",
    office="Bagian Pengadaan Barang/Jasa",
    year=2025,
    years=(Choice("2025", "?tahun=2025", current=True), Choice("2024", "?tahun=2024")),
    person="R. Andalas",
    role="Koordinator",
    account=(Choice("Ganti kata sandi", "/"),),
    sign_out="/keluar/",
)
MENU = (
    MenuSection("", (MenuItem("Capaian", "/galeri/capaian/", "page"),)),
    MenuSection(
        "Data",
        tuple(
            MenuItem(label, f"/galeri/{name}/", "")
            for label, name in (
                ("Impor", "impor"),
                ("Temuan", "formulir"),
                ("Paket", "paket"),
                ("Penyedia", "kosong"),
                ("Pokja", "kosong"),
                ("Koreksi", "cerita"),
            )
        ),
    ),
    MenuSection("Aturan", (MenuItem("Indikator", "/galeri/indikator/", ""),)),
)


def row(code, name, reading, unit, quarters):
    span = plots.PERCENT if unit == "%" else plots.span_around(reading.numbers)
    course = list(zip(QUARTERS, quarters, strict=True))
    return {
        "code": code,
        "name": name,
        "unit": unit,
        "reading": reading,
        "plot": plots.interval(reading, span),
        "spark": plots.sparkline(course, target=reading.target),
    }


ROWS = (
    row(
        "W1",
        "Paket selesai pemilihan sesuai jadwal",
        plots.Reading(D("88.1"), D("86.7"), D("88.8"), D(85)),
        "%",
        (D(84), D("86.1"), D("89.7"), D("91.2")),
    ),
    row(
        "W4",
        "Rata-rata hari keterlambatan kontrak",
        plots.Reading(D("2.4"), D("2.2"), D("3.4"), D(3), higher_is_better=False),
        "hari",
        (D(0), None, D("2.3"), D("3.7")),
    ),
    row(
        "L1",
        "Indeks kepuasan pelanggan internal",
        plots.Reading(None, target=D(80)),
        "%",
        (None, None, None, None),
    ),
)
SCALE = charts.Scale("%", 1, charts.Line(D(90), "target 90,0"), charts.Line(D(81), "2024: 81,0"))
COURSE = charts.quarter_bars(
    "Turun tiap triwulan sejak TW I",
    [
        charts.Bar("TW I", D(100), "8 dari 8", "/galeri/paket/?tw=1"),
        charts.Bar("TW II", D(96), "24 dari 25", "/galeri/paket/?tw=2"),
        charts.Bar("TW III", D("91.4"), "32 dari 35", "/galeri/paket/?tw=3"),
        charts.Bar("TW IV", D("83.3"), "40 dari 48", "/galeri/paket/?tw=4", True, D(74), D(88)),
    ],
    SCALE,
)
UNITS = charts.unit_bars(
    "Satu unit kerja di bawah target",
    [
        charts.Bar(
            "Dinas Pekerjaan Umum dan Penataan Ruang",
            D("80.6"),
            "29 dari 36, 3 belum pasti",
            "/galeri/paket/?unit=pu",
            True,
            D("74.4"),
            D("82.1"),
        ),
        charts.Bar("Dinas Kesehatan", D("95.7"), "22 dari 23", "/galeri/paket/?unit=kes"),
        charts.Bar("Dinas Pertanian", None, "tidak ada kontrak selesai"),
        charts.Bar("Sekretariat Daerah", D(100), "5 dari 5", "/galeri/paket/?unit=setda"),
    ],
    SCALE,
)
VALUES = charts.histogram(
    "Sebagian besar kontrak bernilai Rp200–500 juta",  # noqa: RUF001 (as printed)
    [
        charts.Bar(label, count, href=f"/galeri/paket/?kelas={number}")
        for number, (label, count) in enumerate(
            (("sampai 50 jt", 3), ("50 jt", 12), ("200 jt", 60), ("1 M", 14), ("> 10 M", 1))
        )
    ],
    charts.Scale("paket", 0),
)
GAUGE = plots.gauge(
    plots.Reading(D("89.7"), D("85.2"), D("90.2"), D(90), D(81)), "%", within=plots.PERCENT
)
ORIGIN = Origin(
    formula="100 * hitung(tgl_bast <= tgl_akhir_kontrak) / hitung(tgl_bast)",
    version="3, berlaku sejak 12 Februari 2025",
    snapshot="9f3c41d07b21ab",
    steps=(
        OriginStep("158", "kontrak terbaca dari 1 berkas"),
        OriginStep("− 22", "di luar cakupan metode", "/galeri/paket/"),  # noqa: RUF001
        OriginStep("− 6", "belum ada BAST, menjadi rentang", "/galeri/paket/"),  # noqa: RUF001
        OriginStep("116", "dihitung: 104 tepat waktu, 12 terlambat", "/galeri/paket/"),
    ),
)
COUNTS = (
    Count("Baru", 26, "#baru"),
    Count("Berubah", 34, "#berubah"),
    Count("Sama, tidak disentuh", 1845),
    Count("Hilang dari berkas", 2, "#hilang", "tetap disimpan, menjadi temuan"),
    Count("Ditolak", 8, "#ditolak"),
)
EVENTS = story(
    (
        Event("Diumumkan dalam RUP", date(2025, 1, 14), detail="Pagu Rp1.500.000.000"),
        Event("Tender diumumkan", date(2025, 2, 3), source="TENDER 7.csv, baris 12"),
        Event("Kontrak ditandatangani", date(2025, 3, 12), detail="Rp1.482.500.000"),
        Event("Serah terima", date(2025, 2, 12), "wrong", "Mendahului kontrak; sudah dikoreksi"),
        Event("Pembayaran", None, "todo"),
    )
)
PACKAGES = [
    {"name": f"Peningkatan Jalan Simpang Contoh ruas {number}", "value": D(number) * 31_482_500}
    for number in range(1, 481)
]


class Filters(forms.Form):
    cari = forms.CharField(label="Cari nama atau kode paket", required=False)
    metode = forms.ChoiceField(
        label="Metode", required=False, choices=[("", "Semua"), ("tender", "Tender")]
    )


class Correction(forms.Form):
    nilai = forms.CharField(label="Nilai yang benar", help_text="Rupiah, misalnya 1.250.000,00.")
    alasan = forms.CharField(label="Alasan", widget=forms.Textarea)
    bukti = forms.FileField(label="Bukti", required=False)
    cara = forms.ChoiceField(
        label="Berlaku untuk",
        widget=forms.RadioSelect,
        choices=[("satu", "Paket ini"), ("semua", "Semua upaya tender paket ini")],
    )
    yakin = forms.BooleanField(label="Saya sudah membandingkan dengan buktinya")


def context(request, name):
    paginator = Paginator(PACKAGES, 50)
    return {
        "frame": FRAME,
        "menu": MENU,
        "rows": ROWS,
        "course": COURSE,
        "units": UNITS,
        "values": VALUES,
        "gauge": GAUGE,
        "origin": ORIGIN,
        "counts": COUNTS,
        "events": EVENTS,
        "filters": Filters(request.GET or None),
        "choices": (Choice("Semua 122", "?", current=True), Choice("Terlambat 12", "?lambat=1")),
        "page": paginator.get_page(request.GET.get("halaman")),
        "progress": Progress(
            "Membaca 4 berkas", "Membaca spse-tender.xlsx", 1, 4, "berkas", request.path
        ),
        **(refused() if name == "formulir" else {}),
    }


def refused():
    message = "Nilai kontrak Rp12.500.000.000 melebihi HPS Rp1.300.000.000. Periksa angkanya."
    return {
        "form": Correction({"nilai": "abc"}),
        "problems": (Problem("F-01", "TENDER 7.csv, baris 12", message),),
    }
