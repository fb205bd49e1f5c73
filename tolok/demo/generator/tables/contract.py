"""SPSE e-contract, for tenders and non-tenders: SPPBJ, contract, SPMK, BAST and payments."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from tolok.demo.generator.facts import Handover, Package, YearFacts
from tolok.demo.generator.tables.agreement import agreement
from tolok.demo.generator.tables.common import (
    Row,
    Tables,
    amount,
    english,
    midnight_z,
    pick,
    serial,
    tax_numbers,
)
from tolok.demo.generator.tables.signed import Signed


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
    status = one.status(version=one.version)
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
        "nilai_kontrak": amount(one.value(one.version)),
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
