"""SPSE e-contract: the contract itself and its addendum."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from tolok.demo.generator.tables.common import (
    Row,
    amount,
    midnight,
    midnight_z,
    pick,
    tax_numbers,
)
from tolok.demo.generator.tables.signed import Signed

LEGAL_FORMS: Final[Mapping[str, str]] = {
    "CV": "Persekutuan Komanditer (CV / Commanditer Venoschaap )",
    "PT": "Perseroan Terbatas (PT)",
    "": "Orang Perseorangan",
}
ROUNDING: Final = ("", "", "", "", "Pembulatan", "pembulatan angka koma")


def agreement(one: Signed) -> Iterator[Row]:
    """The contract, and in a second row its addendum."""
    if one.contract.signed is not None:
        for version in range(one.version + 1):
            yield _agreement(one, one.contract.signed, version)


def _agreement(one: Signed, signed: date, version: int) -> Row:
    printed, long = tax_numbers(one.award.supplier)
    long_column = "npwp_16_penyedia" if one.is_tender else "npwp16_penyedia"
    return {
        **one.head(),
        "lingkup_pekerjaan": _scope(one),
        "no_sppbj": one.number("SPPBJ"),
        "no_kontrak": one.number("KTR" if one.is_tender else "SPK"),
        "tgl_kontrak": midnight_z(signed),
        **_term(one, signed),
        "kota_kontrak": one.facts.agency.place,
        **one.officer(),
        "no_sk_ppk": f"800/Kep.{one.package.need.unit.plan_id % 1000}/{one.facts.year - 1}",
        **({"kd_penyedia": one.award.supplier.code} if one.is_tender else {}),
        "nama_penyedia": one.award.supplier.legal_name,
        "npwp_penyedia": long if one.is_tender else printed,
        long_column: long,
        **_party(one),
        **_sums(one, version),
        **one.status(version=version),
    }


def _scope(one: Signed) -> str | None:
    """HTML with line ends and tabs."""
    if not one.is_tender:
        return None
    return f"<p>a.\tPekerjaan Persiapan\r\n</p><p>b.\t{one.package.need.name}&nbsp;</p>"


def _term(one: Signed, signed: date) -> Row:
    """For tenders SPSE repeats the signing day as begin and end: never use it for lateness."""
    if one.is_tender:
        same = midnight_z(signed)
        return {"tgl_kontrak_awal": same, "tgl_kontrak_akhir": same}
    due, started = one.contract.due, one.contract.started
    known = due is not None and started is not None and one.facts.year < 2025  # noqa: PLR2004
    return {
        "tgl_kontrak_awal": midnight(started) if known and started else None,
        "tgl_kontrak_akhir": midnight(due) if known and due else None,
    }


def _party(one: Signed) -> Row:
    supplier = one.award.supplier
    return {
        "bentuk_usaha_penyedia": LEGAL_FORMS[supplier.form],
        "tipe_penyedia": _joint_type(one),
        "anggota_kso": _joint_members(one),
        "wakil_sah_penyedia": supplier.head.name.upper(),
        "jabatan_wakil_penyedia": "Direktur" if supplier.form else "-",
        "nama_rek_bank": f"Bank {one.facts.agency.place}",
        "no_rek_bank": supplier.account,
        "nama_pemilik_rek_bank": supplier.legal_name.upper() if one.is_tender else None,
    }


def _joint_type(one: Signed) -> str | None:
    if not one.is_tender:
        return None
    return f"Penyedia Badan Usaha {'KSO' if one.contract.partner else 'Non KSO'}"


def _joint_members(one: Signed) -> str | None:
    """One text with Indonesian numbers."""
    if one.contract.partner is None:
        return None
    part = f"{int(one.award.value) // 3:,}".replace(",", ".")
    return f"Nama Anggota KSO: {one.contract.partner.legal_name}; Nilai Anggota KSO: {part},00"


def _sums(one: Signed, version: int) -> Row:
    value, award = one.value(version), one.award
    return {
        "nilai_kontrak": amount(value),
        "alasan_ubah_nilai_kontrak": pick(ROUNDING, one.code),
        "alasan_nilai_kontrak_10_persen": None,
        "nilai_pdn_kontrak": amount(_part(award.domestic, award.value, value)),
        "nilai_umk_kontrak": amount(_part(award.small, award.value, value)),
        "jenis_kontrak": pick(("Lumsum", "Gabungan Lumsum dan Harga Satuan"), one.code),
        "informasi_lainnya": "" if one.is_tender else None,
    }


def _part(part: Decimal, whole: Decimal, value: Decimal) -> Decimal:
    """A PDN or UMK part once the contract value was revised."""
    return value if part == whole else min(part, value)
