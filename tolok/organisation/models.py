"""Whose procurement it is: the agencies, their work units, and the other names of these units."""

from __future__ import annotations

from typing import Protocol

from django.db import models
from django.db.models import F, Q

from tolok.core.zones import Zone
from tolok.organisation.rows import OwnedRows


class SeesAgencies(Protocol):
    """Whoever asks. Users live above this room, so only what is asked of them is said here."""

    @property
    def nip(self) -> str: ...  # "" for one who has none
    def agencies(self) -> models.QuerySet[Agency]: ...
    def is_respondent(self) -> bool: ...  # whether they see rows of their own units alone
    def units(self) -> models.QuerySet[WorkUnit]: ...


class AgencyRows(OwnedRows["Agency"]):
    agency_at = "pk"


class Agency(models.Model):
    """A ministry, institution or regional government, as LKPP lists it."""

    class Kind(models.TextChoices):
        KABUPATEN = "kabupaten", "Kabupaten"
        KOTA = "kota", "Kota"
        PROVINSI = "provinsi", "Provinsi"
        KEMENTERIAN = "kementerian", "Kementerian"
        LEMBAGA = "lembaga", "Lembaga"
        OTHER = "other", "Lainnya"

    class TimeZone(models.TextChoices):
        WIB = "WIB", "WIB"
        WITA = "WITA", "WITA"
        WIT = "WIT", "WIT"

    # What it is
    code = models.CharField("kode", max_length=20, unique=True)  # kd_klpd, for example "D107"
    name = models.CharField("nama", max_length=200)
    kind = models.CharField("jenis", max_length=20, choices=Kind, default=Kind.OTHER)

    # How it works
    time_zone = models.CharField("zona waktu", max_length=4, choices=TimeZone, default=TimeZone.WIB)
    unit_name = models.CharField(
        "nama unit pengadaan", max_length=200, default="Bagian Pengadaan Barang/Jasa"
    )
    second_factor_required = models.BooleanField("faktor kedua diwajibkan", default=False)

    objects = AgencyRows.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> Zone:
        """By whose clock its days begin and end."""
        return Zone[self.time_zone]


class WorkUnitRows(OwnedRows["WorkUnit"]):
    def named(self, text: str) -> WorkUnitRows:
        """Those whose code or name has the text in it."""
        return self.filter(Q(code__icontains=text) | Q(name__icontains=text))


class WorkUnit(models.Model):
    """A satker (perangkat daerah): who plans, buys and signs within an agency."""

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="work_units")
    code = models.CharField("kode", max_length=60)  # kd_satker_str, "1.02.01.": never a number
    name = models.CharField("nama", max_length=300)

    # The fiscal years in which the sources name it; codes change with a reorganisation
    first_year = models.PositiveSmallIntegerField("tahun pertama", null=True, blank=True)
    last_year = models.PositiveSmallIntegerField("tahun terakhir", null=True, blank=True)

    objects = WorkUnitRows.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                name="one_work_unit_per_agency_and_code",
                violation_error_message="Kode satker ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(first_year__isnull=True)
                | Q(last_year__isnull=True)
                | Q(first_year__lte=F("last_year")),
                name="work_unit_years_in_order",
                violation_error_message="Tahun terakhir mendahului tahun pertama.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class WorkUnitAlias(models.Model):
    """Another code or name under which a source system knows a work unit.

    SiRUP and SPSE number the same satker differently, and both change the number from year to
    year; a join by `kd_satker_str` that finds nothing is tried again through this table.
    """

    class System(models.TextChoices):
        ANY = "any", "Semua sistem"
        SIRUP = "sirup", "SiRUP"
        SPSE = "spse", "SPSE"
        KATALOG = "katalog", "e-Katalog"
        WORKBOOK = "workbook", "Buku kerja"

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="work_unit_aliases")
    system = models.CharField("sistem", max_length=20, choices=System, default=System.ANY)
    alias = models.CharField("kode atau nama lain", max_length=300)
    work_unit = models.ForeignKey(
        WorkUnit, models.CASCADE, related_name="aliases", verbose_name="satuan kerja"
    )

    objects = OwnedRows["WorkUnitAlias"].as_manager()

    class Meta:
        ordering = ["work_unit__code", "system", "alias"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "system", "alias"],
                name="one_meaning_per_alias",
                violation_error_message="Kode atau nama ini sudah dipadankan pada sistem itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.alias} → {self.work_unit}"


class LetterheadRows(models.QuerySet["Letterhead"]):
    def of(self, agency: Agency) -> Letterhead | None:
        return self.filter(agency=agency).first()


class Letterhead(models.Model):
    """An agency's kop surat, and who usually signs below it."""

    class Paper(models.TextChoices):
        F4 = "F4", "F4 (215 x 330 mm)"
        A4 = "A4", "A4 (210 x 297 mm)"

    class Variant(models.TextChoices):
        """In whose place one signs, as Permendagri 1/2023 writes it."""

        OWN = "langsung", "Atas nama sendiri"
        FOR = "a.n.", "a.n. (atas nama)"
        UNDER = "u.b.", "u.b. (untuk beliau)"
        ACTING = "Plt.", "Plt. (pelaksana tugas)"
        DAILY = "Plh.", "Plh. (pelaksana harian)"

    agency = models.OneToOneField(Agency, models.PROTECT, related_name="letterhead")

    # The head
    government = models.CharField("nama pemerintah", max_length=150)
    unit = models.CharField("nama perangkat daerah", max_length=150)
    address = models.CharField("alamat", max_length=200, blank=True)
    contact = models.CharField("telepon, surel, laman", max_length=200, blank=True)
    logo = models.BinaryField("lambang", blank=True)  # PNG, written anew by Tolok; empty: none
    place = models.CharField("tempat naskah dibuat", max_length=80)
    paper = models.CharField("ukuran kertas", max_length=2, choices=Paper, default=Paper.F4)

    # Who usually signs
    signer_variant = models.CharField(
        "cara menandatangani", max_length=10, choices=Variant, default=Variant.OWN
    )
    signer_offices = models.TextField("jabatan", blank=True)  # from the highest to the own, by line
    signer_name = models.CharField("nama", max_length=150, blank=True)
    signer_rank = models.CharField("pangkat/golongan", max_length=80, blank=True)
    signer_nip = models.CharField("NIP", max_length=18, blank=True)

    objects = LetterheadRows.as_manager()

    def __str__(self) -> str:
        return f"Kop surat {self.agency}"
