"""Random packages for the comparison with the reference: gaps, disputes and odd values abound."""

from datetime import date, timedelta
from decimal import Decimal

from tolok.registry.dictionary import bounds_of, dictionary

METHODS = (
    *("Tender", "Seleksi", "Tender Cepat", "Penunjukan Langsung", "Pengadaan Langsung"),
    *("E-Purchasing", "Dikecualikan", None),
)
KINDS = ["paket"] * 8 + ["rup", "anggaran"]
SMALL_CHOICES = {"kd_satker": ["1.01", "1.02", None], "npwp_penyedia": ["a", "b", "c", None]}
LIKELY = 0.75  # of a fact to be known
DISPUTED = 0.12


def random_row(random, agency, number):
    row = {name: _fact(random, field) for name, field in dictionary().fields.items()}
    row |= {
        "baris": random.choice(KINDS),
        "kd_paket": f"{agency}-{number}",
        "kd_klpd": agency,
        "tahun_anggaran": 2025,
        "mtd_pemilihan": random.choice(METHODS),
        "tgl_data": date(2025, 12, 1) if random.random() < LIKELY else None,
    }
    for field in dictionary().fields.values():
        if field.uncertain:
            low, high = bounds_of(field)
            row[low] = row[high] = None
            if random.random() < DISPUTED:
                row[low], row[high] = sorted(_value(random, field) for _ in range(2))
    return row


def _fact(random, field):
    return _value(random, field) if random.random() < LIKELY else None


def _value(random, field):
    if field.name in SMALL_CHOICES:
        return random.choice(SMALL_CHOICES[field.name])
    match field.type.value:
        case "uang":
            return Decimal(random.choice([0, 1, 99, 10**6, random.randrange(10**17)])) / 100
        case "angka":
            return random.randrange(4)
        case "tanggal":
            return date(2024, 11, 1) + timedelta(days=random.randrange(500))
        case "ya_tidak":
            return random.choice([True, True, False])
    return random.choice(field.choices or ("x", "y"))
