"""The generator itself: an order in, files and the truth out."""

from dataclasses import dataclass
from pathlib import Path

from tolok.demo.generator.agencies import make_agency
from tolok.demo.generator.inputs import true_inputs
from tolok.demo.generator.order import Order, Part
from tolok.demo.generator.quirks import Scene, spoil
from tolok.demo.generator.tables import publish
from tolok.demo.generator.truth import Quirk, Truth
from tolok.demo.generator.writing import write_empty, write_tables
from tolok.demo.generator.years import make_year


@dataclass(frozen=True)
class Folder:
    """The files of one agency and year."""

    agency: str
    agency_name: str
    year: int
    paths: tuple[Path, ...]


@dataclass(frozen=True)
class Generated:
    folders: tuple[Folder, ...]
    truth: Path
    slips: dict[Quirk, int]


def generate(order: Order, out: Path) -> Generated:
    """Write OUT/<agency>/<year>/<table>.<form> for every part, and OUT/truth.json."""
    truth = Truth()
    folders = tuple(_write_part(order, part, out, truth) for part in order.parts())
    path = out / "truth.json"
    truth.write(path)
    return Generated(folders, path, {quirk: len(slips) for quirk, slips in truth.slips.items()})


def _write_part(order: Order, part: Part, out: Path, truth: Truth) -> Folder:
    scene = spoiled_year(order, part, truth)
    body = scene.facts.body
    folder = out / body.code / str(part.year)
    paths = write_tables(scene.tables, folder, order.form)
    paths += write_empty(folder, order.form, _bodies_of_empty_files(scene))
    return Folder(body.code, scene.facts.agency.full_name, part.year, tuple(paths))


def spoiled_year(order: Order, part: Part, truth: Truth) -> Scene:
    """One agency and year as published, the truth noted."""
    yearly = order.packages // (order.agencies * order.years)
    agency = make_agency(part.agency_index, seed=order.seed, yearly=yearly)
    facts = make_year(agency, part, seed=order.seed)
    truth.inputs.append(true_inputs(facts))
    scene = Scene(facts, part, order.form, order.seed, tables=publish(facts), truth=truth)
    spoil(scene)
    return scene


def _bodies_of_empty_files(scene: Scene) -> dict[str, str]:
    here = (scene.facts.body.code, scene.facts.year)
    slips = scene.truth.slips[Quirk.EMPTY_FILE]
    return {slip.table: str(slip.key) for slip in slips if (slip.agency, slip.year) == here}
