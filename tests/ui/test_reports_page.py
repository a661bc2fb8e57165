"""Reports: the page itself as preview, figures that open their matters, files out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import browse, reveal
from station_desk.casework.browse import MatterFilter
from station_desk.casework.statistics import Cell
from station_desk.domain.declare import RecordId
from station_desk.reports.preview import Preview
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.reports import ReportsPage
from station_desk.ui.session import Session
from tests.builders import a_visit, an_issue
from tests.reports import suggestions_of as of
from tests.ui.at_desk import a_session, in_chinese, until


@pytest.fixture
def session(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made
        jobs.close()


@pytest.fixture
def matter(session: Session) -> RecordId:
    return an_issue(session.desk)


@pytest.fixture
def page(session: Session, matter: RecordId, qtbot: QtBot) -> Iterator[ReportsPage]:
    made = ReportsPage(session)
    qtbot.addWidget(made)
    made.resize(1238, 696)
    made.show()
    made.arrive()
    yield made
    session.jobs.close()
    made.let_go()


def shown(qtbot: QtBot, page: ReportsPage) -> None:
    until(qtbot, lambda: page.sheet.pages() > 0 and not page._session.jobs.is_busy())


def words(page: ReportsPage) -> str:
    document = page._shelf.document
    assert document is not None
    return "".join(document.text(number) for number in range(document.pages))


def test_the_month_is_drawn_as_the_page_that_prints(qtbot: QtBot, page: ReportsPage) -> None:
    shown(qtbot, page)
    assert page.menu.current_key() == "monthly"
    until(qtbot, lambda: page.sheet.picture(0) is not None)
    picture = page.sheet.picture(0)
    assert picture is not None
    assert len({picture.pixel(x, y) for x in range(0, picture.width(), 9)
                for y in range(0, picture.height(), 9)}) > 3, "something is drawn"  # fmt: skip


def test_a_figure_opens_the_matters_it_counts(
    qtbot: QtBot, page: ReportsPage, session: Session, matter: RecordId
) -> None:
    page.choice.set_period("year")
    until(qtbot, lambda: any(link.accessibleName() == "收集 1" for link in page.figures.links))
    with qtbot.waitSignal(session.wanted) as asked:
        qtbot.mouseClick(page.figures.link_of("收集"), Qt.MouseButton.LeftButton)
    name, wanted = asked.args or ("", None)
    assert name == "matters"
    assert isinstance(wanted, MatterFilter)
    assert [row.id for row in browse.page(session.desk, wanted)] == [matter]


def test_a_number_on_the_page_itself_opens_what_it_counts(
    qtbot: QtBot, page: ReportsPage, session: Session, matter: RecordId
) -> None:
    page.choice.set_period("year")
    until(qtbot, lambda: page._figures is not None and bool(page.sheet.hots()))
    hot = next(hot for hot in page.sheet.hots() if hot.key == Cell("collected"))
    with qtbot.waitSignal(session.wanted) as asked:
        place = page.sheet.place_of(hot).center()
        qtbot.mouseClick(page.sheet.table(), Qt.MouseButton.LeftButton, pos=place)
    name, wanted = asked.args or ("", None)
    assert name == "matters"
    assert isinstance(wanted, MatterFilter)
    assert [row.id for row in browse.page(session.desk, wanted)] == [matter]
    assert page.sheet.hot_at(QPoint(1, 1)) is None


def test_the_figures_of_handling_open_the_suggestions_behind_them(
    qtbot: QtBot, page: ReportsPage, session: Session
) -> None:
    made = of.three_signers(session.desk)
    page.seek("suggestions-handled")
    page.choice.set_period("all")
    until(qtbot, lambda: page.figures.line.findText("按承办单位　合计") >= 0)
    page.figures.line.setCurrentIndex(page.figures.line.findText("按承办单位　合计"))
    link = page.figures.link_of("会办")
    link.setFocus()
    with qtbot.waitSignal(session.wanted) as asked:
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert asked.args == ["suggestions", MatterFilter(tracks=("suggestion",), ids=(made,))]
    assert not page.figures.link_of("退回").isEnabled(), "nothing was returned: there is nothing to open"


def test_the_picker_offers_what_can_be_printed_and_says_where_nothing_can(
    qtbot: QtBot, page: ReportsPage, session: Session, matter: RecordId
) -> None:
    made = of.three_signers(session.desk)
    page.seek("reply-letter")
    number = page.choice.ui.number
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Down)
    until(qtbot, lambda: bool(number.picks_shown()))
    assert [pick.key for pick in number.picks_shown()] == [made.hex()], "the issue has no letter"
    qtbot.keyClick(number, Qt.Key.Key_Down)
    qtbot.keyClick(number, Qt.Key.Key_Return)
    until(qtbot, lambda: page.sheet.pages() > 0 and "会城河" in words(page))
    page.seek("refusal")
    until(qtbot, lambda: "没有作不受理处理" in page.choice.ui.number_error.text())
    assert not page.choice.ui.print.isEnabled()
    number.clear()
    qtbot.keyClick(number, Qt.Key.Key_Down)
    until(qtbot, lambda: "还没有可打印《不受理告知单》" in page.choice.ui.number_error.text())


def test_names_in_full_are_shown_once_it_is_written_down_who_wanted_them_and_why(
    qtbot: QtBot, page: ReportsPage, session: Session
) -> None:
    page.seek(("registration", a_visit(session.desk, phone="13800001234").matters[0][0]))
    until(qtbot, lambda: page.sheet.pages() > 0 and "138****1234" in words(page))
    page.choice.ui.masked.click()
    assert page.choice.ui.why.hasFocus()
    qtbot.keyClick(page.choice.ui.why, Qt.Key.Key_Return)
    assert page.choice.ui.why_error.text()
    assert page.choice.masked(), "hidden until somebody says why"
    page.choice.ui.why.insert("核对登记")
    qtbot.keyClick(page.choice.ui.why, Qt.Key.Key_Return)
    until(qtbot, lambda: page.sheet.pages() > 0 and "13800001234" in words(page))
    entry = reveal.log(session.desk)[0]
    assert entry.actor == session.actor.name
    assert entry.matter.startswith("接待群众登记表")
    assert entry.matter.endswith("核对登记")
    page.seek("contact-list")
    assert page.choice.masked(), "another list is another asking"
    assert page.choice.ui.masked.isChecked()


def test_several_forms_are_turned_page_by_page_and_enlarged_by_keys(
    qtbot: QtBot, page: ReportsPage, session: Session
) -> None:
    made = of.three_signers(session.desk)
    of.replied(session.desk, made, of.CITY, of.day(82))
    page.seek(("consultation", made))
    until(qtbot, lambda: page.sheet.pages() == 3)
    assert page.sheet.number.text() == "第 1 / 3 页"
    area = page.sheet.area
    for key, said in (
        (Qt.Key.Key_PageDown, "第 2 / 3 页"),
        (Qt.Key.Key_End, "第 3 / 3 页"),
        (Qt.Key.Key_PageUp, "第 2 / 3 页"),
        (Qt.Key.Key_Home, "第 1 / 3 页"),
    ):
        qtbot.keyClick(area, key)
        assert page.sheet.number.text() == said
    before = page.sheet.places()[0].width()
    qtbot.keyClick(area, Qt.Key.Key_Plus)
    assert page.sheet.places()[0].width() > before
    qtbot.keyClick(area, Qt.Key.Key_0)
    assert page.sheet.places()[0].width() == before


def test_a_form_waits_for_its_matter_and_then_shows_it(
    qtbot: QtBot, page: ReportsPage, session: Session, matter: RecordId
) -> None:
    shown(qtbot, page)
    page.menu.set_current("registration")
    assert page.sheet.pages() == 0
    assert not page.choice.ui.print.isEnabled()
    qtbot.keyClicks(page.choice.ui.number, "NO-SUCH-1")
    qtbot.keyClick(page.choice.ui.number, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(page.choice.ui.number_error.text()))
    detail = browse.detail(session.desk, matter)
    assert detail is not None
    page.choice.ui.number.setText(detail.row.number)
    qtbot.keyClick(page.choice.ui.number, Qt.Key.Key_Return)
    shown(qtbot, page)
    assert "登记表" in words(page)


def test_another_page_may_ask_for_a_form_of_its_matter(
    qtbot: QtBot, page: ReportsPage, matter: RecordId
) -> None:
    page.seek(("registration", matter))
    until(qtbot, lambda: page.sheet.pages() > 0 and "登记表" in words(page))
    page.seek(("no such report", matter))
    assert page.menu.current_key() == "registration"


def test_the_ledger_is_saved_as_excel_for_the_period_chosen(
    qtbot: QtBot, page: ReportsPage, session: Session, tmp_path: Path
) -> None:
    page.seek("ledger")
    page.choice.set_period("all")
    target = tmp_path / "台账.xlsx"
    said: list[str] = []
    session.said.connect(lambda text, undoable: said.append(text))
    page.save(target)
    until(qtbot, lambda: bool(said))
    assert said == ["已保存 台账.xlsx"]
    assert load_workbook(target).worksheets[0].max_row > 3
    page.save(tmp_path / "no such folder" / "台账.xlsx")
    until(qtbot, lambda: page.choice.ui.notice.isVisibleTo(page))


def test_printing_puts_the_very_pages_of_the_preview_on_paper(
    qtbot: QtBot, page: ReportsPage, session: Session, matter: RecordId, tmp_path: Path
) -> None:
    page.seek(("registration", matter))
    until(qtbot, lambda: page.sheet.pages() > 0 and "登记表" in words(page))
    shown_pages = page.sheet.pages()
    target = tmp_path / "打印.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    said: list[str] = []
    session.said.connect(lambda text, undoable: said.append(text))
    page.print_on(printer, 1, shown_pages)
    until(qtbot, lambda: bool(said))
    printed = Preview(target.read_bytes())
    try:
        assert printed.pages == shown_pages
        wide, high = printed.size(0)
        assert (round(wide), round(high)) == (595, 842), "A4 upright, in points"
        drawn = printed.draw(0, 0.5)
        assert len(set(bytes(drawn.pixels)[::4])) > 3, "ink is on the paper"
    finally:
        printed.close()


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_does_not_answer_is_said(qtbot: QtBot, page: ReportsPage, tmp_path: Path) -> None:
    shown(qtbot, page)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "打印.pdf"))
    page.print_on(printer, 1, 1)
    until(qtbot, lambda: "打印机" in page.choice.ui.notice.words())


def test_the_document_shown_is_closed_when_the_program_ends(qtbot: QtBot, page: ReportsPage) -> None:
    shown(qtbot, page)
    page.let_go()
    assert page._shelf.document is None


def test_periods_of_days_are_asked_for_and_a_wrong_one_is_said(
    qtbot: QtBot, page: ReportsPage, session: Session
) -> None:
    shown(qtbot, page)
    page.choice.set_period("days")
    period = page.choice.period()
    assert period is not None
    assert (period.first, period.last) == (date(2026, 5, 1), date(2026, 5, 31))
    page.choice.ui.last.set_day(date(2026, 4, 1))
    assert page.choice.request() is None
    assert page.choice.ui.period_error.text()


def test_finding_a_report_by_a_part_of_its_name(qtbot: QtBot, page: ReportsPage) -> None:
    page.find_line.setText("逾期")
    names = [entry for entry in page.menu._model.rows if not isinstance(entry, str)]
    assert [choice.key for choice in names] == ["overdue"]


@pytest.mark.parametrize("scale", theme.SCALES)
def test_reports_fit_a_small_screen_at_every_text_size(
    page: ReportsPage, app: QApplication, scale: float, qtbot: QtBot
) -> None:
    shown(qtbot, page)
    theme.apply(app, theme.with_scale(theme.Theme(), scale))
    asked = page.choice.ui.asked.minimumSizeHint().width()
    assert asked <= page._asking.width() - 12 * scale, "no bar across the bottom beside a scroll bar"
    body = page._asking.width() + page.sheet.minimumSizeHint().width()
    assert body <= 1366 - 128 * scale
