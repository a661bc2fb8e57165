"""A receipt alone: a small file that says what is held and what is missing, without any changes."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

from station_desk.casework.context import Desk
from station_desk.exchange import askers, package, receipts, tidings
from station_desk.exchange.scope import refuse_unknown
from station_desk.exchange.stream import refuse_folder, sender_of
from station_desk.exchange.widening import taken_from
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_of


def write(desk: Desk, to: str, folder: Path) -> Path:
    """Write a receipt for site `to` into `folder`; what it confirms is not sent here again.

    It takes no number of the stream, so that none is missed where it is lost. UserError where the site is
    unknown or the folder cannot be written.
    """
    refuse_folder(desk, to, folder)
    desk.settle()
    me = desk.identity
    with desk.transaction() as connection:
        if not askers.asks(connection, to):
            refuse_unknown(connection, me, to)
        number, alone = _place(connection, to)
        took, *others = taken_from(connection, to) or [b""]
        held, branches = receipts.held(connection)
        path = folder / package.file_name(me.site, to, f"{number}-receipt-{alone}")
        package.write(
            path, (), sender=sender_of(desk, connection), sign=desk.sign, recipient=to, n=number,
            previous=bytes(32), made=int(time.time()), counts=(0, 0, 0), receipt=held,
            took=took, branches=branches,
            word=tidings.receipt(connection, desk, to, others, alone),
        )  # fmt: skip
        at = datetime.now().isoformat(timespec="seconds")
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO word VALUES (?, '', 'alone', '', ?)", (to, f"{number}:{alone}:{at}")
        )
    return path


def _place(connection: Connection, to: str) -> tuple[int, int]:
    """The number of the last package, and how many receipts alone there are after it with this one."""
    rows = rows_of(connection, "SELECT max(number) FROM stream WHERE direction = 'out' AND peer = ?", (to,))
    number = rows[0][0] or 0
    last, alone, _ = tidings.told_alone(connection, to)
    return number, alone + 1 if last == number else 1
