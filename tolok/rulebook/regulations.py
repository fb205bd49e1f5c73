"""The table of regulations that letters cite."""

import tomllib
from functools import cache
from importlib import resources

from tolok.core.regulations import Amendment, Regulation


@cache
def regulations() -> tuple[Regulation, ...]:
    text = (resources.files("tolok.rulebook") / "regulations.toml").read_text("utf-8")
    return tuple(
        Regulation(
            subject=one["subject"],
            name=one["name"],
            about=one["about"],
            since=one["since"],
            amendments=tuple(Amendment(**amendment) for amendment in one.get("amendment", ())),
        )
        for one in tomllib.loads(text)["regulation"]
    )
