"""Many rows into a table at once: several times as fast as `bulk_create`.

Only for rows that follow from the imports: their values come typed from DuckDB, and no field of
theirs needs more than the adapters below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from django.db import connection, models

Adapter: TypeAlias = Callable[[Any], Any]
Values: TypeAlias = Mapping[str, Any]  # every field of the model but its key, by attribute name


def insert_rows(
    model: type[models.Model], rows: Iterable[Values], *, unique: Sequence[str] = ()
) -> None:
    """Insert the rows; one that meets another with the same `unique` columns takes its place."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    adapters = [(field.attname, _adapter(field)) for field in fields]
    values = [[adapt(row[name]) for name, adapt in adapters] for row in rows]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(_statement(model, fields, unique), values)


def _statement(model: type[models.Model], fields: Sequence[Any], unique: Sequence[str]) -> str:
    columns = [_quoted(field) for field in fields]
    statement = (
        f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({', '.join(columns)})"
        f" VALUES ({', '.join('%s' for _ in columns)})"
    )
    if not unique:
        return statement
    meeting = [_quoted(model._meta.get_field(name)) for name in unique]
    taken = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in meeting)
    return f"{statement} ON CONFLICT ({', '.join(meeting)}) DO UPDATE SET {taken}"


def _quoted(field: Any) -> str:
    return connection.ops.quote_name(field.column)


def _adapter(field: models.Field[Any, Any]) -> Adapter:
    operations = connection.ops
    match field:
        case models.DecimalField(max_digits=digits, decimal_places=places):
            return lambda value: operations.adapt_decimalfield_value(value, digits, places)
        case models.DateTimeField():
            raise TypeError(f"{field} holds a moment, which these rows never do")
        case models.DateField():
            return operations.adapt_datefield_value
    return lambda value: value
