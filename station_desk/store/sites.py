"""What a site says of itself: its own record of its site, whatever others wrote into the lists."""

from __future__ import annotations

from station_desk.store.engine import Connection


def own_word(connection: Connection, code: str) -> tuple[str, str]:
    """The name and the parent's code by the site's own record; empty where it said nothing."""
    # In this order: sites are few, and the planner would read the whole log.
    found = connection.exec_driver_sql(
        "SELECT s.name, s.parent FROM site s CROSS JOIN chg g ON g.record = s.id AND g.made = 1"
        " CROSS JOIN cmt c ON c.n = g.cmt WHERE s.code = ? AND c.site = s.code AND s.void IS NULL"
        " ORDER BY s.id LIMIT 1",
        (code,),
    ).first()
    return ("", "") if found is None else (found[0] or "", found[1] or "")
