"""A deputy new to the program: the station's file makes a desk; a signature, a verdict, and a file back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from station_desk import i18n, paths
from station_desk.casework import handling, people, replies
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import Role
from station_desk.exchange import founding
from station_desk.settings import SettingsFile
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.deputy_exchange import DeputyExchangePage
from station_desk.ui.pages.deputy_file import DeputyFilePage
from station_desk.ui.pages.deputy_mine import DeputyMinePage
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.pages.settings import SettingsPage
from station_desk.ui.pages.settings_desks import DesksSection
from station_desk.ui.pages.suggestions import SuggestionsPage
from station_desk.ui.welcome import WelcomeWindow
from tests.builders import a_deputy, a_desk, a_matter, a_suggestion, a_unit, a_visit, the
from tests.journeys.at_window import CTRL, LEFT, AtWindow, at_window

TODAY = date(2026, 5, 21)
CLERK = Actor("李敏", Role.CLERK)
UNIT = "区市政管理所"
OPINION = "请公布改造的完工日期"


def _station(folder: Path) -> tuple[Desk, RecordId, RecordId, RecordId]:
    """A station with no office above it: it handles itself. 黄丽贞 is put on two sheets, signed neither;
    one of them is replied to with a promise. Another's suggestion is none of hers."""
    i18n.set_language(i18n.CHINESE)
    station = a_desk(folder)
    people.enter(station, CLERK, "李敏", Role.CLERK)
    lead, deputy = a_deputy(station), a_deputy(station, "黄丽贞")
    issue = a_visit(station, a_matter("江会路南段一落大雨就浸水"), deputies=(deputy,)).matters[0][0]
    joint = a_suggestion(station, lead, deputy, title="关于增设会城长者饭堂的建议", on=date(2026, 5, 14))
    replied = a_suggestion(station, deputy, lead, issues=(issue,), on=date(2026, 5, 7))
    a_suggestion(station, lead, title="关于加强河道保洁的建议")
    unit = a_unit(station, UNIT)
    for verb in ("check", "submit"):
        handling.take(station, CLERK, replied, verb, StepEntry(on=date(2026, 5, 8)))
    handling.hand_over(station, CLERK, replied, date(2026, 5, 8), [UnitCharge(unit, "lead")])
    handling.take(station, CLERK, replied, "sign", StepEntry(on=date(2026, 5, 9)))
    replies.record(
        station,
        CLERK,
        replied,
        ReplyEntry(
            dated=date(2026, 5, 19), number="新住建函〔2026〕38号", text="年内分两段改造。", reply_class="B",
            promises=(PromiseEntry(what="完成北段管网改造", by=date(2026, 6, 10)),),
        ),
    )  # fmt: skip
    return station, joint, replied, issue


def _give_a_desk(clerk: AtWindow, tray: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In the settings: choose the deputy, give them a desk, save their package."""
    clerk.session.wanted.emit("settings", "desks")
    clerk.settle()
    page = clerk.window.page()
    assert isinstance(page, SettingsPage)
    section = page.sections["desks"]
    assert isinstance(section, DesksSection)
    clerk.write(section.box, "黄丽贞")
    clerk.until(lambda: section.model.rowCount() == 1)
    cell = section.table.visualRect(section.model.index(0, 0)).center()
    clerk.bot.mouseClick(section.table.viewport(), LEFT, pos=cell)
    assert section.code.text() == "HC-D1", "a code is proposed"
    clerk.click(section.give_button)
    clerk.until(section.send_button.isVisible)
    tray.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tray))
    clerk.settle()
    clerk.click(section.send_button)
    return _the_file(clerk, tray)


def _the_file(person: AtWindow, tray: Path) -> Path:
    person.until(lambda: any(path.suffix == ".lzb" for path in tray.iterdir()))
    person.settle()
    (file,) = tray.iterdir()
    return file


def _set_up(qtbot: QtBot, folder: Path, package: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's first start on the deputy's computer: one file, its fingerprint compared, one button."""
    settings, jobs = SettingsFile(folder / "HC-D1-settings.json"), Jobs()
    welcome = WelcomeWindow(settings, jobs)
    qtbot.addWidget(welcome)
    welcome.show()
    chosen: list[Path] = []
    welcome.chosen.connect(chosen.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(package), ""))
    qtbot.mouseClick(welcome.deputy_button, LEFT)
    qtbot.waitUntil(lambda: bool(welcome.deputy_button.isEnabled()), timeout=20_000)
    assert not chosen, "the fingerprint is compared first"
    assert founding.slip_of(package).fingerprint in welcome.deputy.words()
    qtbot.mouseClick(welcome.compared_button, LEFT)
    qtbot.waitUntil(lambda: bool(chosen) or bool(welcome.deputy_button.isEnabled()), timeout=20_000)
    assert chosen, welcome.deputy.words()
    assert jobs.close()
    assert settings.worker(chosen[0]) == "黄丽贞"
    return chosen[0]


def _page(person: AtWindow, name: str) -> object:
    person.go(1 + person.window.pages().index(name))
    return person.window.page()


def _sign(person: AtWindow, page: DeputyMinePage, joint: RecordId) -> None:
    """The first row opens by Enter; a comment, then the signature that is asked on top."""
    person.until(lambda: page.list.own is not None)
    assert [wait.kind for wait in page.list.own.waiting] == ["sign", "judge", "promise"]  # type: ignore[union-attr]
    page.list.table.setFocus()
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    person.key(Qt.Key.Key_Return)
    person.until(page.matter.asked.isVisible)
    assert page.matter.title.text() == "关于增设会城长者饭堂的建议"
    person.write(page.matter.note.line, OPINION)
    person.click(page.matter.note.button)
    person.until(lambda: OPINION in [row.step.text for row in the(person.desk, joint).steps])
    person.settle()
    person.click(page.matter.asked.button)
    person.until(lambda: not page.matter.asked.isVisible())
    person.settle()
    mine = next(row for row in the(person.desk, joint).signers if row.name == "黄丽贞")
    assert mine.signer.signed_on == TODAY
    person.click(page.matter.back)
    person.settle()


def _judge(person: AtWindow, page: DeputyMinePage, replied: RecordId) -> None:
    """Dissatisfied without a reason is refused beside its field; with one it is recorded."""
    person.until(lambda: page.list.own is not None and page.list.own.waiting[0].kind == "judge")
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    page.list.table.setFocus()
    person.key(Qt.Key.Key_Return)
    asked = page.matter.asked
    person.until(lambda: asked.isVisible() and asked.result.isVisible())
    person.until(lambda: page.matter.title.text() == "关于整治江会路内涝的建议")
    person.settle()
    person.choose(asked.attitude, "满意")
    person.choose(asked.result, "不满意")
    person.key(Qt.Key.Key_Return, CTRL)
    person.settle()
    assert asked.opinion_field.error.text(), "the reason is asked for beside its field"
    person.write(asked.opinion, "只说年内，没有日期")
    person.key(Qt.Key.Key_Return, CTRL)
    person.until(lambda: not asked.isVisible())
    person.settle()
    (given,) = [c for row in the(person.desk, replied).signers for _, c in row.verdicts]
    assert (given.attitude, given.result, given.opinion) == (
        "satisfied",
        "dissatisfied",
        "只说年内，没有日期",
    )


def test_a_deputy_reads_signs_judges_and_the_station_sees_it_all(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, joint, replied, issue = _station(tmp_path)
    with at_window(qtbot, station, tmp_path, TODAY, "李敏") as clerk:
        package = _give_a_desk(clerk, tmp_path / "out", monkeypatch)
    path = _set_up(qtbot, tmp_path, package, monkeypatch)
    assert path == paths.user_data() / "HC-D1.desk"
    with at_window(qtbot, Desk.open(path), tmp_path, TODAY, "") as person:
        assert person.session.actor == Actor("黄丽贞", Role.DEPUTY)
        assert person.window.pages() == ("mine", "suggestions", "file", "exchange", "settings")
        assert not person.window.top.new.isVisible(), "no visits are logged here"
        page = person.window.page()
        assert isinstance(page, DeputyMinePage)
        person.until(lambda: page.list.own is not None)
        assert {row.title for row in page.list.own.matters} == {  # type: ignore[union-attr]
            "关于增设会城长者饭堂的建议", "关于整治江会路内涝的建议", the(person.desk, issue).row.title,
        }, "another's suggestion is not hers to see"  # fmt: skip
        assert the(person.desk, issue).visitor is None, "who came never leaves the station"
        _sign(person, page, joint)
        _judge(person, page, replied)
        _own_file(person, tmp_path)
        home = _send_back(person, tmp_path / "home", monkeypatch)
    station = Desk.open(station.path)
    with at_window(qtbot, station, tmp_path, TODAY, "李敏") as clerk:
        _taken_back(clerk, home, monkeypatch)
        assert OPINION in [row.step.text for row in the(clerk.desk, joint).steps if row.actor == "黄丽贞"]
        signed = {row.name: row.signer.signed_on for row in the(clerk.desk, joint).signers}
        assert signed["黄丽贞"] == TODAY
        clerk.session.wanted.emit("suggestions", replied)
        clerk.settle()
        shown = clerk.window.page()
        assert isinstance(shown, SuggestionsPage)
        clerk.until(lambda: shown.record.whole is not None)
        cells = " ".join(clerk.cells(shown.record))
        assert "黄丽贞" in cells
        assert "不满意" in cells
        (given,) = [c for row in the(clerk.desk, replied).signers for _, c in row.verdicts]
        assert given.opinion == "只说年内，没有日期"
        assert clerk.desk.check() == []


def _own_file(person: AtWindow, folder: Path) -> None:
    """What the file says, by year, and its printed list."""
    page = _page(person, "file")
    assert isinstance(page, DeputyFilePage)
    person.until(lambda: page.own is not None)
    assert page.visits._aside.text() == "1 次，1 人次"
    assert page.signed._aside.text() == "领衔 1 件，附议 1 件"
    assert page.promised._aside.text().startswith("共 1 项")
    person.choose(page.years, "2026")
    assert page.signed_rows.rowCount() == 2
    page.save(folder / "清单.pdf")
    person.until(lambda: (folder / "清单.pdf").exists())
    assert (folder / "清单.pdf").read_bytes().startswith(b"%PDF")


def _send_back(person: AtWindow, tray: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    tray.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tray))
    page = _page(person, "exchange")
    assert isinstance(page, DeputyExchangePage)
    person.settle()
    assert page.send_button.property("kind") == "primary", "writing back is what is left"
    person.click(page.send_button)
    return _the_file(person, tray)


def _taken_back(clerk: AtWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    page = _page(clerk, "exchange")
    assert isinstance(page, ExchangePage)
    clerk.click(page.open_button)
    clerk.until(page.take_button.isVisible)
    clerk.settle()
    clerk.click(page.take_button)
    clerk.until(lambda: not page.take_button.isVisible())
    clerk.settle()
