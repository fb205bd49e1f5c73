"""SPSE non-tender: Pengadaan Langsung and Penunjukan Langsung."""

from datetime import timedelta

from tolok.demo.generator.facts import Attempt, Outcome, Package, YearFacts
from tolok.demo.generator.tables.common import (
    Row,
    Tables,
    amount,
    before,
    moment,
    moment_z,
    of_body,
    of_lpse,
    of_unit,
    pair,
    pick,
    tax_numbers,
)

PAYMENTS = ("Lumsum", "Gabungan Lumsum dan Harga Satuan", "Lumsum", "Harga Satuan", "Lumsum")


def publish(facts: YearFacts) -> Tables:
    packages = facts.directs()
    tried = [(package, attempt) for package in packages for attempt in package.attempts]
    shown = [package for package in packages if package.last.outcome is not Outcome.FAILED]
    return {
        "SPSE-NonTenderPengumuman": [_announced(facts, *both) for both in tried],
        "SPSE-NonTenderSelesai": [_finished(facts, package) for package in shown],
    }


def _traits(package: Package) -> Row:
    need = package.need
    return {
        "sumber_dana": need.funding,
        "mak": need.account,
        "kualifikasi_paket": "Kecil",
        "jenis_pengadaan": need.published_kind,
        "mtd_pemilihan": need.method,
        "kontrak_pembayaran": pick(PAYMENTS, package.code),
    }


def _what(package: Package) -> Row:
    return {
        "kd_pkt_dce": package.code,
        "kd_rup": str(package.need.plans[0]),
        "nama_paket": package.need.name,
        "pagu": int(package.need.ceiling),
        "hps": amount(package.estimate),
    }


def _announced(facts: YearFacts, package: Package, attempt: Attempt) -> Row:
    return {
        **of_body(facts, facts.body),
        **of_unit(package.need.unit),
        "lls_id": attempt.code,
        **of_lpse(facts.agency),
        "kd_nontender": attempt.code,
        **_what(package),
        **_traits(package),
        "status_nontender": str(attempt.outcome),
        "versi_nontender": attempt.version,
        "ket_diulang": None,
        "ket_ditutup": attempt.why_failed or None,
        "tgl_buat_paket": moment(before(attempt.announced, 6, attempt.code // 1000 % 20_000)),
        "tgl_kolektif_kolegial": moment(before(attempt.announced, 0, attempt.code // 1000 % 7_000)),
        "tgl_pengumuman_nontender": moment_z(attempt.announced),
        "nip_nama_ppk": pair(package.need.officer),
        "nip_nama_pokja": None,
        "nip_nama_pp": pair(package.buyer) if package.buyer else None,
        "url_lpse": facts.agency.url,
        "repeat_order": "Tidak",
    }


def _finished(facts: YearFacts, package: Package) -> Row:
    """Despite its name the table holds running ones too; values wait for the e-contract."""
    attempt = package.last
    decided = package.award.decided if package.award else attempt.announced + timedelta(days=10)
    return {
        "tahun_anggaran": facts.year,
        "lpse_id": facts.agency.lpse,
        "kd_klpd": facts.body.code,
        "nama_klpd": facts.body.name,
        "jenis_klpd": facts.body.kind,
        **of_unit(package.need.unit),
        **of_lpse(facts.agency),
        "kd_nontender": attempt.code,
        **_what(package),
        **_values(package),
        **_traits(package),
        "status_nontender": str(attempt.outcome),
        "tgl_pengumuman_nontender": moment(attempt.announced),
        "tgl_selesai_nontender": moment(decided),
        **_supplier(package),
        "url_lpse": facts.agency.url,
        "tgl_penarikan": str(facts.pulled),
    }


def _values(package: Package) -> Row:
    offer = package.last.bidders[0].offer
    award = package.award
    signed = award if package.contract and package.contract.signed else None
    return {
        "nilai_penawaran": amount(offer) if offer is not None else None,
        "nilai_terkoreksi": amount(offer) if offer is not None else None,
        "nilai_negosiasi": amount(award.negotiated) if award else None,
        "nilai_kontrak": amount(signed.value) if signed else None,
        "nilai_pdn_kontrak": amount(signed.domestic) if signed else None,
        "nilai_umk_kontrak": amount(signed.small) if signed else None,
    }


def _supplier(package: Package) -> Row:
    supplier = package.last.bidders[0].supplier
    printed, long = tax_numbers(supplier)
    return {
        "kd_penyedia": supplier.code,
        "nama_penyedia": supplier.legal_name,
        "npwp_penyedia": printed,
        "npwp16_penyedia": long,
    }
