"""Chance, by named streams."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """One stream of chance.

    A stream is seeded by its name ("bids", "D900", 2024 …): a new stream leaves the
    numbers of all others as they are.
    """

    def __init__(self, *name: object) -> None:
        super().__init__("/".join(map(str, name)))

    def chance(self, share: float) -> bool:
        return self.random() < share

    def weighted(self, weights: Mapping[T, float]) -> T:
        return self.choices(list(weights), list(weights.values()))[0]

    def about(self, median: float, *, spread: float, low: float, high: float) -> float:
        """Log-normal, drawn again while outside the bounds, so that no value piles up there."""
        for _ in range(50):
            value = median * self.lognormvariate(0, spread)
            if low <= value <= high:
                return value
        return (low + high) / 2

    def sample_share(self, things: Sequence[T], share: float) -> list[T]:
        """That share of the things, at least one when any can be had; in their own order."""
        if not things or share <= 0:
            return []
        count = max(1, round(len(things) * share))
        chosen = sorted(self.sample(range(len(things)), min(count, len(things))))
        return [things[position] for position in chosen]
