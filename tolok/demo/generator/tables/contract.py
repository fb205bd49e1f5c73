"""SPSE e-contract, for tenders and non-tenders: SPPBJ, contract, SPMK, BAST and payments."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time

from tolok.demo.generator.facts import Award, Contract, Handover, Package, Process, YearFacts
from tolok.demo.generator.tables.common import (
    Row,
    Tables,
    amount,
    english,
    midnight,
    midnight_z,
    of_body,
    of_unit,
    pick,
    serial,
    stamp,
    tax_numbers,
)

LEGAL_FORMS: Mapping[str, str] = {
    "CV": "Persekutuan Komanditer (CV / Commanditer Venoschaap )",
    "PT": "Perseroan Terbatas (PT)",
    "": "Orang Perseorangan",
}
ROUNDING = ("", "", "", "", "Pembulatan", "pembulatan angka koma")


class Signed:
    """One package's e-contract and what its four tables repeat."""

    def __init__(
        self, facts: YearFacts, package: Package, award: Award, contract: Contract
    ) -> None:
        self.facts = facts
        self.package = package
        self.award = award
        self.contract = contract
        self.code = package.last.code
        self.is_tender = package.need.process is Process.TENDER

    def number(self, kind: str) -> str:
        return f"000.3.{2 + self.is_tender}/{serial(self.code) % 10_000}/{kind}/{self.facts.year}"

    def head(self) -> Row:
        head: Row = {
            **of_body(self.facts, self.facts.body),
            **of_unit(self.package.need.unit),
            "alamat_satker": self.package.need.unit.address,
            "kd_lpse": self.facts.agency.lpse,
            "kd_tender" if self.is_tender else "kd_nontender": self.code,
            "nama_paket": self.package.need.name,
        }
        if not self.is_tender:
            head["mtd_pengadaan"] = self.package.need.method
        return head

    def officer(self, *, name_first: bool = False) -> Row:
        """Contract tables print names in capitals; two of those of tenders name first."""
        officer = self.package.need.officer
        number: Row = {"nip_ppk": officer.number}
        name: Row = {"nama_ppk": officer.name.upper()}
        ordered = name | number if name_first else number | name
        return {**ordered, "jabatan_ppk": officer.office}

    def status(self) -> Row:
        contract = self.contract
        decided = None
        if contract.is_done:
            last = contract.handovers[-1].paid_on
            decided = stamp(datetime.combine(last, time(10, self.code // 1000 % 60, 7)))
        return {
            "status_kontrak": "Kontrak Selesai" if contract.is_done else "Kontrak Sedang Berjalan",
            "tgl_penetapan_status_kontrak": decided,
            "alasan_penetapan_status_kontrak": None,
            "apakah_addendum": "Ya" if contract.addendum else "Tidak",
            "versi_addendum": 1 if contract.addendum else 0,
            "alasan_addendum": contract.addendum or None,
        }


def publish(facts: YearFacts) -> Tables:
    tables: Tables = {}
    for prefix, packages in (("Tender", facts.tenders()), ("NonTender", facts.directs())):
        signed = list(_signed(facts, packages))
        for name, rows in ROWS.items():
            tables[f"SPSE-{prefix}Ekontrak-{name}"] = [row for one in signed for row in rows(one)]
    return tables


def _signed(facts: YearFacts, packages: Sequence[Package]) -> Iterator[Signed]:
    for package in packages:
        if package.award and package.contract:
            yield Signed(facts, package, package.award, package.contract)


def appointment(one: Signed) -> Iterator[Row]:
    printed, long = tax_numbers(one.award.supplier)
    officer = one.package.need.officer
    bond = one.award.value / 20 if one.is_tender and not serial(one.code) % 2 else None
    yield {
        **one.head(),
        "no_sppbj": one.number("SPPBJ"),
        "lampiran_sppbj": pick(("-", "1 Berkas", "-", "-", ""), one.code),
        "tgl_sppbj": midnight_z(one.contract.appointed),
        "kota_sppbj": one.facts.agency.place,
        **one.officer(),
        "nama_ppk": officer.name,
        "nama_penyedia": one.award.supplier.legal_name,
        "npwp_penyedia": printed,
        "npwp_penyedia_16": long,
        "harga_final": amount(one.award.value),
        "nilai_jaminan_pelaksanaan": int(bond) if bond else 0,
        "masa_berlaku_jaminan": 104 if bond else 0,
        **one.status(),
        "_event_date": str(one.facts.pulled),
    }


def agreement(one: Signed) -> Iterator[Row]:
    signed = one.contract.signed
    if signed is None:
        return
    printed, long = tax_numbers(one.award.supplier)
    long_column = "npwp_16_penyedia" if one.is_tender else "npwp16_penyedia"
    yield {
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
        **_sums(one),
        **one.status(),
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


def _sums(one: Signed) -> Row:
    return {
        "nilai_kontrak": amount(one.award.value),
        "alasan_ubah_nilai_kontrak": pick(ROUNDING, one.code),
        "alasan_nilai_kontrak_10_persen": None,
        "nilai_pdn_kontrak": amount(one.award.domestic),
        "nilai_umk_kontrak": amount(one.award.small),
        "jenis_kontrak": pick(("Lumsum", "Gabungan Lumsum dan Harga Satuan"), one.code),
        "informasi_lainnya": "" if one.is_tender else None,
    }


def start_of_work(one: Signed) -> Iterator[Row]:
    contract = one.contract
    if contract.started is None:
        return
    supplier = one.award.supplier
    _, long = tax_numbers(supplier)
    row: Row = {
        **one.head(),
        "no_sppbj": one.number("SPPBJ"),
        "no_kontrak": one.number("KTR" if one.is_tender else "SPK"),
        **({} if one.is_tender else {"tgl_kontrak": midnight_z(contract.signed)}),
        "no_spmk_spp": one.number("SPMK"),
        "tgl_spmk_spp": midnight_z(contract.started),
        "tgl_mulai_pekerjaan": english(contract.started, one.code),
        "tgl_selesai_pekerjaan": english(contract.due, one.code),
        "waktu_penyelesaian": contract.promise,
        "kota_spmk_spp": one.facts.agency.place,
        "alamat_pengiriman": None,
        **one.officer(name_first=one.is_tender),
        "nama_penyedia": supplier.legal_name,
        "alamat_penyedia": f"Jl. {supplier.name}",
        "npwp_penyedia": long,
        "npwp_penyedia_16" if one.is_tender else "npwp_16_penyedia": long,
        "wakil_sah_penyedia": supplier.head.name,
        "jabatan_wakil_penyedia": "Direktur" if supplier.form else "-",
        **({} if one.is_tender else one.status()),
        "_event_date": str(one.facts.pulled),
    }
    yield row


def handover(one: Signed) -> Iterator[Row]:
    """One row per payment."""
    if not one.contract.handovers:
        return
    fixed = _handover_head(one)
    status = one.status()
    for number, part in enumerate(one.contract.handovers, start=1):
        yield {**fixed, **_payment(one, part, number), **status,
               "_event_date": str(one.facts.pulled)}  # fmt: skip


def _handover_head(one: Signed) -> Row:
    supplier = one.award.supplier
    printed, long = tax_numbers(supplier)
    return {
        **one.head(),
        **({} if one.is_tender else {"lingkup_pekerjaan": None}),
        "no_sppbj": one.number("SPPBJ"),
        "no_kontrak": one.number("KTR" if one.is_tender else "SPK"),
        "tgl_kontrak": midnight_z(one.contract.signed),
        "nilai_kontrak": amount(one.award.value),
        **one.officer(name_first=one.is_tender),
        "no_sk_ppk": "-",
        "jabatan_penandatangan_sk": "",
        "nama_penyedia": supplier.legal_name,
        "alamat_penyedia": f"Jl. {supplier.name}",
        "npwp_penyedia": printed,
        "npwp_16_penyedia": long,
        "wakil_sah_penyedia": None,
        "jabatan_wakil_penyedia": "Direktur" if supplier.form else "-",
    }


def _payment(one: Signed, part: Handover, number: int) -> Row:
    once = len(one.contract.handovers) == 1
    return {
        "no_bast": one.number(f"BAST.{number}"),
        "tgl_bast": midnight_z(part.day),
        "no_bap": one.number(f"BAP.{number}"),
        "tgl_bap": midnight_z(part.paid_on),
        "besar_pembayaran": amount(part.payment),
        "progres_pekerjaan": part.progress,
        "cara_pembayaran_kontrak": "Sekaligus" if once else pick(("Termin", "Bulanan"), one.code),
    }


ROWS: Mapping[str, Callable[[Signed], Iterator[Row]]] = {
    "SPPBJ": appointment,
    "Kontrak": agreement,
    "SPMKSPP": start_of_work,
    "BAPBAST": handover,
}
