"""Reports: the page itself as preview, figures that open their matters, files out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import browse, offices, reveal
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor
from station_desk.casework.statistics import Cell, Period
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Station
from station_desk.domain.vocabulary import Role
from station_desk.reports.preview import Preview
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages import reports_paper
from station_desk.ui.pages.reports import ReportsPage
from station_desk.ui.pages.reports_paper import BLANK, copied, sides_of
from station_desk.ui.session import Session
from tests import builders as b
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
    until(qtbot, lambda: any(link.accessibleName() == "收集件数 1" for link in page.figures.links))
    with qtbot.waitSignal(session.wanted) as asked:
        qtbot.mouseClick(page.figures.link_of("收集件数"), Qt.MouseButton.LeftButton)
    name, wanted = asked.args or ("", None)
    assert name == "matters"
    assert isinstance(wanted, MatterFilter)
    assert [row.id for row in browse.page(session.desk, wanted)] == [matter]


def test_a_number_on_the_page_itself_opens_what_it_counts(
    qtbot: QtBot, page: ReportsPage, session: Session, matter: RecordId
) -> None:
    page.choice.set_period("year")
    until(qtbot, lambda: bool(page.sheet.hots()))
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
    page.out.save(target)
    until(qtbot, lambda: bool(said))
    assert said == ["已保存 台账.xlsx"]
    assert load_workbook(target).worksheets[0].max_row > 3
    page.out.save(tmp_path / "no such folder" / "台账.xlsx")
    until(qtbot, lambda: page.choice.ui.notice.isVisibleTo(page))


def on_file(target: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(150)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def printed(qtbot: QtBot, page: ReportsPage, printer: QPrinter, current: int = 1) -> list[bytes]:
    """The pages that came out, each as a small picture."""
    said: list[str] = []
    told = page._session.said.connect(lambda text, undoable: said.append(text))
    page.out.print_on(printer, current)
    until(qtbot, lambda: bool(said))
    page._session.said.disconnect(told)
    with Preview(Path(printer.outputFileName()).read_bytes()) as paper:
        wide, high = paper.size(0)
        assert (round(wide), round(high)) == (595, 842), "A4 upright, in points"
        return [_small(paper, number) for number in range(paper.pages)]


def _small(document: Preview, page: int) -> bytes:
    """A page as large on every screen, in grey."""
    return document.draw(page, 499.5 / document.size(page)[0]).pixels[::4]


def unlike(one: bytes, other: bytes) -> float:
    """How far two pages differ, in greys a point on average."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


@pytest.fixture
def three(qtbot: QtBot, page: ReportsPage, session: Session) -> list[bytes]:
    """A document of three different pages on screen, and how they look."""
    made = of.three_signers(session.desk)
    of.replied(session.desk, made, of.CITY, of.day(82))
    of.judged(session.desk, made, 1, "satisfied", of.day(90))
    page.seek(("hand-over", made))
    until(qtbot, lambda: page.sheet.pages() == 3)
    document = page._shelf.document
    assert document is not None
    return [_small(document, number) for number in range(3)]


def test_printing_puts_the_very_pages_of_the_preview_on_paper(
    qtbot: QtBot, page: ReportsPage, three: list[bytes], tmp_path: Path
) -> None:
    came = printed(qtbot, page, on_file(tmp_path / "打印.pdf"))
    assert len(came) == 3
    for number, page_out in enumerate(came):
        nearest = min(range(3), key=lambda at: unlike(page_out, three[at]))
        assert nearest == number, "each page is its own, in its place"
        assert unlike(page_out, three[number]) < 8, "letter on letter, line on line"


def test_only_the_pages_asked_for_are_printed(
    qtbot: QtBot, page: ReportsPage, three: list[bytes], tmp_path: Path
) -> None:
    some = on_file(tmp_path / "some.pdf")
    some.setPrintRange(QPrinter.PrintRange.PageRange)
    some.setPageRanges(QPageRanges.fromString("2-3,7"))
    assert sides_of(some, 3, 1) == (2, 3)
    assert len(printed(qtbot, page, some)) == 2

    one = on_file(tmp_path / "one.pdf")
    one.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert sides_of(one, 3, 2) == (2,)
    one.setPrintRange(QPrinter.PrintRange.PageRange)
    one.setPageRanges(QPageRanges.fromString("8"))
    page.out.print_on(one)
    assert "3 页" in page.choice.ui.notice.words()


def test_copies_come_one_set_after_the_other_or_page_by_page(
    qtbot: QtBot, page: ReportsPage, three: list[bytes], tmp_path: Path
) -> None:
    sets = on_file(tmp_path / "sets.pdf")
    sets.setCopyCount(2)
    sets.setCollateCopies(True)
    assert sides_of(sets, 3, 1) == (1, 2, 3, 1, 2, 3)
    assert len(printed(qtbot, page, sets)) == 6
    sets.setCollateCopies(False)
    sets.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert sides_of(sets, 3, 1) == (3, 3, 2, 2, 1, 1)


def test_on_both_sides_of_the_paper_every_copy_begins_on_a_sheet_of_its_own() -> None:
    assert copied([1, 2, 3], 2, collated=True, two_sided=True) == (1, 2, 3, BLANK, 1, 2, 3)
    assert copied([1, 2], 2, collated=True, two_sided=True) == (1, 2, 1, 2)
    assert copied([1, 2, 3], 2, collated=True, two_sided=False) == (1, 2, 3, 1, 2, 3)


def test_a_print_run_that_is_stopped_leaves_the_page_as_it_was(
    qtbot: QtBot, page: ReportsPage, three: list[bytes], session: Session, tmp_path: Path
) -> None:
    printer = on_file(tmp_path / "stopped.pdf")
    printer.setCopyCount(40)

    def stop(text: str, done: int, total: int) -> None:
        if done > 1:
            session.jobs.cancel_all()

    session.jobs.progressed.connect(stop)
    page.out.print_on(printer)
    until(qtbot, lambda: not session.jobs.is_busy())
    until(qtbot, lambda: printer.printerState() is not QPrinter.PrinterState.Active)
    assert page.sheet.pages() == 3


def test_the_print_dialog_offers_the_pages_there_are_and_is_obeyed(
    qtbot: QtBot, page: ReportsPage, three: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "dialog.pdf"
    seen: list[tuple[int, int]] = []

    def answered(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        seen.append((dialog.minPage(), dialog.maxPage()))
        assert dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        assert dialog.testOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.printer().setPrintRange(QPrinter.PrintRange.CurrentPage)
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(reports_paper, "printers", lambda: ["HP"])
    monkeypatch.setattr(reports_paper, "printer_for", lambda document: on_file(target))
    monkeypatch.setattr(QPrintDialog, "exec", answered)
    said: list[str] = []
    page._session.said.connect(lambda text, undoable: said.append(text))
    page.sheet.turn_to(1)
    page.print_it()
    until(qtbot, lambda: bool(said))
    assert seen == [(1, 3)]
    assert said == ["已送打印 1 页"]
    with Preview(target.read_bytes()) as paper:
        assert paper.pages == 1
        assert min(range(3), key=lambda at: unlike(_small(paper, 0), three[at])) == 1


def test_a_computer_without_a_printer_says_so(
    qtbot: QtBot, page: ReportsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(qtbot, page)
    monkeypatch.setattr(reports_paper, "printers", list)
    page.print_it()
    assert "没有安装打印机" in page.choice.ui.notice.words()


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_does_not_answer_is_said(qtbot: QtBot, page: ReportsPage, tmp_path: Path) -> None:
    shown(qtbot, page)
    page.out.print_on(on_file(tmp_path / "no such folder" / "打印.pdf"))
    until(qtbot, lambda: "打印机" in page.choice.ui.notice.words())


# ---- favourites, what was asked last, what opens ------------------------------------------------------


def names(page: ReportsPage) -> list[str]:
    return [entry if isinstance(entry, str) else entry.key for entry in page.menu._model.rows]


def test_a_starred_report_stands_at_the_top_and_stays_there(
    qtbot: QtBot, page: ReportsPage, session: Session
) -> None:
    page.seek("promises")
    qtbot.mouseClick(page.choice.ui.star, Qt.MouseButton.LeftButton)
    assert names(page)[:3] == ["常用", "promises", "统计表"]
    assert page.menu.current_key() == "promises"
    again = ReportsPage(session)
    qtbot.addWidget(again)
    assert names(again)[:2] == ["常用", "promises"]
    again.seek("promises")
    assert again.choice.ui.star.isChecked()
    qtbot.mouseClick(again.choice.ui.star, Qt.MouseButton.LeftButton)
    assert names(again)[0] == "统计表"
    again.let_go()


def test_a_report_opens_with_what_it_was_asked_for_last(
    qtbot: QtBot, page: ReportsPage, session: Session
) -> None:
    page.seek("ledger")
    unit, period = page.choice.ui.unit, page.choice.ui.period
    unit.setCurrentIndex(unit.findData("quarter"))
    unit.activated.emit(unit.currentIndex())
    period.setCurrentIndex(1)
    period.activated.emit(1)
    page.seek("promises")
    assert page.choice.period() is None, "another report has its own"
    page.seek("ledger")
    assert page.choice.period() == Period.of_months("2026-01", "2026-03")
    again = ReportsPage(session)
    qtbot.addWidget(again)
    again.seek("ledger")
    assert again.choice.period() == Period.of_months("2026-01", "2026-03")
    again.let_go()


def test_what_another_page_asked_for_is_not_remembered_as_chosen(
    qtbot: QtBot, page: ReportsPage, session: Session
) -> None:
    page.seek(("monthly", Period.of_months("2025-01", "2025-12")))
    assert page.choice.period() == Period.of_months("2025-01", "2025-12")
    page.seek("ledger")
    page.seek("monthly")
    assert page.choice.period() == Period.of_months("2026-05")


@pytest.mark.parametrize(
    ("name", "today", "opens"),
    [
        ("promises", date(2026, 5, 21), None),
        ("suggestions-handled", date(2026, 5, 21), None),
        ("overdue", date(2026, 5, 21), None),
        ("ledger", date(2026, 5, 3), Period.of_months("2026-05")),
        ("monthly", date(2026, 5, 3), Period.of_months("2026-04")),
        ("monthly", date(2026, 1, 10), Period.of_months("2025-12")),
        ("monthly", date(2026, 5, 11), Period.of_months("2026-05")),
    ],
)
def test_each_report_opens_with_the_period_one_wants(
    qtbot: QtBot, session: Session, name: str, today: date, opens: Period | None
) -> None:
    session.today = lambda: today
    page = ReportsPage(session)
    qtbot.addWidget(page)
    page.seek(name)
    assert page.choice.period() == opens
    page.let_go()


def test_a_viewer_is_not_offered_what_names_visitors(qtbot: QtBot, session: Session) -> None:
    session.act_as(Actor("陈工", Role.VIEWER))
    page = ReportsPage(session)
    qtbot.addWidget(page)
    assert "monthly" in names(page)
    assert "contact-list" not in names(page)
    page.seek("contact-list")
    assert page.menu.current_key() == "monthly"
    page.let_go()


# ---- each station -------------------------------------------------------------------------------------


@pytest.fixture
def town(session: Session) -> list[str]:
    """Two more stations than the desk's own."""
    for code, name in (("CN", "城南站"), ("DJ", "东甲站")):
        offices.save(session.desk, b.a_clerk(), Station(code=code, name=name))
        b.an_issue(session.desk, station=code)
    return ["会城站", "城南站", "东甲站"]


def test_each_station_gets_a_file_of_its_own(
    qtbot: QtBot, town: list[str], page: ReportsPage, session: Session, tmp_path: Path
) -> None:
    until(qtbot, lambda: page.choice.ui.each.isVisible())
    page.choice.set_period("month", "2026-04")
    page.out.save_each(tmp_path, "xlsx")
    until(qtbot, lambda: "3" in page.choice.ui.notice.words())
    files = sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".xlsx")
    assert files == sorted(f"{name} 站点月报（季报、年报） 2026年4月.xlsx" for name in town)
    first = load_workbook(tmp_path / files[0]).worksheets[0]
    assert str(first["A2"].value).startswith(files[0].split()[0])
    page.seek("promises")
    assert page.choice.ui.each.isVisibleTo(page)
    page.seek("deputy-cases")
    assert not page.choice.ui.each.isVisibleTo(page), "it is about one deputy"


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


def test_a_batch_that_is_stopped_keeps_whole_files_and_says_how_far_it_came(
    qtbot: QtBot, town: list[str], page: ReportsPage, session: Session, tmp_path: Path
) -> None:
    until(qtbot, lambda: page.choice.ui.each.isVisible() and not session.jobs.is_busy())

    def stop(text: str, done: int, total: int) -> None:
        if done >= 100:  # the first of three is made
            session.jobs.cancel_all()

    session.jobs.progressed.connect(stop)
    folder = tmp_path / "月报"
    folder.mkdir()
    page.out.save_each(folder, "pdf")
    assert not page.choice.ui.each.isEnabled(), "one batch at a time"
    until(qtbot, lambda: not session.jobs.is_busy() and page.choice.ui.notice.isVisibleTo(page))
    made = sorted(folder.iterdir())
    assert 1 <= len(made) <= 3
    assert all(path.suffix == ".pdf" and path.read_bytes().startswith(b"%PDF") for path in made)
    assert f"已生成 {len(made)} 份" in page.choice.ui.notice.words()
    assert page.choice.ui.each.isEnabled()


# ---- the sentences of a work report --------------------------------------------------------------------


def test_sentences_stand_in_the_place_of_the_page_and_each_number_opens_its_matters(
    qtbot: QtBot, page: ReportsPage, session: Session
) -> None:
    page.seek(("sentences", Period.of_months("2026-05")))
    until(qtbot, lambda: bool(page.sentences.labels))
    assert page.sentences.isVisible()
    assert not page.sheet.isVisible()
    collected = page.sentences.sentences()[0].numbers[0]
    assert "收集群众意见建议1件" in page.sentences.labels[0].accessibleName()
    with qtbot.waitSignal(session.wanted) as found:
        page.sentences.labels[0].linkActivated.emit("0")
    where, wanted = found.args
    assert where == "matters"
    assert collected.text == "1"
    assert browse.count(session.desk, wanted) == 1
    page.seek("monthly")
    assert page.sheet.isVisible()
    assert not page.sentences.isVisible()


def test_a_sentence_or_all_of_them_go_to_the_clipboard_as_plain_words(
    qtbot: QtBot, page: ReportsPage, session: Session
) -> None:
    page.seek(("sentences", Period.of_months("2026-05")))
    until(qtbot, lambda: bool(page.sentences.labels))
    with qtbot.waitSignal(session.said):
        qtbot.mouseClick(page.sentences.buttons[0], Qt.MouseButton.LeftButton)
    first = page.sentences.sentences()[0].text
    assert QApplication.clipboard().text() == first
    qtbot.mouseClick(page.sentences.all, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().splitlines() == [one.text for one in page.sentences.sentences()]
    assert "<" not in QApplication.clipboard().text()


def test_another_page_that_asks_for_a_month_never_sees_the_present_one_first(page: ReportsPage) -> None:
    asked: list[Period | None] = []

    def note() -> None:
        request = page.choice.request()
        asked.append(request.period if request is not None else None)

    page.choice.changed.connect(note)
    january = Period.of_months("2020-01")
    page.seek(("sentences", january))
    assert asked == [january], "before the page is painted, not a moment later"


def test_a_month_without_records_says_so_and_offers_nothing_to_copy(qtbot: QtBot, page: ReportsPage) -> None:
    page.seek(("sentences", Period.of_months("2020-01")))
    until(qtbot, lambda: page.sentences.isVisible() and not page._session.jobs.is_busy())
    assert page.sentences.labels == []
    assert "没有" in page.sentences.hint.text()
    assert not page.sentences.all.isEnabled()
