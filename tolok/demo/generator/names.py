"""Invented persons, companies and places."""

from tolok.demo.generator import words
from tolok.demo.generator.dice import Dice


def person_name(dice: Dice) -> str:
    given = dice.choice(words.GIVEN_HEADS) + dice.choice(words.GIVEN_TAILS)
    family = dice.choice(words.FAMILY_HEADS) + dice.choice(words.FAMILY_TAILS)
    return f"{given} {family}"


def company_name(dice: Dice) -> str:
    first, middle, last = (
        dice.choice(part) for part in (words.FICTION, words.COMPANY_MIDDLE, words.COMPANY_LAST)
    )
    return f"{first} {middle} {last}"


def place_name(dice: Dice) -> str:
    return f"{dice.choice(words.FICTION)} {dice.choice(words.PLACE_LAST)}"


def staff_number(dice: Dice) -> str:
    """A NIP in shape: birth date, appointment month, sex, serial; born too early to be real."""
    birth = f"18{dice.randint(80, 99)}{dice.randint(1, 12):02}{dice.randint(1, 28):02}"
    appointed = f"20{dice.randint(0, 20):02}{dice.randint(1, 12):02}"
    return f"{birth}{appointed}{dice.randint(1, 2)}{dice.randint(1, 999):03}"


def tax_number(dice: Dice) -> str:
    """Fifteen digits that begin with 99, a series the tax office has not issued."""
    return f"99{dice.randrange(10**13):013}"


def printed_tax_number(digits: str) -> str:
    """The fifteen digits as SPSE prints them: 99.123.456.7-890.000."""
    office, branch = digits[9:12], digits[12:15]
    return f"{digits[:2]}.{digits[2:5]}.{digits[5:8]}.{digits[8]}-{office}.{branch}"


def long_tax_number(digits: str) -> str:
    """The sixteen digits in use since 2024: a zero before the old fifteen."""
    return "0" + digits


def ulid(dice: Dice) -> str:
    """A key as the newer catalogue gives them: 26 characters of Crockford's base 32."""
    return "01" + "".join(dice.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=24))
