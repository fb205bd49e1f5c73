"""One package's e-contract, and what its four tables repeat."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from tolok.demo.generator.facts import Award, Contract, Ending, Package, Process, YearFacts
from tolok.demo.generator.tables.common import Row, of_body, of_unit, serial, stamp

BREACH: Final = "Penyedia tidak menyelesaikan pekerjaan sampai batas waktu"


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

    def status(self, *, version: int = 0) -> Row:
        contract = self.contract
        decided = None
        if contract.ending is not Ending.RUNNING:
            moment = time(10, self.code // 1000 % 60, 7)
            decided = stamp(datetime.combine(self.last_day(), moment))
        broken_off = contract.ending is Ending.BROKEN_OFF
        return {
            "status_kontrak": str(contract.ending),
            "tgl_penetapan_status_kontrak": decided,
            "alasan_penetapan_status_kontrak": BREACH if broken_off else None,
            "apakah_addendum": "Ya" if version else "Tidak",
            "versi_addendum": version,
            "alasan_addendum": contract.addendum if version else None,
        }

    def last_day(self) -> date:
        if self.contract.handovers:
            return self.contract.handovers[-1].paid_on
        return self.contract.due or self.contract.appointed

    @property
    def version(self) -> int:
        """Of the contract in force."""
        return 1 if self.contract.addendum else 0

    def value(self, version: int) -> Decimal:
        revised = self.contract.revised
        return self.award.value if version == 0 or revised is None else revised
