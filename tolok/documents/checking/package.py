"""Whether an uploaded Word file may be opened at all: asked in the child, before Word's parsers."""

from collections.abc import Iterator

from tolok.core.problem import Problem, RefusedError
from tolok.documents.checking.container import members_of
from tolok.documents.checking.markup import markup_problems
from tolok.documents.checking.relations import part_problems, relation_problems, type_problems
from tolok.documents.checking.xml import parsed

MOST_TOLD = 20


def need_harmless(data: bytes) -> None:
    """Refused with all that is wrong; what passes can be parsed and shown without a risk."""
    members = members_of(data)
    problems = list(part_problems(members))
    for name, content in members.items():
        if name.endswith((".xml", ".rels")):
            problems += _problems(name, content)
    if problems:
        raise RefusedError(*list(dict.fromkeys(problems))[:MOST_TOLD])


def _problems(name: str, content: bytes) -> Iterator[Problem]:
    root = parsed(name, content)
    if name == "[Content_Types].xml":
        yield from type_problems(root)
    elif name.endswith(".rels"):
        yield from relation_problems(name, root)
    else:
        yield from markup_problems(name, root)
