"""Every report by name: what is asked for, refused in words, and written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_desk.domain.vocabulary import Role
from station_desk.errors import Cancelled, UserError
from station_desk.reports import catalogue
from station_desk.reports.catalogue import REPORTS, Kind, PeriodNeed
from tests import builders as b
from tests.reports.sheets_of import MAY, a_morning, asked


def test_every_report_is_declared_in_both_languages_with_what_it_asks_for() -> None:
    assert {"registration", "hand-over", "suggestion", "feedback", "refusal", "monthly"} <= REPORTS.keys()
    assert {"consultation", "reply-letter", "urge", "supervision", "motion"} <= REPORTS.keys()
    assert {"promises", "suggestions-handled", "contact-list"} <= REPORTS.keys()
    for name, report in REPORTS.items():
        assert report.name == name
        assert report.title.en.isascii(), f"{name} has an English title"
        assert not report.title.zh.isascii(), f"{name} has a Chinese title"
        asked_for = {parameter.code for parameter in report.parameters}
        assert ("about" in asked_for) == bool(report.record)
        assert ("period" in asked_for) == (report.period is not PeriodNeed.NONE)
    assert REPORTS["ledger"].formats == ("xlsx", "pdf")


def test_each_role_is_offered_its_own_reports() -> None:
    names = {role: {report.name for report in catalogue.offered(role)} for role in Role}

    assert names[Role.CLERK] == names[Role.HEAD] == names[Role.OFFICE] == set(REPORTS)
    assert names[Role.CLERK] - names[Role.VIEWER] == {"registration", "contact-list", "handing-over"}, (
        "visitors by name"
    )
    assert "monthly" not in names[Role.DEPUTY]
    assert {"suggestion", "deputy-cases"} <= names[Role.DEPUTY]
    with pytest.raises(UserError, match=r"只读.*今日联系清单.*站务员"):
        catalogue.refuse_role(REPORTS["contact-list"], Role.VIEWER)


def test_an_unknown_name_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"没有名为“weekly”的报表.*ledger"):
        catalogue.make(b.a_desk(tmp_path), "weekly", asked(), tmp_path / "a.pdf")


def test_a_form_is_no_workbook(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    with pytest.raises(UserError, match="xlsx"):
        catalogue.make(desk, "registration", asked(visit.visit), tmp_path / "a.xlsx")


def test_a_form_without_its_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="接待群众登记表"):
        catalogue.make(b.a_desk(tmp_path), "registration", asked(), tmp_path / "a.pdf")


def test_the_monthly_table_needs_its_month(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="需要时段"):
        catalogue.make(b.a_desk(tmp_path), "monthly", asked(), tmp_path / "a.pdf")


def test_a_notice_of_non_acceptance_is_only_for_what_was_refused(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    with pytest.raises(UserError, match="没有作不受理处理"):
        catalogue.render(desk, "refusal", asked(visit.matters[0][0]))


def test_a_record_that_is_not_here_is_refused(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    nothing = b.an_issue(desk)
    for name, report in REPORTS.items():
        if report.record not in ("", "visit", "issue", "feedback"):
            with pytest.raises(UserError):
                catalogue.render(desk, name, asked(nothing))


def test_every_report_can_be_made_on_an_empty_desk_or_says_why_not(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    for name, report in REPORTS.items():
        if report.kind is Kind.TABLE and not report.record:
            for suffix in report.formats:
                made = catalogue.make(desk, name, asked(period=MAY), tmp_path / f"{name}.{suffix}")
                assert made.path.stat().st_size > 1000


def test_periods_are_asked_for_where_they_are_needed() -> None:
    needs = {name: report.period for name, report in REPORTS.items()}
    assert needs["monthly"] is PeriodNeed.REQUIRED
    assert needs["ledger"] is PeriodNeed.OPTIONAL
    assert needs["registration"] is PeriodNeed.NONE


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    with pytest.raises(UserError, match="无法写入"):
        catalogue.make(desk, "ledger", asked(), tmp_path / "none" / "a.xlsx")


def test_stopping_leaves_the_old_file_and_nothing_half_made(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    target = tmp_path / "台账.xlsx"
    target.write_text("old")

    def stop(done: int, total: int, text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        catalogue.make(desk, "ledger", asked(), target, stop)

    assert target.read_text() == "old"
    assert not list(tmp_path.glob("*.part"))
