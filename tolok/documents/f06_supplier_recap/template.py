"""Makes template.docx: a wide page, one line a contract, means, categories, signature."""

from tolok.documents.building import Sheet, Template, labelled_twice
from tolok.documents.building.recaps import package_rows, recap_end, recap_head
from tolok.documents.f06_supplier_recap import DOCUMENT

SHEET = Sheet.wide()
DETAIL = "{{ row.code }} · {{ row.method }} · {{ row.contract_value|rupiah }}"


def build() -> Template:
    about = labelled_twice(
        SHEET,
        ("Nama penyedia", "{{ supplier }}"),
        ("NPWP", "{{ tax_number|atau('–') }}"),
        ("Alamat", "{{ address }}"),
        ("Periode", "{{ period }}"),
        ("Direktur/pimpinan", "{{ director|atau('–') }}"),
        ("Nilai kontrak", "{{ rows|length }} kontrak, {{ contract_total|rupiah }}"),
    )
    weighted = ("Rata-rata tertimbang nilai kontrak", "{{ weighted_mean|angka(2) }}")
    body = (
        recap_head(SHEET, "REKAPITULASI KINERJA PER PENYEDIA", about),
        package_rows(SHEET, DETAIL),
        recap_end(SHEET, weighted, violations="Kontrak diputus", not_over="penyedia"),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)
