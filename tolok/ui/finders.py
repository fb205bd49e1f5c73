"""The few files of front-end packages that pages load, served from node_modules by name."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

NODE_MODULES: Final = Path(__file__).resolve().parents[2] / "node_modules"
FILES: Final = {
    "bpmn-js/navigated-viewer.js": "bpmn-js/dist/bpmn-navigated-viewer.production.min.js",
    "bpmn-js/diagram-js.css": "bpmn-js/dist/assets/diagram-js.css",
}  # as pages call them, and where the package has them


class NodeModulesFinder(BaseFinder):
    """Finds nothing where the packages are not installed: then the pages do without."""

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        found = NODE_MODULES / FILES[path] if path in FILES else None
        here = [str(found)] if found and found.is_file() else []
        return here if find_all else next(iter(here), None)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        for name, place in FILES.items():
            if (NODE_MODULES / place).is_file():
                yield name, _Renamed(NODE_MODULES / place, name)


class _Renamed(FileSystemStorage):
    """One file under another name, which is all `collectstatic` asks a storage for."""

    def __init__(self, file: Path, name: str) -> None:
        super().__init__(location=file.parent)
        self.file, self.name = file, name
        self.prefix = ""

    def path(self, name: str) -> str:
        return str(self.file) if name == self.name else super().path(name)
