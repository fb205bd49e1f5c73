"""The workbook to fill in: two sheets with their headings, and what each column wants."""

import io

import xlsxwriter

from tolok.enrolment.columns import COLUMNS, OFFICES
from tolok.people.models import Role

_ROWS = 500


def template() -> bytes:
    """NIP and codes are texts: a spreadsheet rounds numbers of more than 15 digits."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@"})
        for name, columns in COLUMNS.items():
            sheet = book.add_worksheet(name)
            for at, column in enumerate(columns):
                sheet.set_column(at, at, column.width, text)
                sheet.write_string(0, at, f"{column.label}{' *' if column.required else ''}", head)
                sheet.write_comment(0, at, column.why)
                if name == OFFICES and column.key == "role":
                    roles = {"validate": "list", "source": [role.label for role in Role]}
                    sheet.data_validation(1, at, _ROWS, at, roles)
            sheet.freeze_panes(1, 1)
    return target.getvalue()
