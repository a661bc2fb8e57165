"""The command line: exit codes, one JSON value, refusals in a sentence, and what stays masked."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from station_desk import i18n
from station_desk.casework import handling, intake, offices, people, reveal
from station_desk.casework.context import Actor, Desk
from station_desk.cli import program
from station_desk.domain.records import Unit
from station_desk.domain.vocabulary import Role, SiteRole

CLERK = Actor("李敏", Role.CLERK)
PHONE = "13800001234"


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(program, [str(arg) for arg in args])


def value(result: Result) -> dict[str, object]:
    """The one JSON value on standard output, and nothing else there."""
    lines = result.stdout.splitlines()
    assert len(lines) == 1, result.output
    found = json.loads(lines[0])
    assert isinstance(found, dict)
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A station with three matters: one answered, one handed over long ago, one kept today."""
    path = tmp_path / "hc.desk"
    opened = Desk.create(path, site="HC", name="会城站", role=SiteRole.STATION, parent="HCRD")
    unit, _ = offices.save(opened, CLERK, Unit(name="区市政管理所"))
    texts: Sequence[tuple[datetime, str, intake.Route]] = (
        (datetime(2026, 3, 2, 9, 0), "医保异地备案怎样办", intake.Answer("到窗口办理")),
        (
            datetime(2026, 3, 3, 9, 0),
            "江会路南段一落大雨就浸水",
            intake.HandOver((handling.UnitCharge(unit, "lead"),)),
        ),
        (datetime.combine(date.today(), datetime.min.time()), "中心路路灯不亮", intake.Keep()),
    )
    for began, text, route in texts:
        intake.save_visit(
            opened,
            CLERK,
            intake.VisitEntry(
                began=began,
                channel="station",
                informed=True,
                visitor=intake.VisitorEntry(name="梁锦萍", phone=PHONE),
                matters=(intake.MatterEntry(text=text, category="其他", route=route),),
            ),
        )
    opened.close()
    return path


# --- making a desk ----------------------------------------------------------------------------------


def test_init_makes_a_desk_that_checks_out(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    made = run("--desk", path, "--json", "init", "--site", "A", "--name", "甲站", "--role", "station")
    assert made.exit_code == 0
    assert value(made) == {"desk": str(path), "site": "A", "name": "甲站", "role": "station"}
    assert value(run("--desk", path, "--json", "check")) == {"ok": True, "problems": [], "remarks": []}


def test_init_keeps_a_name_in_one_line_and_refuses_a_code_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    refused = run("--desk", path, "init", "--site", "H\tC", "--name", "甲站", "--role", "station")
    assert refused.exit_code == 1
    assert "H C" in refused.stderr
    assert not path.exists()
    made = run("--desk", path, "--json", "init", "--site", "A ", "--name", "甲\t站\n", "--role", "station")
    assert value(made) == {"desk": str(path), "site": "A", "name": "甲 站", "role": "station"}


def test_a_desk_is_never_made_over_another(desk: Path) -> None:
    before = desk.read_bytes()
    again = run("--desk", desk, "init", "--site", "A", "--name", "甲站", "--role", "station")
    assert again.exit_code == 1
    assert len(again.stderr.strip().splitlines()) == 1
    assert again.stdout == ""
    assert desk.read_bytes() == before


@pytest.mark.parametrize(
    "args",
    [
        ("--no-such",),
        ("no-such-command",),
        ("init", "--site", "A"),
        ("init", "--site", "A", "--name", "B", "--role", "king"),
        ("list", "--track", "nothing"),
        ("list", "--limit", "-1"),
        ("report", "monthly"),
        ("export", "--to", "A"),
        ("import",),
    ],
)
def test_what_is_not_understood_ends_with_two(args: tuple[str, ...]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert result.stderr.strip()


def test_a_missing_or_foreign_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    foreign = tmp_path / "letter.desk"
    foreign.write_text("no database", "utf-8")
    for path in (tmp_path / "none.desk", foreign):
        result = run("--desk", path, "--json", "list")
        assert result.exit_code == 1
        assert result.stdout == ""
        assert len(result.stderr.strip().splitlines()) == 1


# --- reading ------------------------------------------------------------------------------------------


def test_list_counts_exactly_whatever_the_limit(desk: Path) -> None:
    found = value(run("--desk", desk, "--json", "list", "--limit", "1"))
    assert found["count"] == 3
    rows = found["rows"]
    assert isinstance(rows, list)
    assert [row["title"] for row in rows] == ["中心路路灯不亮"]
    wanted = {"id", "number", "track", "stage", "title", "category", "opened_on", "due_on", "station"}
    assert wanted <= set(rows[0])
    assert rows[0]["opened_on"] == date.today().isoformat()
    assert value(run("--desk", desk, "--json", "list", "--limit", "0")) == {"count": 3, "rows": []}


def test_list_finds_by_text_stage_and_what_is_overdue(desk: Path) -> None:
    def titles(*args: str) -> list[str]:
        rows = value(run("--desk", desk, "--json", "list", *args))["rows"]
        assert isinstance(rows, list)
        return [row["title"] for row in rows]

    assert titles("--text", "浸水") == ["江会路南段一落大雨就浸水"]
    assert titles("--stage", "told") == titles("--stage", "已反馈，待评价") == ["医保异地备案怎样办"]
    assert titles("--overdue") == ["江会路南段一落大雨就浸水"]
    assert titles("--track", "suggestion") == []


def test_show_masks_the_telephone_and_unmasking_is_written_down(desk: Path) -> None:
    masked = run("--desk", desk, "show", "HC-2026-0001")
    assert masked.exit_code == 0
    assert "138****1234" in masked.stdout
    assert PHONE not in masked.stdout
    in_full = run("--desk", desk, "--clerk", "黄志华", "--json", "show", "HC-2026-0001", "--unmasked")
    assert value(in_full)["visitor"] == {"name": "梁锦萍", "phone": PHONE}
    opened = Desk.open(desk)
    log = reveal.log(opened)
    opened.close()
    assert [(entry.actor, entry.matter) for entry in log] == [("黄志华", "HC-2026-0001")]


def test_a_copied_desk_says_so_and_says_what_was_asked(desk: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.desk"
    shutil.copyfile(desk, copy)
    for _ in range(2):  # until something is written there
        shown = run("--desk", copy, "--json", "list")
        assert "系复制、移动而来" in shown.stderr
        assert value(shown)["rows"]
    assert "系复制" not in run("--desk", desk, "--json", "list").stderr


def test_a_list_in_full_asks_why_and_is_written_down(desk: Path, tmp_path: Path) -> None:
    target = tmp_path / "联系清单.xlsx"
    silent = run("--desk", desk, "report", "contact-list", "--out", target, "--unmasked")
    assert silent.exit_code == 1
    assert not target.exists()
    made = run(
        "--desk", desk, "--clerk", "黄志华", "report", "contact-list", "--out", target, "--unmasked",
        "--why", "下午逐一电话反馈",
    )  # fmt: skip
    assert made.exit_code == 0, made.stderr
    assert target.exists()
    opened = Desk.open(desk)
    log = reveal.log(opened)
    opened.close()
    assert [(entry.actor, entry.matter) for entry in log] == [("黄志华", "今日联系清单：下午逐一电话反馈")]


def test_show_finds_a_matter_by_its_id_too(desk: Path) -> None:
    by_number = value(run("--desk", desk, "--json", "show", "HC-2026-0002"))
    by_id = value(run("--desk", desk, "--json", "show", str(by_number["id"])))
    assert by_id == by_number
    missing = run("--desk", desk, "show", "HC-1999-0001")
    assert missing.exit_code == 1
    assert "HC-1999-0001" in missing.stderr


def test_every_report_is_listed_with_its_formats() -> None:
    reports = value(run("--json", "report", "--list"))["reports"]
    assert isinstance(reports, list)
    names = {report["name"]: report["formats"] for report in reports}
    assert {"ledger", "monthly", "overdue", "registration", "suggestion"} <= set(names)
    assert "xlsx" in names["ledger"]
    monthly = next(report for report in reports if report["name"] == "monthly")
    assert monthly["titles"] == {"en": "Station report by period", "zh_CN": "站点月报（季报、年报）"}
    assert monthly["due"] == ["month", "quarter", "year"]
    assert monthly["each_station"] is True
    assert [(ask["name"], ask["required"]) for ask in monthly["asks"]] == [("period", True), ("scope", False)]
    assert "deputy" not in monthly["roles"]


def test_a_report_is_written_whole_or_refused(desk: Path, tmp_path: Path) -> None:
    out = tmp_path / "台账.xlsx"
    made = run("--desk", desk, "report", "ledger", "--from", "2026-03", "--to", "2026-03", "--out", out)
    assert made.exit_code == 0, made.output
    cells = [cell for row in openpyxl.load_workbook(out).worksheets[0].values for cell in row]
    assert any("浸水" in str(cell) for cell in cells)
    assert not any("路灯" in str(cell) for cell in cells)
    assert not any(PHONE in str(cell) for cell in cells)
    form = tmp_path / "登记表.pdf"
    assert (
        run("--desk", desk, "report", "registration", "--about", "HC-2026-0002", "--out", form).exit_code == 0
    )
    assert form.read_bytes().startswith(b"%PDF")
    refused = run("--desk", desk, "report", "no-such", "--out", tmp_path / "x.pdf")
    assert refused.exit_code == 1
    assert not (tmp_path / "x.pdf").exists()


def test_a_month_that_is_none_is_not_understood(desk: Path, tmp_path: Path) -> None:
    result = run("--desk", desk, "report", "monthly", "--from", "2026-3", "--out", tmp_path / "m.pdf")
    assert result.exit_code == 2


# --- ledgers in ----------------------------------------------------------------------------------------


def a_ledger(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["编号", "留言主题", "留言内容", "留言时间"])
    sheet.append(["101", "东甲路路灯", "东甲路的路灯坏了两个星期", "2026-03-04 10:00"])
    sheet.append(["102", "=1+1", "市场门口的排水沟塞住了", "2026-03-05 11:00"])
    sheet.append(["103", "", "", "2026-03-06"])
    book.save(path)
    return path


def test_a_ledger_comes_in_once_and_every_row_is_told(desk: Path, tmp_path: Path) -> None:
    ledger, out = a_ledger(tmp_path / "台账.xlsx"), tmp_path / "逐行.xlsx"
    tried = value(run("--desk", desk, "--json", "import-ledger", ledger, "--dry-run"))
    assert value(run("--desk", desk, "--json", "list", "--limit", "0"))["count"] == 3
    taken = value(run("--desk", desk, "--json", "import-ledger", ledger, "--report", out))
    assert taken == tried == {"rows": 3, "new": 2, "same": 0, "rejected": 1}
    again = value(run("--desk", desk, "--json", "import-ledger", ledger))
    assert again == {"rows": 3, "new": 0, "same": 2, "rejected": 1}
    sheet = openpyxl.load_workbook(out).worksheets[0]
    rows = [row for row in sheet.values if isinstance(row[0], int)]
    assert [row[1] for row in rows] == ["新增", "新增", "未导入"]
    assert rows[2][4], "a rejected row says why"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_the_report_of_rows_must_be_a_workbook(desk: Path, tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path / "台账.xlsx")
    result = run("--desk", desk, "import-ledger", ledger, "--report", tmp_path / "rows.txt")
    assert result.exit_code == 1
    assert value(run("--desk", desk, "--json", "list", "--limit", "0"))["count"] == 3


# --- erased for good, backup, words, start ---------------------------------------------------------------


def test_a_record_is_erased_for_good_by_who_may(desk: Path) -> None:
    with_head = Desk.open(desk)
    people.enter(with_head, CLERK, "林站长", Role.HEAD)
    with with_head.reading() as connection:
        record = connection.exec_driver_sql("SELECT hex(id) FROM matter ORDER BY n LIMIT 1").scalar()
    with_head.close()
    args = ("redact", "--record", str(record).lower(), "--reason", "含个人隐私")
    assert "站长" in run("--desk", desk, "--clerk", "李敏", *args).stderr
    assert run("--desk", desk, "--clerk", "林站长", "redact", "--record", "7", "--reason", "x").exit_code == 1
    found = value(run("--desk", desk, "--clerk", "林站长", "--json", *args))
    assert found["record"] == str(record).lower()
    assert found["commits"]
    assert value(run("--desk", desk, "--json", "list", "--limit", "0"))["count"] == 2
    assert value(run("--desk", desk, "--json", "check"))["problems"] == []


def test_a_backup_opens_and_holds_the_same(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert run("--desk", desk, "backup", folder).exit_code == 1
    folder.mkdir()
    copy = value(run("--desk", desk, "--json", "backup", folder))["path"]
    assert value(run("--desk", str(copy), "--json", "digest")) == value(
        run("--desk", desk, "--json", "digest")
    )


def test_help_and_refusals_follow_the_language(tmp_path: Path) -> None:
    for command in ("", *program.commands):
        args = [command] if command else []
        assert "用法" in run(*args, "--help").stdout
        english = run("--language", "en", *args, "--help").stdout
        assert not any("一" <= letter <= "鿿" for letter in english)
        i18n.set_language(i18n.CHINESE)


def test_the_desk_opened_last_is_meant_where_none_is_named(desk: Path) -> None:
    from station_desk.settings import SettingsFile

    SettingsFile().change(desk=str(desk))
    assert value(run("--json", "list", "--limit", "0"))["count"] == 3


def test_the_program_is_the_same_as_a_module_and_starts_light(desk: Path) -> None:
    """A real process: exit codes reach the shell, and help loads neither database nor window."""
    command = [sys.executable, "-m", "station_desk"]
    listed = subprocess.run(
        [*command, "--desk", desk, "--json", "list"], capture_output=True, encoding="utf-8", check=False
    )
    assert listed.returncode == 0
    assert json.loads(listed.stdout)["count"] == 3
    refused = subprocess.run(
        [*command, "--desk", desk.with_name("none.desk"), "check"], capture_output=True, check=False
    )
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert subprocess.run([*command, "what"], capture_output=True, check=False).returncode == 2
    light = (
        "import sys, station_desk.cli;"
        "sys.exit(bool({'sqlalchemy', 'openpyxl', 'reportlab', 'PySide6'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", light], check=False).returncode == 0
