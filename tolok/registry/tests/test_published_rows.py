import pytest

from tolok.registry.published_rows import told_cell


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("pagu", "1250000000.00", "Rp1.250.000.000,00"),
        ("tgl_pengumuman_tender", "2025-03-03 08:00:00", "03/03/2025 08.00"),
        ("_event_date", "2025-12-31", "31/12/2025"),
        ("tahun_anggaran", "2025", "2025"),
        ("kd_tender", "10002436000", "10002436000"),
        ("kolom_baru", "apa saja", "apa saja"),
        ("pagu", "bukan angka", "bukan angka"),
        ("pagu", "", ""),
    ],
)
def test_a_cell_kept_as_text_is_told_by_what_its_column_holds(column, text, told):
    assert told_cell("SPSE-TenderPengumuman", column, text) == told


def test_a_table_of_another_version_is_told_as_it_is():
    assert told_cell("Tabel-Lama", "pagu", "12") == "12"
