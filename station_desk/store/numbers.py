"""The next running number under a prefix, from the numbers already given."""

from __future__ import annotations

from sqlalchemy.engine import Connection


def last(connection: Connection, table: str, prefix: str) -> int:
    """The largest running number after `prefix` in `table.number`, four digits and more; 0 where none."""
    best = 0
    for digits in (4, 5, 6):
        low, high = prefix + "0" * digits, prefix + "9" * digits
        found = connection.exec_driver_sql(
            f"SELECT number FROM {table} WHERE number BETWEEN ? AND ? AND length(number) = ?"
            " ORDER BY number DESC LIMIT 1",
            (low, high, len(high)),
        ).scalar()
        tail = found[len(prefix) :] if found else ""
        if not tail.isdecimal():
            break
        best = max(best, int(tail))
        if best < 10**digits - 1:
            break
    return best
