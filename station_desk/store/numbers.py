"""The next running number under a prefix, from those already given; the letter of a desk put back."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from station_desk.store.meta import note_of, set_meta

_MARK = "series"
_LETTERS = "ACDEFGHKLMNPRTUVWX"
"""None that stands for a series of its own (J, Y), and none that is read as a figure or another letter."""


def begin_marked(connection: Connection, replica: bytes, year: int) -> None:
    """From now on this desk's numbers of the years up to `year` bear a letter: what it gave after its backup,
    or its other copy gives, it does not know, and those numbers are on slips. The letter comes of the new
    replica, so that a desk put back twice seldom writes the same one."""
    before = (note_of(connection, _MARK) or "").partition(" ")[0]
    letters = [letter for letter in _LETTERS if letter != before]
    set_meta(connection, _MARK, f"{letters[replica[0] % len(letters)]} {year}")


def marked(connection: Connection) -> tuple[str, int] | None:
    """The letter that this desk's numbers bear, and the last year of which; None where they bear none."""
    letter, _, year = (note_of(connection, _MARK) or "").partition(" ")
    return (letter, int(year)) if letter else None


def mark(connection: Connection, year: int) -> str:
    """The letter in this desk's numbers of a year, before the running number: HC-2026-K0001; mostly none."""
    found = marked(connection)
    return found[0] if found is not None and year <= found[1] else ""


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
