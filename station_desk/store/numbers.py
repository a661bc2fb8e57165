"""The next running number under a prefix, from the numbers already given."""

from __future__ import annotations

from sqlalchemy.engine import Connection


def last(connection: Connection, table: str, prefix: str, *, digits: int = 4) -> int:
    """The largest running number after `prefix` in `table.number`, of `digits` places and more; 0 if none."""
    best = 0
    for width in (digits, digits + 1, digits + 2):
        low, high = prefix + "0" * width, prefix + "9" * width
        # Another series may sort in between (a letter in the tail): only figures count.
        found = connection.exec_driver_sql(
            f"SELECT number FROM {table} WHERE number BETWEEN ? AND ? AND length(number) = ?"
            " AND substr(number, ?) NOT GLOB '*[^0-9]*' ORDER BY number DESC LIMIT 1",
            (low, high, len(high), len(prefix) + 1),
        ).scalar()
        if found is None:
            break
        best = max(best, int(found[len(prefix) :]))
    return best
