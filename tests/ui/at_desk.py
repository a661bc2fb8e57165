"""A session over a real desk, waited for: what the tests of the pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_desk import i18n
from station_desk.app import translate_with
from station_desk.casework.context import Actor, Desk
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.ui.jobs import Jobs
from station_desk.ui.session import Session
from tests.builders import a_desk

TODAY = date(2026, 5, 21)


@contextmanager
def a_session(
    folder: Path, jobs: Jobs, *, role: Role = Role.CLERK, site: SiteRole = SiteRole.STATION, parent: str = ""
) -> Iterator[Session]:
    """Somebody called 李敏 at a new desk on 21 May 2026."""
    desk: Desk = a_desk(folder, role=site, parent=parent)
    yield Session(desk, Actor("李敏", role), jobs, today=lambda: TODAY)
    desk.close()


@contextmanager
def in_chinese(app: QApplication) -> Iterator[None]:
    """The window's words in Chinese, as every station sees them."""
    made = translate_with(app, i18n.CHINESE)
    yield
    for translator in made:
        app.removeTranslator(translator)


def until(qtbot: QtBot, true: Callable[[], bool]) -> None:
    """Let the event loop run until `true`; fails after twenty seconds (CI's machines are busy ones)."""
    qtbot.waitUntil(true, timeout=20_000)


def patiently(qtbot: QtBot, true: Callable[[], bool]) -> None:
    """As `until`, for what is made slow on purpose: a passphrase costs a guesser a second of work each time,
    and several where others work on the machine as well."""
    qtbot.waitUntil(true, timeout=60_000)


@contextmanager
def stopped(jobs: Jobs) -> Iterator[None]:
    """The work begun within is asked to stop before any of it is done, however fast the machine."""
    go = Event()
    jobs.run(lambda _: go.wait())
    jobs.read(lambda _: go.wait())
    yield
    jobs.cancel_all()
    go.set()


def room(widget: QWidget) -> int:
    """The width that a widget's place in the window leaves it."""
    parent = widget.parentWidget()
    assert parent is not None
    return parent.width()
