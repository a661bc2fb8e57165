"""What waits for a decision by the hundred, read by key; the mark beside a record that leads to its card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import conflicts, handling
from station_desk.casework.context import Desk
from station_desk.casework.handling import StepEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Suggestion
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.settings import SettingsFile
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.conflicts import ConflictsPage
from station_desk.ui.pages.conflicts_mark import ConflictsMark
from station_desk.ui.session import Session
from station_desk.ui.workplace import Workplace
from tests.builders import DAY, a_clerk, a_deputy, a_desk, a_suggestion, an_issue, deliver, log_of
from tests.ui.at_desk import TODAY, a_session, in_chinese, until

MANY = 230


@pytest.fixture
def office(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as made:
        yield made
        jobs.close()


def proposed(session: Session, folder: Path, count: int) -> list[RecordId]:
    """Numbers that another site wrote for this office's suggestions, in one commit."""
    deputy = a_deputy(session.desk)
    made = [a_suggestion(session.desk, deputy, title=f"建议 {n}") for n in range(count)]
    there = folder / "ZZ elsewhere"
    there.mkdir()
    other: Desk = a_desk(there, "ZZ")
    deliver(other, log_of(session.desk))
    with other.writing(a_clerk(), "number") as work:
        for n, suggestion in enumerate(made):
            work.update(Suggestion, suggestion, official_number=f"提 {n}")
    deliver(session.desk, log_of(other))
    other.close()
    return made


def twice_refused(session: Session, folder: Path) -> RecordId:
    """An issue of which two computers of this office took the same step: one did not apply."""
    matter = an_issue(session.desk)
    there = folder / "second"
    there.mkdir()
    second = a_desk(there, session.desk.identity.site)
    deliver(second, log_of(session.desk))
    for desk in (session.desk, second):
        handling.take(desk, a_clerk(), matter, "refuse", StepEntry(on=DAY, text="转", code="petition"))
    deliver(session.desk, log_of(second))
    second.close()
    return matter


def test_beyond_the_first_two_hundred_the_list_goes_on_when_scrolled_to_its_end(
    qtbot: QtBot, office: Session, tmp_path: Path
) -> None:
    made = proposed(office, tmp_path, MANY)
    page = ConflictsPage(office)
    qtbot.addWidget(page)
    page.resize(1238, 696)
    page.show()
    page.arrive()
    until(qtbot, lambda: page.model.rowCount() == 200)
    assert "后面还有" in page.head.subtitle.text()
    bar = page.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    until(qtbot, lambda: page.model.rowCount() == MANY)
    assert "后面还有" not in page.head.subtitle.text()
    rows = [page.model.row_at(page.model.index(n, 0)) for n in range(MANY)]
    assert {row.record for row in rows if row is not None} == set(made), "each once"
    # What is decided goes, and what was read stays read.
    page.list.setCurrentIndex(page.model.index(MANY - 1, 0))
    page.verb.click()
    until(qtbot, lambda: page.model.rowCount() == MANY - 1)


def test_a_matter_far_down_is_found_at_once(qtbot: QtBot, office: Session, tmp_path: Path) -> None:
    made = proposed(office, tmp_path, MANY)
    page = ConflictsPage(office)
    qtbot.addWidget(page)
    page.resize(1238, 696)
    page.show()
    page.arrive()
    page.seek(max(made))
    until(qtbot, lambda: (one := page.shown()) is not None and one.record == max(made))
    # The first page and the one sought; where the last row shows, the next page may be here already.
    until(qtbot, lambda: page.model.rowCount() > 200)
    assert (one := page.shown()) is not None
    assert one.record == max(made), "and stays while the rest is read"


def test_what_is_asked_about_one_matter_is_its_own_and_no_others(office: Session, tmp_path: Path) -> None:
    matter, plain = twice_refused(office, tmp_path), an_issue(office.desk, "无人争议")
    (first, _) = made = proposed(office, tmp_path, 2)
    assert [(one.kind, one.matter) for one in conflicts.about(office.desk, matter)] == [("step", matter)]
    assert [(one.kind, one.record) for one in conflicts.about(office.desk, first)] == [("proposal", first)]
    assert conflicts.about(office.desk, plain) == ()
    for suggestion in made:
        with office.desk.writing(a_clerk(), "number") as work:
            work.update(Suggestion, suggestion, official_number="2026闭-007")
    for suggestion in made:
        kinds = [one.kind for one in conflicts.about(office.desk, suggestion)]
        assert kinds == ["proposal", "double"], "the proposal stands beside this office's own word"


@pytest.mark.parametrize("kind", ["issue", "suggestion"])
def test_the_mark_beside_a_record_leads_to_its_card(
    qtbot: QtBot, jobs: Jobs, app: QApplication, tmp_path: Path, kind: str
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as session:
        plain = an_issue(session.desk, "无人争议") if kind == "issue" else a_suggestion(session.desk)
        others = proposed(session, tmp_path, 3) if kind == "suggestion" else []
        matter = twice_refused(session, tmp_path) if kind == "issue" else others[1]
        place = Workplace(SettingsFile(), jobs, today=lambda: TODAY)
        qtbot.addWidget(place.window)
        place.adopt(session.desk)
        place.window.show()
        opened = place.window.open_page("matters" if kind == "issue" else "suggestions")
        assert opened is not None
        opened.seek(matter)

        def marks() -> list[ConflictsMark]:
            return [one for one in place.window.findChildren(ConflictsMark) if one.isVisible()]

        until(qtbot, lambda: [one.text() for one in marks()] == ["1 项待决定"])
        qtbot.mouseClick(marks()[0], Qt.MouseButton.LeftButton)
        assert place.window.page_id() == "conflicts"
        page = place.window.page()
        assert isinstance(page, ConflictsPage)
        until(qtbot, lambda: (one := page.shown()) is not None and one.matter == matter)
        opened = place.window.open_page("matters" if kind == "issue" else "suggestions")
        assert opened is not None
        opened.seek(plain)
        until(qtbot, lambda: marks() == [])
        jobs.close()
        place.window.hide()
