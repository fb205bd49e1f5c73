"""SPSE: announcements, winners, values, registrants and stages of tenders."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from tolok.demo.generator.agencies import Body
from tolok.demo.generator.facts import Attempt, Outcome, Package, YearFacts
from tolok.demo.generator.tables.common import (
    Row,
    Tables,
    amount,
    before,
    moment,
    of_body,
    of_lpse,
    of_unit,
    pick,
    tax_numbers,
)
from tolok.demo.generator.tables.stages import stages

PAYMENTS = ("Gabungan Lumsum dan Harga Satuan", "Lumsum", "Gabungan Lumsum dan Harga Satuan",
            "Harga Satuan", "Lumsum")  # fmt: skip
SMALL_LIMIT = 15_000_000_000
MEDIUM_LIMIT = 50_000_000_000


def publish(facts: YearFacts) -> Tables:
    return rows_of(facts, facts.body, facts.tenders())


def rows_of(facts: YearFacts, body: Body, packages: Sequence[Package]) -> Tables:
    """The five tables for the tenders of one body in this LPSE."""
    tried = [(package, attempt) for package in packages for attempt in package.attempts]
    done = [package for package in packages if package.award]
    shown = [package for package in packages if package.last.outcome is not Outcome.FAILED]
    return {
        "SPSE-TenderPengumuman": [_announced(facts, body, *pair) for pair in tried],
        "SPSE-TenderSelesai": [_finished(facts, body, package) for package in done],
        "SPSE-TenderSelesaiNilai": [_value(facts, body, package) for package in shown],
        "SPSE-PesertaTender": [row for pair in tried for row in _bidders(facts, body, *pair)],
        "SPSE-JadwalTahapanTender": [row for pair in tried for row in _stages(facts, body, *pair)],
    }


def _procedure(package: Package) -> Row:
    """How the selection was to run; failed tenders of some years have none of it."""
    is_consulting = package.need.method == "Seleksi"
    by_quality = pick(("Kualitas dan Biaya",) * 9 + ("Pagu Anggaran",), package.code)
    return {
        "kualifikasi_paket": qualification(package),
        "jenis_pengadaan": package.need.published_kind,
        "mtd_pemilihan": package.need.method,
        "mtd_evaluasi": by_quality if is_consulting else "Harga Terendah Sistem Gugur",
        "mtd_kualifikasi": "Pra Dua File Kualitas Biaya" if is_consulting else "Pasca Satu File",
        "kontrak_pembayaran": pick(PAYMENTS, package.code),
    }


def qualification(package: Package) -> str:
    if package.need.ceiling < SMALL_LIMIT:
        return "Kecil"
    return "Menengah" if package.need.ceiling < MEDIUM_LIMIT else "Besar"


def _what(package: Package) -> Row:
    need = package.need
    return {
        "kd_pkt_dce": package.code,
        "kd_rup": ";".join(map(str, need.plans)),
        "nama_paket": need.name,
        "pagu": int(need.ceiling),
        "hps": amount(package.estimate),
        "sumber_dana": need.funding,
    }


def _announced(facts: YearFacts, body: Body, package: Package, attempt: Attempt) -> Row:
    return {
        "tahun_anggaran": facts.year,
        "list_tahun_anggaran": str(facts.year),
        "kd_klpd": body.code,
        "nama_klpd": body.name,
        "jenis_klpd": body.kind,
        **of_unit(package.need.unit),
        **of_lpse(facts.agency),
        "kd_tender": attempt.code,
        **_what(package),
        **_procedure(package),
        **_course(facts, attempt),
        **_people(package),
        "lokasi_pekerjaan": f"{facts.agency.place} - {facts.agency.full_name}",
        "url_lpse": facts.agency.url,
        "_event_date": str(facts.pulled),
    }


def _course(facts: YearFacts, attempt: Attempt) -> Row:
    return {
        "status_tender": str(attempt.outcome),
        "tanggal_status": str(facts.pulled - timedelta(days=1)),
        "versi_tender": attempt.version,
        "ket_ditutup": attempt.why_failed or None,
        "ket_diulang": None,
        "tgl_buat_paket": moment(before(attempt.announced, 12, attempt.code // 1000 % 20_000)),
        "tgl_kolektif_kolegial": moment(before(attempt.announced, 1, attempt.code // 1000 % 9_000)),
        "tgl_pengumuman_tender": moment(attempt.announced),
    }


def _people(package: Package) -> Row:
    members = package.pokja.members if package.pokja else ()
    return {
        "nip_ppk": package.need.officer.number,
        "nama_ppk": package.need.officer.name,
        "nip_pokja": ";".join(member.number for member in members),
        "nama_pokja": ";".join(member.name for member in members),
    }


def _finished(facts: YearFacts, body: Body, package: Package) -> Row:
    award = package.award
    return {
        **of_body(facts, body),
        **of_unit(package.need.unit),
        **of_lpse(facts.agency),
        "kd_tender": package.last.code,
        **_what(package),
        "mak": package.need.account,
        **_procedure(package),
        "status_tender": str(Outcome.DONE),
        "tgl_pengumuman_tender": moment(package.last.announced),
        "tgl_penetapan_pemenang": moment(award.decided) if award else None,
        "url_lpse": facts.agency.url,
    }


def _value(facts: YearFacts, body: Body, package: Package) -> Row:
    """`kd_satker` holds the code that is `kd_satker_str` elsewhere; running tenders are empty."""
    need, award = package.need, package.award
    return {
        **of_body(facts, body),
        "kd_satker": need.unit.code,
        "nama_satker": need.unit.name,
        "kd_lpse": facts.agency.lpse,
        "kd_tender": package.last.code,
        "kd_paket": package.code,
        "kd_rup_paket": ";".join(map(str, need.plans)),
        "pagu": int(need.ceiling),
        "hps": amount(package.estimate),
        "nilai_penawaran": amount(award.offer) if award else None,
        "nilai_terkoreksi": amount(award.offer) if award else None,
        "nilai_negosiasi": amount(award.negotiated) if award else None,
        "nilai_kontrak": amount(award.value) if award else None,
        "tgl_pengumuman_tender": str(package.last.announced.date()),
        "tgl_penetapan_pemenang": str(award.decided.date()) if award else None,
        **_winner(package),
        "_event_date": str(facts.pulled),
    }


def _winner(package: Package) -> Row:
    """PDN and UMK are known once the e-contract was signed."""
    award, contract = package.award, package.contract
    printed, long = tax_numbers(award.supplier) if award else (None, None)
    signed = award if contract and contract.signed else None
    return {
        "kd_penyedia": award.supplier.code if award else None,
        "nama_penyedia": award.supplier.legal_name if award else None,
        "npwp_penyedia": printed,
        "npwp_16_penyedia": long,
        "nilai_pdn_kontrak": amount(signed.domestic) if signed else None,
        "nilai_umk_kontrak": amount(signed.small) if signed else None,
    }


def _of_process(facts: YearFacts, body: Body, package: Package, attempt: Attempt) -> Row:
    return {
        "tahun_anggaran": facts.year,
        "kd_klpd": body.code,
        "kd_satker": package.need.unit.process_id,
        "kd_satker_str": package.need.unit.code,
        "kd_lpse": facts.agency.lpse,
        "kd_tender": attempt.code,
    }


def _bidders(facts: YearFacts, body: Body, package: Package, attempt: Attempt) -> Iterator[Row]:
    """One row per registrant; only those who handed in an offer have a value."""
    head = _of_process(facts, body, package, attempt)
    for bidder in attempt.bidders:
        printed, long = tax_numbers(bidder.supplier)
        offer = amount(bidder.offer) if bidder.offer is not None else None
        yield {
            **head,
            "kd_pkt_dce": package.code,
            "kd_peserta": bidder.code * 1000,
            "kd_penyedia": bidder.supplier.code,
            "nama_penyedia": bidder.supplier.legal_name,
            "npwp_penyedia": printed,
            "npwp_penyedia_16": long,
            "nilai_penawaran": offer,
            "nilai_terkoreksi": offer,
            "pemenang": int(bidder.won),
            "pemenang_terverifikasi": 0,
            "alasan": None,
        }


def _stages(facts: YearFacts, body: Body, package: Package, attempt: Attempt) -> Iterator[Row]:
    head = _of_process(facts, body, package, attempt)
    for stage in stages(package, attempt):
        yield {
            **head,
            "kd_tahapan": stage.code,
            "nama_tahapan": stage.name,
            "kd_akt": stage.activity,
            "nama_akt": None,
            "tgl_awal": moment(stage.begins),
            "tgl_akhir": moment(stage.ends),
            "_event_date": str(facts.pulled),
        }
