"""Word files and a town's own workbook from the reports page: offered where they are made, saved, refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from station_desk.casework import browse
from station_desk.reports import templatekept
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.reports import ReportsPage
from station_desk.ui.session import Session
from tests import builders as b
from tests.reports import suggestions_of as of
from tests.reports.template_of import opened, towns_own
from tests.ui.at_desk import a_session, in_chinese, until


@pytest.fixture
def session(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made
        jobs.close()


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[ReportsPage]:
    b.an_issue(session.desk)
    made = ReportsPage(session)
    qtbot.addWidget(made)
    made.resize(1238, 696)
    made.show()
    made.arrive()
    until(qtbot, lambda: made.sheet.pages() > 0)
    yield made
    session.jobs.close()
    made.let_go()


def said(page: ReportsPage) -> str:
    """What stands above the buttons."""
    labels = page.choice.ui.notice.findChildren(QLabel)
    return "".join(label.text() for label in labels if label.isVisible())


def test_word_is_offered_for_what_offices_edit_and_saved(
    qtbot: QtBot, page: ReportsPage, session: Session, tmp_path: Path
) -> None:
    ui = page.choice.ui
    assert not ui.word.isVisible(), "no table is a Word file"
    made = of.three_signers(session.desk)
    page.seek(("reply-letter", made))
    until(qtbot, lambda: page.sheet.pages() > 0 and ui.word.isEnabled() and ui.word.isVisible())
    assert not ui.excel.isVisible()
    assert not ui.own.isVisible(), "an official sheet is nobody's own"
    target = tmp_path / "答复函.docx"
    page.out.save(target)
    until(qtbot, target.exists)
    assert any("收悉" in paragraph.text for paragraph in Document(str(target)).paragraphs)


def test_a_town_chooses_its_workbook_fills_it_and_lets_it_go(
    qtbot: QtBot, page: ReportsPage, session: Session, tmp_path: Path
) -> None:
    own, notice = page.own, page.choice.ui.notice
    own.show_kept()
    assert not own.fill_it.isEnabled()
    own.keep(towns_own(tmp_path / "会城月报.xlsx"))
    until(qtbot, lambda: templatekept.of("monthly") is not None and notice.isVisible())
    own.show_kept()
    assert own.fill_it.text() == "填入“会城月报”…"

    page.choice.set_period("year")
    target = tmp_path / "filled.xlsx"
    own.fill(target)
    until(qtbot, lambda: target.exists() and "signed_at" in said(page))
    assert opened(target)["月报"]["B3"].value == browse.count(session.desk, browse.MatterFilter(), at_most=9)

    own.forget()
    until(qtbot, lambda: templatekept.of("monthly") is None)
    own.show_kept()
    assert not own.remove.isEnabled()


def test_a_workbook_that_cannot_serve_is_refused_beside_the_buttons(
    qtbot: QtBot, page: ReportsPage, tmp_path: Path
) -> None:
    file = tmp_path / "旧表.xls"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    page.own.keep(file)
    until(qtbot, lambda: "不能用作模板" in said(page))
    assert templatekept.of("monthly") is None


def test_the_example_is_written_from_the_page(qtbot: QtBot, page: ReportsPage, tmp_path: Path) -> None:
    target = tmp_path / "样例.xlsx"
    page.own.save_example(target)
    until(qtbot, target.exists)
    assert "rate_closed" in opened(target).defined_names


def test_a_deputys_file_is_asked_for_by_the_deputy(qtbot: QtBot, page: ReportsPage, session: Session) -> None:
    b.a_deputy(session.desk, "冯少珍")
    page.arrive()
    page.seek("deputy-file")
    ui = page.choice.ui
    until(qtbot, lambda: page.sheet.pages() == 9)
    assert ui.deputy_part.isVisible()
    assert not ui.number_part.isVisible()
    assert ui.period_part.isVisible()
