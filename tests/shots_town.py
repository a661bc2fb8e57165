"""Pictures of a town's day at its exchange: files that came, one that is doubtful, what is to be decided."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from station_desk.casework import browse, feedback, handling
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor, Desk
from station_desk.casework.feedback import FeedbackEntry
from station_desk.demo.make import make_demo
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue, Suggestion
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.exchange import enrolment, stream
from station_desk.settings import SettingsFile
from station_desk.ui import shots, theme
from station_desk.ui.dialogs.erase import EraseDialog
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.pages.matters import MattersPage
from tests.builders import an_issue, deliver, log_of

CLERK, OFFICE, COLLEAGUE = Actor("李敏", Role.CLERK), Actor("周文杰", Role.OFFICE), Actor("何静", Role.OFFICE)
TOLD_ON = date(2026, 5, 20)
NEW_SITE, NEW_NAME = "440705001099", "会城街道梅江联络站"


@dataclass(frozen=True, slots=True)
class Sent:
    """What came to the town: a package of its station, one of a station it does not know, that station's
    introduction, and a file that was cut."""

    known: Path
    unknown: Path
    letter: Path
    cut: Path


def draw(folder: Path, today: Callable[[], date]) -> list[Path]:
    """The town's exchange in Chinese, enlarged, and in English; returns the pictures."""
    made: list[Path] = []
    for language, scale in (("zh_CN", 1.0), ("zh_CN", 1.5), ("en", 1.0)):
        with tempfile.TemporaryDirectory() as home:
            town, sent = _sent(Path(home), today())
            settings = SettingsFile(Path(home) / "settings.json")
            desk = Desk.open(town)
            made += shots.draw_all(
                desk, folder, (language,), scales=(scale,), themes=(theme.Theme(),), today=today,
                settings=settings, scene=partial(_day, sent=sent),
            )  # fmt: skip
            desk.close()
    return made


def _sent(home: Path, today: date) -> tuple[Path, Sent]:
    """The town's desk, and what lies on a stick for it."""
    desks = make_demo(home / "demo", today=today)
    stick = home / "stick"
    stick.mkdir()
    town, station = Desk.open(desks.town), Desk.open(desks.station)
    colleague = Desk.create(
        home / "colleague.desk", site=town.identity.site, name=town.identity.name, role=SiteRole.TOWN
    )
    newcomer = Desk.create(
        home / "new.desk", site=NEW_SITE, name=NEW_NAME, role=SiteRole.STATION, parent=town.identity.site
    )
    try:
        _both_number(town, colleague)
        _both_place(station, town)
        _at_work(station)
        an_issue(station, "中心小学门口放学时车辆拥堵", place="中心小学南门")
        known = stream.export(station, town.identity.site, stick).path
        an_issue(newcomer, "梅江村口候车亭漏雨", place="梅江村口")
        unknown = stream.export(newcomer, town.identity.site, stick).path
        letter = enrolment.write(newcomer, stick)
        cut = known.with_name("440705001003-cut-9.lzb")
        cut.write_bytes(known.read_bytes()[:-900])
    finally:
        for desk in (town, station, colleague, newcomer):
            desk.close()
    return desks.town, Sent(known, unknown, letter, cut)


def _at_work(station: Desk) -> None:
    """The station tells a visitor, and notes what it saw."""
    for row in browse.page(station, MatterFilter(tracks=("issue",), stages=("done",)), limit=2):
        feedback.tell(
            station, CLERK, row.id, FeedbackEntry(told_on=TOLD_ON, method="phone", verdict="satisfied")
        )
    for row in browse.page(station, MatterFilter(tracks=("issue",), stages=("handling",)), limit=2):
        handling.note(station, CLERK, row.id, "已到现场看过，正在施工", TOLD_ON)


def _both_place(station: Desk, town: Desk) -> None:
    """Station and town correct the place of two matters at once: the later word is taken, the other told."""
    rows = browse.page(station, MatterFilter(tracks=("issue",)), limit=200)
    here = {row.id for row in browse.page(town, MatterFilter(tracks=("issue",)), limit=200)}
    for row in [row for row in rows if row.id in here][:2]:
        for desk, who, text in ((town, OFFICE, "三联路口西侧"), (station, CLERK, "三联路口东侧")):
            with desk.writing(who, "correct_issue") as work:
                work.update(Issue, row.id, place=text)


def _both_number(town: Desk, colleague: Desk) -> None:
    """Two computers of the town number three suggestions at once: nobody's word is taken."""
    deliver(colleague, log_of(town))
    rows = browse.page(town, MatterFilter(tracks=("suggestion",)), limit=200)
    for place, row in enumerate(rows[:3]):
        _number(town, OFFICE, row.id, f"2026闭-{21 + place:03}", "先到先编")
        _number(colleague, COLLEAGUE, row.id, f"2026闭-{31 + place:03}", "")
    deliver(town, log_of(colleague))


def _number(desk: Desk, who: Actor, suggestion: RecordId, text: str, reason: str) -> None:
    with desk.writing(who, "number", reason) as work:
        work.update(Suggestion, suggestion, official_number=text)


def _day(drawer: shots.Drawer, sent: Sent) -> None:
    window, session = drawer.place.window, drawer.place.session
    assert session is not None
    session.act_as(OFFICE)
    page = window.open_page("exchange")
    assert isinstance(page, ExchangePage)

    def picture(title: str) -> None:
        shots.settle(drawer.jobs)
        drawer.keep(window, f"town-{title}")

    picture("exchange")
    for title, file in (("file", sent.known), ("file-cut", sent.cut), ("file-unknown", sent.unknown)):
        page.take(file)
        picture(title)
    page.take(sent.letter)
    picture("introduction")
    page.collecting.collect([sent.known.parent])
    picture("folder")
    for part in ("board", "watch", "trust"):
        page.seek(part)
        picture(part)
    page.seek(f"send:{next(iter(page._peers))}")
    picture("send")
    window.open_page("conflicts")
    picture("conflicts")
    matters = window.open_page("matters")
    assert isinstance(matters, MattersPage)
    shots.settle(drawer.jobs)
    matters.detail.verbs.erasing.emit()
    shots.settle(drawer.jobs)
    for dialog in matters.findChildren(EraseDialog):
        drawer.keep(dialog, "town-erase")
        dialog.reject()
    shots.settle(drawer.jobs)
