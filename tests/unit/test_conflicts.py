"""What the undecided look like on paper and on the command line, and what a new value must be."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from station_desk.casework import conflict_words, conflicts
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor, Desk
from station_desk.casework.statistics import Period
from station_desk.cli import program
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Reply, Suggestion
from station_desk.errors import ValidationError
from station_desk.reports import catalogue
from station_desk.reports.request import ReportRequest
from tests.builders import a_clerk, a_deputy, a_desk, a_suggestion, an_issue, deliver, log_of, the

MADE = datetime(2026, 5, 21, 9, 0)


def two_numbers(folder: Path) -> tuple[Desk, RecordId]:
    """A station that is its own office, on both computers of which a suggestion was given a number."""
    desk, other = a_desk(folder), _second(folder)
    suggestion = a_suggestion(desk)
    deliver(other, log_of(desk))
    for one, text in ((desk, "2026闭-007"), (other, "2026闭-009")):
        with one.writing(a_clerk(), "number") as work:
            work.update(Suggestion, suggestion, official_number=text)
    deliver(desk, log_of(other))
    other.close()
    return desk, suggestion


def _second(folder: Path) -> Desk:
    there = folder / "second"
    there.mkdir()
    return a_desk(there)


def printed(desk: Desk, name: str, **asked: object) -> str:
    request = ReportRequest(made_at=MADE, **asked)  # type: ignore[arg-type]
    document = pypdfium2.PdfDocument(catalogue.render(desk, name, request))
    said = "".join(page.get_textpage().get_text_range() for page in document)
    return "".join(said.split())


NOTE = "有1处内容待有权机关裁定，暂按各方最后一致的内容列示"


def test_a_form_says_at_its_foot_that_a_value_on_it_is_undecided(tmp_path: Path) -> None:
    desk, suggestion = two_numbers(tmp_path)
    number = the(desk, suggestion).row.number

    assert f"{NOTE}：{number}" in printed(desk, "suggestion", record=suggestion)
    (question,) = conflicts.waiting(desk).questions
    conflicts.decide(desk, a_clerk(), suggestion, "official_number", change=question.candidates[0].change)
    assert NOTE not in printed(desk, "suggestion", record=suggestion)


def test_a_deputy_s_file_names_the_undecided_it_tells_of_and_no_others(tmp_path: Path) -> None:
    desk, suggestion = two_numbers(tmp_path)
    number, opened = the(desk, suggestion).row.number, the(desk, suggestion).row.opened_on
    assert opened is not None
    (signer,) = the(desk, suggestion).signers
    who = signer.signer.deputy
    earlier = Period(date(opened.year - 1, 1, 1), date(opened.year - 1, 12, 31))

    assert f"{NOTE}：{number}" in printed(desk, "deputy-file", record=who)
    assert NOTE in printed(desk, "deputy-file", record=who, period=Period(opened, opened))
    assert NOTE not in printed(desk, "deputy-file", record=who, period=earlier)
    assert NOTE not in printed(desk, "deputy-file", record=a_deputy(desk, "林佩珊"))


def test_a_reply_letter_says_it_below_the_page_and_not_among_its_words(tmp_path: Path) -> None:
    desk, suggestion = two_numbers(tmp_path)
    with desk.writing(a_clerk(), "record_reply") as work:
        work.add(Reply(matter=suggestion, kind="reply", dated=date(2026, 5, 20), text="已办。"))
    request = ReportRequest(made_at=MADE, record=suggestion)
    (page,) = pypdfium2.PdfDocument(catalogue.render(desk, "reply-letter", request))
    low = 20 / 25.4 * 72  # the red lines at the foot
    words = page.get_textpage()

    assert NOTE in "".join(words.get_text_bounded(top=low).split())
    assert NOTE not in "".join(words.get_text_bounded(bottom=low).split())


def test_a_form_of_another_matter_says_nothing_of_it(tmp_path: Path) -> None:
    desk, _ = two_numbers(tmp_path)
    other = a_suggestion(desk, title="关于校门口安全的建议")

    assert NOTE not in printed(desk, "suggestion", record=other)


def test_a_list_names_the_undecided_it_shows_and_no_others(tmp_path: Path) -> None:
    desk, suggestion = two_numbers(tmp_path)
    issue = an_issue(desk)

    assert NOTE in printed(desk, "ledger")
    assert NOTE not in printed(desk, "ledger", filter=MatterFilter(ids=(issue,)))
    assert NOTE in printed(desk, "ledger", filter=MatterFilter(ids=(suggestion,)))
    assert NOTE not in printed(desk, "ledger", period=Period(date(2026, 6, 1), date(2026, 6, 30)))


def test_a_workbook_says_it_on_its_sheet_of_notes(tmp_path: Path) -> None:
    desk, _ = two_numbers(tmp_path)
    out = tmp_path / "ledger.xlsx"
    catalogue.make(desk, "ledger", ReportRequest(made_at=MADE), out)

    cells = (
        cell for sheet in load_workbook(out) for row in sheet.iter_rows(values_only=True) for cell in row
    )
    assert any("待有权机关裁定" in str(cell) for cell in cells)


def test_an_undecided_number_is_not_shown_as_given(tmp_path: Path) -> None:
    desk, suggestion = two_numbers(tmp_path)

    assert the(desk, suggestion).record.official_number is None


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [("opened_on", "昨天", "昨天"), ("owner", "HC", "选择"), ("people", "几个", "几个")],
)
def test_a_value_that_does_not_fit_its_field_is_refused_in_words(field: str, text: str, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        conflict_words.typed("suggestion", field, text)
    assert said in str(refused.value)
    assert refused.value.problems[0].field == field


def test_a_typed_value_becomes_what_its_field_holds() -> None:
    assert conflict_words.typed("suggestion", "opened_on", " 2026-05-21 ") == date(2026, 5, 21)
    assert conflict_words.typed("suggestion", "people", "12") == 12
    assert conflict_words.typed("suggestion", "official_number", "2026闭-010") == "2026闭-010"
    assert conflict_words.typed("suggestion", "official_number", " ") is None


def test_the_command_line_lists_and_decides(tmp_path: Path) -> None:
    desk, suggestion = two_numbers(tmp_path)
    desk.close()

    def run(*words: str) -> str:
        result = CliRunner().invoke(program, ["--desk", str(desk.path), "--clerk", "李敏", *words])
        assert result.exit_code == 0, result.output
        return result.output

    (found,) = json.loads(run("--json", "conflicts"))["questions"]
    assert (found["kind"], found["record"], found["here"]) == ("conflict", suggestion.hex(), True)
    assert {c["value"] for c in found["candidates"]} == {"2026闭-007", "2026闭-009"}
    assert "正式编号" in run("conflicts")
    chosen = next(c["change"] for c in found["candidates"] if c["value"] == "2026闭-009")
    run("decide", found["key"], "--choose", chosen, "--reason", "先登记的保留")
    assert json.loads(run("--json", "conflicts"))["questions"] == []
    with_number = Desk.open(desk.path)
    assert the(with_number, suggestion).record.official_number == "2026闭-009"
    with_number.close()


def test_the_command_line_refuses_what_waits_no_longer(tmp_path: Path) -> None:
    desk, _ = two_numbers(tmp_path)
    desk.close()
    result = CliRunner().invoke(
        program, ["--desk", str(desk.path), "decide", "conflict:00:title", "--accept"]
    )

    assert result.exit_code == 1
    assert "conflict:00:title" in result.output


def test_a_viewer_decides_nothing(tmp_path: Path) -> None:
    from station_desk.domain.vocabulary import Role
    from station_desk.errors import UserError

    desk, suggestion = two_numbers(tmp_path)
    with pytest.raises(UserError):
        conflicts.decide(desk, Actor("何", Role.VIEWER), suggestion, "official_number", value="1")
    assert len(conflicts.waiting(desk).questions) == 1
