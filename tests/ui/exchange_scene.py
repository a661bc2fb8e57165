"""A town at its exchange page, and stations with real desks that send it real files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.exchange import enrolment, stream
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.session import Session
from tests.builders import an_issue
from tests.ui.at_desk import a_session, in_chinese


@contextmanager
def a_town_session(folder: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    """Somebody at the town's desk, in Chinese; the work is over before the desk is closed."""
    home = folder / "town"
    home.mkdir()
    with in_chinese(app), a_session(home, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as made:
        yield made
        jobs.close()


def opened(qtbot: QtBot, session: Session) -> ExchangePage:
    """The exchange page as after a start of the program."""
    page = ExchangePage(session)
    qtbot.addWidget(page)
    page.resize(1238, 696)
    page.show()
    page.arrive()
    return page


def a_station(town: Session, folder: Path, site: str = "ST1", *, known: bool = False) -> Desk:
    """A station of this town with one matter; `known`: enrolled there by its introduction."""
    place = folder / site
    place.mkdir()
    station = Desk.create(
        place / f"{site}.desk", site=site, name=f"{site}联络站", role=SiteRole.STATION,
        parent=town.desk.identity.site,
    )  # fmt: skip
    an_issue(station, f"{site}路口路灯不亮")
    if known:
        enrolment.accept(town.desk, town.actor, enrolment.introduction(station))
    return station


def a_stick(folder: Path) -> Path:
    """An empty stick."""
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    return stick


def sent_to(town: Session, station: Desk, stick: Path) -> Path:
    """The station's next package on the stick."""
    return stream.export(station, town.desk.identity.site, stick).path


def matters(session: Session) -> int:
    """How many matters are on the desk."""
    return browse.count(session.desk, MatterFilter())


def drop(page: ExchangePage, *sources: Path) -> None:
    """Files dropped on the page with the mouse."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source)) for source in sources])
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
