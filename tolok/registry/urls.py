from django.urls import path

from tolok.registry.models import Correction, Exclusion
from tolok.registry.models.corrections import Decision
from tolok.registry.views import (
    corrections,
    findings,
    imports,
    packages,
    plan,
    pokja,
    proposals,
    suppliers,
    uploads,
    xray,
)

A_CORRECTION = {"model": Correction}
AN_EXCLUSION = {"model": Exclusion}
ACCEPT = {"decision": Decision.ACCEPTED}
REFUSE = {"decision": Decision.REFUSED}
WITHDRAW = {"decision": Decision.WITHDRAWN}

app_name = "registry"
urlpatterns = [
    path("", xray.xray, name="xray"),
    # Imports
    path("impor/", imports.imports, name="imports"),
    path("impor/buku-kerja.xlsx", imports.workbook_template, name="workbook_template"),
    path("impor/<int:pk>/", imports.import_report, name="import"),
    path("impor/<int:pk>/baris/", imports.import_rows, name="import_rows"),
    path("impor/<int:pk>/ditolak/", imports.import_refused_rows, name="import_refused_rows"),
    path("impor/<int:pk>/batalkan/", imports.undo_import, name="undo_import"),
    path("impor/berkas/<int:pk>/", imports.imported_file, name="imported_file"),
    # Files on their way in
    path("unggahan/", uploads.start_upload, name="start_upload"),
    path("unggahan/<int:pk>/", uploads.upload, name="upload"),
    path("unggahan/<int:pk>/baris/", uploads.upload_rows, name="upload_rows"),
    path("unggahan/<int:pk>/ditolak/", uploads.upload_refused_rows, name="upload_refused_rows"),
    path("unggahan/<int:pk>/impor/", uploads.confirm_upload, name="confirm_upload"),
    path("unggahan/<int:pk>/kerjakan/", uploads.continue_upload, name="continue_upload"),
    path("unggahan/<int:pk>/buang/", uploads.discard_upload, name="discard_upload"),
    path("unggahan/berkas/<int:pk>/", uploads.uploaded_file, name="uploaded_file"),
    # Packages
    path("paket/", packages.packages, name="packages"),
    path("paket/unduh/", packages.export_packages, name="export_packages"),
    path("paket/kolom/", packages.choose_columns, name="choose_columns"),
    path("paket/cari/", packages.find_package, name="find_package"),
    path("paket/<int:pk>/", packages.package, name="package"),
    path("paket/<int:pk>/sumber/", packages.package_sources, name="package_sources"),
    path("paket/<int:pk>/koreksi/", proposals.propose_correction, name="propose_correction"),
    path("paket/<int:pk>/pengecualian/", proposals.propose_exclusion, name="propose_exclusion"),
    # Findings
    path("temuan/", findings.findings, name="findings"),
    path("temuan/nyatakan-benar/", findings.mark_all, name="mark_all_findings_right"),
    path("temuan/<int:pk>/", findings.finding, name="finding"),
    path("temuan/<int:pk>/nyatakan-benar/", findings.mark_right, name="mark_finding_right"),
    # Corrections and exclusions
    path("koreksi/", corrections.corrections, name="corrections"),
    path("koreksi/<int:pk>/", corrections.change, A_CORRECTION, name="correction"),
    path("koreksi/<int:pk>/bukti/", corrections.evidence, name="correction_evidence"),
    path(
        "koreksi/<int:pk>/setujui/",
        corrections.decide,
        A_CORRECTION | ACCEPT,
        name="accept_correction",
    ),
    path(
        "koreksi/<int:pk>/tolak/",
        corrections.decide,
        A_CORRECTION | REFUSE,
        name="refuse_correction",
    ),
    path(
        "koreksi/<int:pk>/tarik/",
        corrections.decide,
        A_CORRECTION | WITHDRAW,
        name="withdraw_correction",
    ),
    path("pengecualian/<int:pk>/", corrections.change, AN_EXCLUSION, name="exclusion"),
    path(
        "pengecualian/<int:pk>/setujui/",
        corrections.decide,
        AN_EXCLUSION | ACCEPT,
        name="accept_exclusion",
    ),
    path(
        "pengecualian/<int:pk>/tolak/",
        corrections.decide,
        AN_EXCLUSION | REFUSE,
        name="refuse_exclusion",
    ),
    path(
        "pengecualian/<int:pk>/tarik/",
        corrections.decide,
        AN_EXCLUSION | WITHDRAW,
        name="withdraw_exclusion",
    ),
    # Registers
    path("penyedia/", suppliers.suppliers, name="suppliers"),
    path("penyedia/<int:pk>/", suppliers.supplier, name="supplier"),
    path("penyedia/<int:pk>/npwp/", suppliers.reveal_npwp, name="reveal_npwp"),
    path("pokja/", pokja.pokja_list, name="pokja_list"),
    path("pokja/<int:pk>/", pokja.pokja, name="pokja"),
    path("pokja/<int:pk>/kukuhkan/", pokja.confirm_pokja, name="confirm_pokja"),
    path("pokja/<int:pk>/anggota/", pokja.date_members, name="date_members"),
    path("rup/", plan.plan_entries, name="plan_entries"),
]
