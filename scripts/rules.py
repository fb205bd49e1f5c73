"""docs/rules.md: every rule code with its sentence and its place, read from the code itself.

A rule's sentence is what a docstring says after the code; where that is nothing or too little,
the title of a data rule or the message its Problem gives.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = re.compile(r"[A-Z]{1,2}-\d\d")
IN_DOCSTRING = re.compile(
    r"\b([A-Z]{1,2}-\d\d)\b:?\s+((?:(?!\b[A-Z]{1,2}-\d\d\b|\n\n).)+)", re.DOTALL
)
FEW_WORDS = 6  # a docstring that only names the rule; then its message says more
HEAD = """# Rules

Made by `make rules` from the code; a test compares them. A message begins with its code.

| Code | Rule | In |
|---|---|---|
"""


def sources() -> list[Path]:
    found = sorted((ROOT / "tolok").rglob("*.py"))
    return [path for path in found if not {"tests", "migrations"} & set(path.parts)]


def rules() -> dict[str, tuple[str, Path]]:
    """Code -> its best sentence and the file that gives it."""
    best: dict[str, tuple[int, str, Path]] = {}
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        given = codes_given(tree)
        for goodness, code, sentence in sayings(tree):
            rank = goodness if code in given else goodness + 10  # elsewhere it is only mentioned
            if code not in best or rank < best[code][0]:
                best[code] = (rank, sentence, path.relative_to(ROOT))
    return {code: best[code][1:] for code in sorted(best)}


def codes_given(tree: ast.Module) -> set[str]:
    """Codes that stand as a text of their own, also where one rule is only asked for."""
    texts = {text_of(node) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {text for text in texts if CODE.fullmatch(text)}


def codes_made(tree: ast.Module) -> set[str]:
    """Codes with which a problem is made."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    firsts = {text_of(call.args[0]) for call in calls if called(call) in ("Problem", "Rule")}
    return {text for text in firsts if CODE.fullmatch(text)}


def sayings(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Rank (less is better), code and sentence."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
            text = ast.get_docstring(node) or ""
            for code, sentence in IN_DOCSTRING.findall(text):
                rank = 3 if len(sentence.split()) < FEW_WORDS else 0 if CODE.match(text) else 1
                yield rank, code, tidy(sentence)
        elif isinstance(node, ast.Call) and (sentence := spoken(node)):
            yield 2, text_of(node.args[0]), tidy(sentence)


def spoken(call: ast.Call) -> str:
    """The title in Rule(code, title, …), the message in Problem(code, where, message)."""
    place = {"Rule": 1, "Problem": 2}.get(called(call))
    if place is None or len(call.args) <= place or not CODE.fullmatch(text_of(call.args[0])):
        return ""
    return text_of(call.args[place])


def called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def text_of(argument: ast.expr) -> str:
    """A literal text; what is filled in when it runs becomes `…`; "" for anything else."""
    if isinstance(argument, ast.JoinedStr):
        return "".join(
            text_of(part) if isinstance(part, ast.Constant) else "…" for part in argument.values
        )
    return str(argument.value) if isinstance(argument, ast.Constant) else ""


def tidy(sentence: str) -> str:
    """One line that starts with a capital and ends with a full stop."""
    line = " ".join(sentence.split()).strip(" ,;.:").replace("|", "\\|")
    return f"{line[:1].upper()}{line[1:]}."


def page() -> str:
    rows = [f"| {code} | {sentence} | `{path}` |\n" for code, (sentence, path) in rules().items()]
    return HEAD + "".join(rows)


if __name__ == "__main__":
    (ROOT / "docs" / "rules.md").write_text(page(), encoding="utf-8")
