"""Where something lies in an upload, in the words of messages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A file, and the sheet of a workbook."""

    shown: str
    sheet: str = ""

    @property
    def where(self) -> str:
        return f"{self.shown}, lembar {self.sheet}" if self.sheet else self.shown

    def of_cell(self, row: int, column: str = "") -> str:
        cell = f", kolom {column}" if column else ""
        return f"{self.where}, baris {row}{cell}"
