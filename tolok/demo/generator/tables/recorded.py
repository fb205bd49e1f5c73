"""Recorded spending (pencatatan non tender) and its receipts."""

from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal

from tolok.demo.generator.facts import Receipt, Recorded, YearFacts
from tolok.demo.generator.names import printed_tax_number
from tolok.demo.generator.tables.common import (
    Row,
    Tables,
    amount,
    before,
    midnight,
    midnight_z,
    moment,
    of_body,
    of_lpse,
    of_unit,
    stamp,
)


def publish(facts: YearFacts) -> Tables:
    return {
        "SPSE-PencatatanNonTender": [_record(facts, one) for one in facts.recorded],
        "SPSE-PencatatanNonTenderRealisasi": [
            row for one in facts.recorded for row in _receipts(facts, one)
        ],
    }


def _record(facts: YearFacts, one: Recorded) -> Row:
    need = one.need
    total = sum((receipt.value for receipt in one.receipts), Decimal(0))
    return {
        **of_body(facts, facts.body),
        **of_unit(need.unit),
        "kd_lpse": facts.agency.lpse,
        "kd_nontender_pct": one.number,
        "kd_pkt_dce": one.code,
        "kd_rup": str(need.plans[0]),
        "nama_paket": need.name,
        "pagu": int(need.ceiling),
        "total_realisasi": amount(total) if one.receipts else None,
        "nilai_pdn_pct": amount(one.domestic),
        "nilai_umk_pct": amount(one.small),
        "sumber_dana": need.funding,
        "uraian_pekerjaan": f"<p>Telah dilaksanakan {need.name}\r\n</p>",
        "informasi_lainnya": None,
        "kategori_pengadaan": need.published_kind,
        "mtd_pemilihan": need.method,
        "bukti_pembayaran": "NonSPK",
        **_state(one),
        "nip_ppk": need.officer.number,
        "nama_ppk": need.officer.name,
        **_dates(facts, one),
        "_event_date": str(facts.pulled),
    }


def _state(one: Recorded) -> Row:
    cancelled = one.state == "Paket Dibatalkan"
    return {
        "status_nontender_pct": "Ditutup" if cancelled else "Aktif",
        "status_nontender_pct_ket": one.state,
        "alasan_pembatalan": "double input" if cancelled else None,
    }


def _dates(facts: YearFacts, one: Recorded) -> Row:
    made = datetime.combine(one.need.starts, time(9, one.number // 1000 % 60, 15))
    ended = one.receipts[-1].day if one.receipts else facts.pulled.replace(year=facts.year)
    return {
        "tgl_buat_paket": stamp(before(made, 1)),
        "tgl_mulai_paket": moment(made),
        "tgl_selesai_paket": midnight(ended),
    }


def _receipts(facts: YearFacts, one: Recorded) -> Iterator[Row]:
    for number, receipt in enumerate(one.receipts, start=1):
        yield {
            **of_body(facts, facts.body),
            **of_unit(one.need.unit),
            **of_lpse(facts.agency),
            "kd_nontender_pct": one.number,
            "kd_paket_dce": one.code,
            "kd_rup_paket": str(one.need.plans[0]),
            "nama_paket": one.need.name,
            "pagu": int(one.need.ceiling),
            **_receipt(one, receipt, number),
            "nip_ppk": one.need.officer.number,
            "nama_ppk": one.need.officer.name,
            "_event_date": str(facts.pulled),
        }


def _receipt(one: Recorded, receipt: Receipt, number: int) -> Row:
    named = one.supplier.form != ""
    return {
        "jenis_realisasi": receipt.form,
        "no_realisasi": f"{number}/KW/{one.number // 1000}" if named else "",
        "tgl_realisasi": midnight_z(receipt.day),
        "nilai_realisasi": int(receipt.value),
        "dok_realisasi": None,
        "ket_realisasi": "",
        "nama_penyedia": one.supplier.legal_name if named else None,
        "npwp_penyedia": printed_tax_number(one.supplier.tax_number) if named else None,
    }
