"""Reply sheets on the command line: out for each unit, back in as a proposal, recorded when asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.cli import program
from station_desk.domain.declare import RecordId
from tests.builders import DAY, a_desk, a_unit, an_issue, handed_over, stage, the


def run(desk: Path, *args: str | Path) -> Result:
    return CliRunner().invoke(program, ["--desk", str(desk), "--json", "reply-sheet", *map(str, args)])


@pytest.fixture
def handed(tmp_path: Path) -> tuple[Path, str]:
    """A desk, and the number of an issue that one unit has."""
    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    handed_over(desk, issue, (a_unit(desk), "lead"))
    number = the(desk, issue).row.number
    desk.close()
    return desk.path, number


def fill(path: Path, **values: object) -> None:
    book = load_workbook(path)
    page: Any = book.active
    for row in page.iter_rows():
        for cell in row:
            if cell.value in values:
                page.cell(cell.row, cell.column + 1).value = values[cell.value]
    book.save(path)


def test_a_sheet_goes_out_comes_back_and_is_recorded(handed: tuple[Path, str], tmp_path: Path) -> None:
    path, number = handed
    [made] = json.loads(run(path, "out", number, tmp_path, "--form", "xlsx").stdout)["sheets"]
    sheet = Path(made["path"])
    assert number in sheet.name
    assert "区市政管理所" in sheet.name
    fill(sheet, 答复日期=DAY, 办理情况="已清淤。")
    found = json.loads(run(path, "in", sheet).stdout)
    assert (found["number"], found["kind"], found["accepted"]) == (made["number"], "reply", False)
    assert found["fields"]["dated"] == DAY.isoformat()
    assert found["problems"] == []
    assert json.loads(run(path, "in", sheet, "--accept").stdout)["accepted"] is True
    desk = Desk.open(path)
    matter = the(desk, _the_only(desk))
    assert [reply.text for _, reply, _ in matter.replies] == ["已清淤。"]
    assert len(matter.attachments) == 1
    desk.close()


def _the_only(desk: Desk) -> RecordId:
    return browse.page(desk, MatterFilter())[0].id


def test_what_lacks_its_day_is_refused_with_a_sentence_and_exit_code_1(
    handed: tuple[Path, str], tmp_path: Path
) -> None:
    path, number = handed
    [made] = json.loads(run(path, "out", number, tmp_path, "--form", "xlsx").stdout)["sheets"]
    refused = run(path, "in", made["path"], "--accept")
    assert refused.exit_code == 1
    assert "答复日期" in refused.stderr
    desk = Desk.open(path)
    assert stage(desk, _the_only(desk)) == "assigned"
    desk.close()


def test_both_forms_go_out_unless_one_is_asked_for(handed: tuple[Path, str], tmp_path: Path) -> None:
    path, number = handed
    made = json.loads(run(path, "out", number, tmp_path).stdout)["sheets"]
    assert sorted(Path(one["path"]).suffix for one in made) == [".docx", ".xlsx"]


def test_a_matter_that_no_unit_has_has_no_sheet(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    number = the(desk, an_issue(desk)).row.number
    desk.close()
    refused = run(desk.path, "out", number, tmp_path)
    assert refused.exit_code == 1
    assert number in refused.stderr
    assert not list(tmp_path.glob("*.xlsx"))
