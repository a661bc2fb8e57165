"""建议办理情况: the figures of a real year from its records, and the rule behind every rate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from station_desk.casework import promises, verdicts
from station_desk.casework.context import Desk
from station_desk.casework.promises import Judged
from station_desk.casework.statistics import Period
from station_desk.casework.statistics_handling import (
    BY_ATTITUDE,
    BY_LEAD,
    BY_RESULT,
    HandledRow,
    HandlingFigures,
    handling_figures,
)
from station_desk.cli import program
from station_desk.domain.declare import RecordId
from station_desk.domain.figures import Rate
from station_desk.errors import UserError
from station_desk.reports import catalogue
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import words

NAME = "suggestions-handled"
SATISFIED, FAIRLY = 131, 20
"""Jiangmen's report for 2020: 152 suggestions, 151 completed, 131 satisfied and 20 fairly of these."""


def request(made: date = date(2026, 12, 1), **more: object) -> ReportRequest:
    at = datetime(made.year, made.month, made.day, 9)
    return ReportRequest(made_by="李敏", made_at=at, **more)  # type: ignore[arg-type]


def figures(desk: Desk, today: date = date(2026, 12, 1), period: Period | None = None) -> HandlingFigures:
    return handling_figures(desk, period, today=today)


def named(rows: tuple[HandledRow, ...], name: str) -> HandledRow:
    return next(row for row in rows if row.name == name)


def cells(sheet: Worksheet, row: str) -> dict[str, object]:
    """A row's values by their headings; a rate's numerator and denominator under its heading and ÷."""
    heads = [str(cell.value) for cell in sheet[4]]
    for at, head in enumerate(heads):
        if head == "分子/分母":
            heads[at] = heads[at - 1] + "÷"
    values = next(found for found in sheet.iter_rows(min_row=5, values_only=True) if found[0] == row)
    return dict(zip(heads, values, strict=False))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """152 suggestions taken through their life by the use cases; the last is still being handled."""
    desk = b.a_desk(tmp_path_factory.mktemp("year"))
    signers = s.deputies(desk, ("陈伟雄", "冯少珍", "欧阳志强"))
    units = [s.unit(desk, name) for name in (s.HOUSING, s.CITY)]
    names = (s.HOUSING, s.CITY)
    for n in range(SATISFIED + FAIRLY + 1):
        made = s.submitted(desk, signers[n % 3 : n % 3 + 1], at_session=n < 100)
        s.handed(desk, made, (units[n % 2], "lead"))
        if n < SATISFIED + FAIRLY:
            s.replied(desk, made, names[n % 2], s.day(60), reply_class="A" if n % 3 else "C")
            s.judged(desk, made, 0, "satisfied" if n < SATISFIED else "fairly", s.day(70))
    yield desk
    desk.close()


def test_the_year_of_152_suggestions_is_reproduced_from_its_records(year: Desk) -> None:
    found = figures(year)

    assert found.total.completed.text(2) == "99.34 % (151/152)"
    assert found.total.satisfied.satisfied.text() == "86.8 % (131/151)"
    assert found.total.satisfied.fairly.text() == "13.2 % (20/151)"
    assert found.total.satisfied.overall.text() == "100.0 % (151/151)"
    assert (found.total.n("raised"), found.total.due) == (152, 152)


def test_workbook_and_page_print_the_years_figures(year: Desk) -> None:
    book = load_workbook(BytesIO(catalogue.render(year, NAME, request(), "xlsx")))
    assert book.sheetnames == [
        "按提出时间",
        "征询评价",
        "按承办单位",
        "按答复类别",
        "承诺事项",
        "图表",
        "说明",
    ]
    total = cells(book["按提出时间"], "合计")
    form = cells(book["征询评价"], BY_RESULT)
    unit = cells(book["按承办单位"], s.HOUSING)
    text = "".join(words(catalogue.render(year, NAME, request())))

    assert (total["办结"], total["应办"], total["办结率÷"]) == (151, 152, "151/152")
    assert total["办结率"] == pytest.approx(151 / 152)
    assert (unit["主办、分办"], unit["答复"], unit["按期答复率÷"]) == (76, 76, "76/76")
    assert (unit["A类"], unit["C类"], unit["解决率（A类）÷"]) == (50, 26, "50/76")
    assert (form["满意率÷"], form["基本满意率÷"]) == ("131/151", "20/151")
    assert form["满意率"] == pytest.approx(131 / 151)
    for printed in ("99.34%(151/152)", "86.8%(131/151)", "13.2%(20/151)"):
        assert printed in text
    assert "满意率＝满意÷收回的征询表" in text


def by_command(desk: Desk, out: Path) -> Path:
    """The year's table as `station-desk report` makes it."""
    whole_year = ["--from", "2026-01", "--to", "2026-12"]
    made = CliRunner().invoke(
        program, ["--desk", str(desk.path), "report", NAME, *whole_year, "--out", str(out)]
    )
    assert made.exit_code == 0, made.output
    return out


GOLDEN = (
    # sheet, row, heading, numerator and denominator, as printed
    ("按提出时间", "合计", "办结率", 151, 152, "99.34%"),
    ("征询评价", BY_RESULT, "满意率", 131, 151, "86.8%"),
    ("征询评价", BY_RESULT, "基本满意率", 20, 151, "13.2%"),
)


@pytest.mark.parametrize(("sheet", "row", "head", "part", "base", "shown"), GOLDEN)
def test_the_command_line_makes_the_golden_figures_in_a_workbook(
    year: Desk, tmp_path: Path, sheet: str, row: str, head: str, part: int, base: int, shown: str
) -> None:
    book = load_workbook(by_command(year, tmp_path / "办理情况.xlsx"))
    found = cells(book[sheet], row)
    assert found[f"{head}÷"] == f"{part}/{base}"
    assert found[head] == pytest.approx(part / base)
    heads = [cell.value for cell in book[sheet][4]]
    at = next(n for n, cells_ in enumerate(book[sheet].iter_rows(min_row=5), 5) if cells_[0].value == row)
    form = book[sheet].cell(at, heads.index(head) + 1).number_format
    decimals = len(shown.rstrip("%").partition(".")[2])
    assert form == f"0.{'0' * decimals}%", "Excel shows it with the decimals it is printed with"


@pytest.mark.parametrize(("sheet", "row", "head", "part", "base", "shown"), GOLDEN)
def test_the_command_line_prints_the_golden_figures_on_the_page(
    year: Desk, tmp_path: Path, sheet: str, row: str, head: str, part: int, base: int, shown: str
) -> None:
    text = "".join(words(by_command(year, tmp_path / "办理情况.pdf").read_bytes()))
    assert f"{shown}({part}/{base})" in text
    assert sheet in text


def test_units_and_classes_add_up_to_the_year(year: Desk) -> None:
    found = figures(year)

    assert sum(row.n("lead") for row in found.units) == 152
    assert sum(row.n("replies") for row in found.classes) == 151
    assert {row.name[0] for row in found.classes} == {"A", "C"}
    assert sum(row.n("satisfied") for row in found.units) == SATISFIED
    assert named(found.times, "会议期间").n("raised") == 100
    assert named(found.times, "闭会期间").completed == Rate(51, 52)


def test_a_period_without_suggestions_prints_dashes(year: Desk) -> None:
    found = figures(year, period=Period.of_months("2025-01", "2025-12"))
    assert found.total.completed.text(2) == "— (0/0)"
    assert found.total.n("raised") == 0


# --- what counts, and what does not ------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return b.a_desk(tmp_path)


def answered(desk: Desk, signers: int = 3) -> RecordId:
    """A suggestion of so many deputies, answered by its one unit."""
    made = s.submitted(desk, s.deputies(desk)[:signers])
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    s.replied(desk, made, s.HOUSING, s.day(60))
    return made


def test_a_form_not_returned_after_reminding_stands_in_its_own_column(desk: Desk) -> None:
    made = answered(desk)
    s.judged(desk, made, 0, "satisfied", s.day(70))
    s.judged(desk, made, 1, "fairly", s.day(71))
    row = named(figures(desk).verdicts, BY_RESULT)
    assert (row.n("asked"), row.n("back"), row.n("reminded")) == (3, 2, 0)

    signer = b.the(desk, made).signers[2].id
    verdicts.remind(desk, b.a_clerk(), made, [signer], s.day(90))
    row = named(figures(desk).verdicts, BY_RESULT)

    assert (row.n("asked"), row.n("back"), row.n("reminded")) == (3, 2, 1)
    assert row.satisfied.satisfied.text() == "50.0 % (1/2)"
    assert row.back.text() == "66.7 % (2/3)"
    verdicts.conclude(desk, b.a_clerk(), made, s.day(100), "一份未交回")
    assert figures(desk).total.completed.text(2) == "100.00 % (1/1)"
    assert named(figures(desk).verdicts, BY_RESULT).n("reminded") == 1


def test_by_form_every_signer_counts_and_by_suggestion_the_lead_deputy(desk: Desk) -> None:
    made = answered(desk)
    for signer, result in enumerate(("satisfied", "fairly", "dissatisfied")):
        s.judged(desk, made, signer, result, s.day(70), attitude="satisfied")
    found = figures(desk)

    assert named(found.verdicts, BY_RESULT).satisfied.satisfied == Rate(1, 3)
    assert named(found.verdicts, BY_LEAD).satisfied.satisfied == Rate(1, 1)
    assert named(found.verdicts, BY_ATTITUDE).satisfied.satisfied == Rate(3, 3)


def test_after_a_redo_the_new_verdict_takes_the_old_ones_place(desk: Desk) -> None:
    made = answered(desk, 1)
    s.judged(desk, made, 0, "dissatisfied", s.day(70))
    assert figures(desk).total.n("dissatisfied") == 1
    b.take(desk, made, "redo", s.day(71))
    s.replied(desk, made, s.HOUSING, s.day(80), reply_class="B")
    waiting = figures(desk).total
    assert (waiting.n("asked"), waiting.n("back"), waiting.n("dissatisfied")) == (1, 0, 0)
    s.judged(desk, made, 0, "satisfied", s.day(90))
    found = figures(desk)

    assert (found.total.n("satisfied"), found.total.n("dissatisfied"), found.total.n("redone")) == (1, 0, 1)
    assert [row.name[0] for row in found.classes] == ["B"]


def test_a_reply_is_on_time_by_its_own_day_with_its_extension(desk: Desk) -> None:
    made = s.submitted(desk, s.deputies(desk))
    handed = [(s.unit(desk, s.HOUSING), "separate"), (s.unit(desk, s.CITY), "separate")]
    s.handed(desk, made, *handed)
    granted = b.charges(desk, made)[s.CITY].id
    b.take(desk, made, "extend", s.day(60), assignment=granted, until=date(2026, 8, 31))
    for name in (s.HOUSING, s.CITY):
        s.replied(desk, made, name, date(2026, 6, 10))  # due on 6 June by the rule alone
    found = figures(desk)

    assert named(found.units, s.HOUSING).replied_on_time == Rate(0, 1)
    assert named(found.units, s.CITY).replied_on_time == Rate(1, 1)
    assert found.total.replied_on_time == Rate(1, 2)


def test_a_reply_not_yet_due_is_in_no_base_and_an_overdue_one_is(desk: Desk) -> None:
    made = s.submitted(desk, s.deputies(desk))
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    early, late = figures(desk, date(2026, 6, 6)), figures(desk, date(2026, 6, 7))

    assert early.total.replied_on_time == Rate(0, 0)
    assert late.total.replied_on_time == Rate(0, 1)
    assert (early.total.n("late"), late.total.n("late")) == (0, 1)


def test_a_returned_charge_is_its_first_units_no_more(desk: Desk) -> None:
    made = s.submitted(desk, s.deputies(desk))
    s.handed(desk, made, (s.unit(desk, s.CITY), "lead"))
    b.take(desk, made, "return", s.day(6), assignment=b.charges(desk, made)[s.CITY].id)
    assert figures(desk).total.completed == Rate(0, 0)
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"), after=8)
    s.replied(desk, made, s.HOUSING, s.day(60))
    found = figures(desk)

    assert (named(found.units, s.CITY).n("returned"), named(found.units, s.CITY).n("lead")) == (1, 0)
    assert named(found.units, s.HOUSING).replied_on_time == Rate(1, 1)


def test_withdrawn_and_unsubmitted_suggestions_are_not_owed(desk: Desk) -> None:
    b.a_suggestion(desk, on=s.RAISED)
    withdrawn = s.submitted(desk, s.deputies(desk))
    b.take(desk, withdrawn, "withdraw", s.day(3))
    total = figures(desk).total

    assert (total.n("raised"), total.n("draft"), total.n("withdrawn"), total.due) == (2, 1, 1, 0)


def test_promises_kept_are_counted_of_those_due_or_judged(desk: Desk) -> None:
    made = s.three_signers(desk)
    s.replied(desk, made, s.CITY, s.day(90))
    for signer in range(3):
        s.judged(desk, made, signer, "satisfied", s.day(100))
    assert figures(desk, date(2026, 9, 30)).total.kept == Rate(0, 0)
    assert figures(desk, date(2026, 10, 1)).total.kept == Rate(0, 1)
    first = b.the(desk, made).promises[0].id
    promises.judge(desk, b.a_clerk(), made, first, Judged(on=date(2026, 9, 20), state="kept", proof="已通水"))
    found = figures(desk, date(2026, 10, 1))

    assert found.total.kept == Rate(1, 1)
    assert named(found.units, s.HOUSING).kept == Rate(1, 1)
    assert (found.total.n("tracked"), found.total.n("done")) == (1, 0)


def test_an_unknown_station_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="XX"):
        handling_figures(desk, None, "XX", today=date(2026, 12, 1))
