"""docs/quirks.md: the known faults of the sources, what Tolok does about each, and what proves it.

A test belongs to a quirk when its docstring says so ("P-01, quirk 1"). Tests on the real files,
where they are beside the checkout, live in `test_real_*.py`.
"""

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = re.compile(r"[A-Z]{1,2}-\d\d")
NUMBER = re.compile(r"quirk (\d+)", re.IGNORECASE)

QUIRKS = {  # number: (what the sources do, what Tolok does)
    1: (
        "a contract value typed ten times too large",
        "finding with its bounds; the tenth is the guess where another amount says so",
    ),
    2: ("no status where a tender failed", "a failure unless the tender was awarded; said so"),
    3: ("a repeated tender gets a new code", "an attempt of the same package (`kd_pkt_dce`)"),
    4: ("a RUP that is only partly there", "finding; shares of the plan are not to be trusted"),
    5: ("the contract's end date repeats its date", "never read; the work order's end counts"),
    6: ("English dates in two spellings", "both are read"),
    7: (
        "a date form for each table, midnight with a Z",
        "all are read; a Z labels the local clock and shifts nothing",
    ),
    8: (
        "one row per payment, the table pulled twice",
        "equal rows count once, payments are added up",
    ),
    9: (
        "work units numbered anew by each system and year",
        "joined by `kd_satker_str`, by the numbers of SiRUP and e-Katalog, by the table of aliases;"
        " what stays unknown is a finding",
    ),
    10: (
        "NIP rounded, with blanks, too short",
        "digits as they came; members are known by them, or by name",
    ),
    11: (
        "NPWP in five spellings, or none",
        "16 digits or none; one supplier per number, all names kept",
    ),
    12: (
        "dummies and percentages as amounts",
        "finding; the amount lies between zero and the contract",
    ),
    13: ("awards twice, or missing, or running", "the higher until somebody decides; finding"),
    14: ("one LPSE serves several bodies", "rows of others are set aside and said so"),
    15: (
        "time for completion in free words",
        "read where it is certain; ends that contradict it are findings",
    ),
    16: (
        "lists, amounts and HTML inside one text",
        "taken apart by their labels, shown as plain text",
    ),
    17: (
        "quotes that tear rows, file names that lie",
        "torn rows are refused, never shifted; tables are known by their header",
    ),
    18: (
        "a week later: new, changed and vanished rows",
        "told with old and new value; corrections stay, and come back when their source moved",
    ),
    19: ("lock files, metadata sheets, Windows-1252", "said and not read; read and said"),
    20: (
        "a public list with rounded amounts and labels in titles",
        "read as what it is; only for tenders no other table knows",
    ),
    21: (
        "registrants beside bidders",
        "who named a price is a bidder; a finished tender without any lacks data",
    ),
    22: ("OCDS and other worlds", "refused with the columns that were seen; nothing is guessed"),
}
HEAD = """# Quirks of the sources

Made by `make rules` from the tests; a test compares them, and wants for every quirk a rule, a test
on a small file of our own and one on the real files (`test_real_…`, skipped where those are not).

| No. | The sources have | Tolok | Rules | Tests |
|---|---|---|---|---|
"""


def proofs() -> dict[int, list[tuple[str, Path, str]]]:
    """Quirk -> (test, its file, its docstring)."""
    found: dict[int, list[tuple[str, Path, str]]] = defaultdict(list)
    for path in sorted((ROOT / "tolok").glob("**/tests/**/test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                said = ast.get_docstring(node) or ""
                for number in map(int, NUMBER.findall(said)):
                    found[number].append((node.name, path.relative_to(ROOT), said))
    return found


def rules_of(number: int, tests: list[tuple[str, Path, str]]) -> list[str]:
    """The codes that docstrings name for the quirk; one that is about several divides by ";"."""
    parts = [part for _, _, said in tests for part in said.split(";")]
    mine = [part for part in parts if str(number) in NUMBER.findall(part)]
    return sorted({code for part in mine for code in CODE.findall(part)})


def is_real(path: Path) -> bool:
    return path.name.startswith("test_real_")


def page() -> str:
    found = proofs()
    return HEAD + "".join(row(number, found[number]) for number in QUIRKS)


def row(number: int, tests: list[tuple[str, Path, str]]) -> str:
    has, does = QUIRKS[number]
    places = sorted({str(path) for _, path, _ in tests})
    shown = ", ".join(f"[{Path(place).stem}](../{place})" for place in places)
    return f"| {number} | {has} | {does} | {', '.join(rules_of(number, tests))} | {shown} |\n"


if __name__ == "__main__":
    (ROOT / "docs" / "quirks.md").write_text(page(), encoding="utf-8")
