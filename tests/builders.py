"""Short ways to a desk with something on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from station_desk.casework import browse, handling, intake, offices, suggestions
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.intake import MatterEntry, Route, VisitEntry, VisitorEntry, VisitSaved
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Unit
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.store import codec
from station_desk.store.commits import append
from station_desk.store.projection import Projector

MORNING = datetime(2026, 5, 7, 9, 31)
DAY = MORNING.date()


def a_desk(folder: Path, site: str = "HC", *, role: SiteRole = SiteRole.STATION, parent: str = "") -> Desk:
    """A new desk of a station called 会城站."""
    return Desk.create(folder / f"{site}.desk", site=site, name="会城站", role=role, parent=parent)


def a_clerk(name: str = "李敏") -> Actor:
    return Actor(name, Role.CLERK)


def a_unit(desk: Desk, name: str = "区市政管理所") -> RecordId:
    return offices.save(desk, a_clerk(), Unit(name=name))[0]


def a_deputy(desk: Desk, name: str = "陈伟雄") -> RecordId:
    return offices.save(desk, a_clerk(), Deputy(name=name, level="city"))[0]


def a_matter(
    text: str = "江会路南段一落大雨就浸水", route: Route | None = None, *, title: str = "", place: str = ""
) -> MatterEntry:
    found = MatterEntry(text=text, title=title, place=place)
    return found if route is None else replace(found, route=route)


def a_visit(
    desk: Desk,
    *matters: MatterEntry,
    visitor: str = "梁锦萍",
    began: datetime = MORNING,
    deputies: tuple[RecordId, ...] = (),
    phone: str = "",
    station: str = "",
) -> VisitSaved:
    """A visit by one person, who was told what their details are for."""
    entry = VisitEntry(
        began=began,
        channel="station",
        visitor=VisitorEntry(name=visitor, phone=phone),
        informed=True,
        matters=matters or (a_matter(),),
        deputies=deputies,
        station=station,
    )
    return intake.save_visit(desk, a_clerk(), entry)


def an_issue(
    desk: Desk,
    text: str = "江会路南段一落大雨就浸水",
    *,
    began: datetime = MORNING,
    title: str = "",
    place: str = "",
    station: str = "",
) -> RecordId:
    """An accepted issue."""
    matter = a_matter(text, title=title, place=place)
    return a_visit(desk, matter, began=began, station=station).matters[0][0]


def handed_over(desk: Desk, matter: RecordId, *charges: tuple[RecordId, str], on: date = DAY) -> None:
    handling.hand_over(desk, a_clerk(), matter, on, [UnitCharge(unit, role) for unit, role in charges])


def charges(desk: Desk, matter: RecordId) -> dict[str, browse.AssignmentRow]:
    """A matter's assignments by the unit's name."""
    return {row.unit: row for row in the(desk, matter).assignments}


def the(desk: Desk, matter: RecordId) -> browse.MatterDetail:
    found = browse.detail(desk, matter)
    assert found is not None
    return found


def stage(desk: Desk, matter: RecordId) -> str:
    return the(desk, matter).row.stage


def take(desk: Desk, matter: RecordId, verb: str, on: date = DAY, **more: object) -> None:
    """A step by the clerk, with a word of reason."""
    entry = replace(StepEntry(on=on, text="已核实"), **more)  # type: ignore[arg-type]
    handling.take(desk, a_clerk(), matter, verb, entry)


def a_suggestion(
    desk: Desk,
    *deputies: RecordId,
    issues: tuple[RecordId, ...] = (),
    title: str = "关于整治江会路内涝的建议",
    on: date = DAY,
) -> RecordId:
    """A draft suggestion signed by `deputies`."""
    entry = suggestions.SuggestionEntry(
        title=title, text="建议改造江会路排水管网。", deputies=deputies or (a_deputy(desk),), opened_on=on
    )
    return suggestions.raise_from(desk, a_clerk(), issues, entry).id


def commits(desk: Desk) -> int:
    with desk.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM cmt").scalar() or 0)


Delivery = tuple[bytes, codec.Header, bytes, bytes, list[bytes | None]]


def log_of(desk: Desk) -> list[Delivery]:
    """Every commit of a desk as it would travel: hash, header, its bytes, signature, bodies."""
    with desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT n, hash, header, signature FROM cmt ORDER BY n").all()
        out: list[Delivery] = []
        for n, hash_, raw, signature in rows:
            bodies = connection.exec_driver_sql("SELECT body FROM chg WHERE cmt = ? ORDER BY place", (n,))
            out.append((hash_, codec.read_header(raw), raw, signature, [row[0] for row in bodies]))
    return out


def deliver(desk: Desk, batch: list[Delivery]) -> None:
    """Put commits of others into a desk's log as one package would; those already there are left out."""
    with desk.transaction() as connection:
        known = {row[0] for row in connection.exec_driver_sql("SELECT hash FROM cmt")}
        fresh = list({d[0]: d for d in batch if d[0] not in known}.values())
        incoming = append(
            connection,
            [d[:4] for d in fresh],
            [d[4] for d in fresh],
            [[None if body is None else codec.read_change(body) for body in d[4]] for d in fresh],
            1,
        )
        Projector(desk.find_profile).project(connection, incoming)
