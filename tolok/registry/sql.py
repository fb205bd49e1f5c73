"""Names and texts inside DuckDB statements. Columns of uploaded files may be called anything."""


def identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"
