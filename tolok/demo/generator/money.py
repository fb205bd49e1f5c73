"""What things cost: ceilings under the thresholds of their method, estimates, offers."""

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from tolok.demo.generator.dice import Dice
from tolok.demo.generator.facts import Kind

CENT: Final = Decimal("0.01")
LARGEST: Final = 90_000_000_000
WORKS_LIMIT_SINCE: Final = 2025  # Perpres 46/2025 raised it for works


def direct_limit(kind: Kind, year: int) -> int:
    """The most Pengadaan Langsung may cost (Perpres 12/2021, 46/2025)."""
    match kind:
        case Kind.CONSULTING:
            return 100_000_000
        case Kind.WORKS if year >= WORKS_LIMIT_SINCE:
            return 400_000_000
        case _:
            return 200_000_000


def ceiling(dice: Dice, *, method: str, kind: Kind, year: int) -> Decimal:
    """Pagu: log-normal, between the bounds the method sets; mostly round."""
    limit = direct_limit(kind, year)
    match method:
        case "Tender" | "Tender Cepat":
            drawn = dice.about(1_100_000_000, spread=1.0, low=limit * 1.01, high=LARGEST)
        case "Seleksi":
            drawn = dice.about(380_000_000, spread=0.7, low=limit * 1.01, high=6_000_000_000)
        case "Pengadaan Langsung":
            drawn = dice.about(0.5 * limit, spread=0.6, low=4_000_000, high=limit)
        case "Penunjukan Langsung" | "Dikecualikan":
            drawn = dice.about(120_000_000, spread=1.0, low=5_000_000, high=3_000_000_000)
        case _:
            drawn = dice.about(70_000_000, spread=1.4, low=300_000, high=9_000_000_000)
    step = dice.weighted({1_000_000: 0.7, 50_000: 0.25, 1: 0.05})
    return Decimal(max(300_000, int(drawn) // step * step))


def estimate(dice: Dice, limit: Decimal) -> Decimal:
    """HPS: just under the ceiling; three of ten equal it."""
    if dice.chance(0.3):
        return limit
    return _kept(dice, limit, 1 - min(0.04, dice.expovariate(1 / 0.0022)))


def tender_offer(dice: Dice, hps: Decimal) -> Decimal:
    """The winner's offer: 7 to 9 % under HPS in the mean, rarely beyond 25 %."""
    return _kept(dice, hps, 1 - min(0.32, max(0.003, dice.gammavariate(1.7, 0.034))))


def direct_offer(dice: Dice, hps: Decimal) -> Decimal:
    """In Pengadaan Langsung half a percent under HPS is usual."""
    return _kept(dice, hps, 1 - min(0.09, dice.gammavariate(1.3, 0.0033)))


def share(dice: Dice, whole: Decimal, low: float, high: float) -> Decimal:
    return _kept(dice, whole, dice.uniform(low, high))


def _kept(dice: Dice, whole: Decimal, ratio: float) -> Decimal:
    """Rounded as people do: to a thousand, to a rupiah, or left with cents."""
    value = whole * Decimal(f"{ratio:.6f}")
    step = dice.weighted({Decimal(1000): 0.5, Decimal(1): 0.25, CENT: 0.25})
    return (value / step).to_integral_value(ROUND_HALF_EVEN) * step
