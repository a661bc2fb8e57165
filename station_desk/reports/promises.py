"""承诺事项台账: what was promised, by which unit, by when, whether it was kept, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.dossier_promises import PromiseLine, promise_lines
from station_desk.casework.statistics import station_name
from station_desk.domain.figures import promises_kept
from station_desk.domain.vocabulary import PROMISE_STATES
from station_desk.i18n import Label
from station_desk.reports.content import (
    Column,
    Counted,
    Counts,
    Entry,
    Facts,
    Kind,
    One,
    Section,
    Table,
    linked,
)
from station_desk.reports.handled import ALL
from station_desk.reports.lists import people
from station_desk.reports.request import ReportRequest

_COLUMNS = (
    Column("序号", Kind.NUMBER, wide=12, chars=7),
    Column("建议编号", wide=27, chars=18),
    Column("建议标题", Kind.LONG, wide=42, chars=36),
    Column("提出代表", wide=20, chars=18),
    Column("承诺单位", wide=28, chars=22),
    Column("答复文号", wide=26, chars=20),
    Column("承诺事项", Kind.LONG, wide=61, chars=50),
    Column("完成期限", Kind.DAY, wide=20),
    Column("兑现情况", wide=21, chars=12),
    Column("认定日期", Kind.DAY, wide=20),
    Column("逾期天数", Kind.NUMBER, wide=12),
    Column("落实情况", Kind.LONG, wide=40, chars=40),
    Column("二次征求意见", wide=14, chars=14),
)


@contextmanager
def promises(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """The promises due in the period, the earliest first; unkept and overdue ones stay on it."""
    scope = station_name(desk, request.scope)
    lines = promise_lines(desk, request.period, request.scope)
    today = request.today
    profile = desk.profile()
    kept = sum(line.promise.state == "kept" for line in lines)
    unkept = sum(line.promise.state == "unkept" for line in lines)
    late = sum(line.overdue(today) for line in lines)
    rate = promises_kept(kept, kept + unkept + late)
    yield Table(
        "承诺事项台账",
        Facts(
            scope,
            request.period.official if request.period is not None else ALL,
            f"{profile.name}（{profile.version}）",
            len(lines),
            request.made_by,
            request.made_at,
            ("已作废的建议和承诺不列。",),
        ),
        (
            Section(
                "",
                _COLUMNS,
                [_row(place, line, request) for place, line in enumerate(lines, 1)],
                None,
                len(lines),
            ),
        ),
        (
            f"承诺事项 {len(lines)} 项：已兑现 {kept}，未兑现 {unkept}，逾期未认定 {late}，"
            f"未到期 {len(lines) - kept - unkept - late}。落实率＝已兑现÷到期或已认定：{rate.text()}。",
            "时段按完成期限计；逾期以制表之日为准，到期日当天不算逾期。",
        ),
        landscape=True,
        counts=tuple(_counts(lines, today)),
    )


def _counts(lines: Sequence[PromiseLine], today: date) -> Iterator[Counts]:
    """How they stand, in all and by unit, each number with the suggestions behind it."""
    yield _counted("合计", lines, today)
    units = sorted({line.unit for line in lines if line.unit})
    for unit in units if len(units) > 1 else ():
        yield _counted(unit, [line for line in lines if line.unit == unit], today)


def _counted(name: str, lines: Sequence[PromiseLine], today: date) -> Counts:
    parts = (
        (Label("Promises", "承诺事项"), list(lines)),
        (Label("Kept", "已兑现"), [line for line in lines if line.promise.state == "kept"]),
        (Label("Not kept", "未兑现"), [line for line in lines if line.promise.state == "unkept"]),
        (Label("Overdue, not judged", "逾期未认定"), [line for line in lines if line.overdue(today)]),
        (
            Label("Not due yet", "未到期"),
            [line for line in lines if not line.promise.state and not line.overdue(today)],
        ),
    )
    return Counts(name, tuple(Counted(label, f"{len(found):,}", _behind(found)) for label, found in parts))


def _behind(lines: Sequence[PromiseLine]) -> MatterFilter | None:
    ids = tuple(dict.fromkeys(line.matter for line in lines))
    return MatterFilter(tracks=("suggestion",), ids=ids) if ids else None


def _row(place: int, line: PromiseLine, request: ReportRequest) -> tuple[Entry, ...]:
    promise, today = line.promise, request.today
    late = line.overdue(today)
    state = PROMISE_STATES.official(promise.state) or ("逾期未认定" if late else "未到期")
    days = (today - promise.by).days if late and promise.by is not None else None
    itself = One("suggestion", line.matter)
    return (
        place, linked(line.number, itself), linked(line.title, itself), people(line.deputies), line.unit,
        line.replied, promise.what or "", promise.by, state, promise.decided_on, days, promise.proof or "",
        "已征求" if line.asked_again else "",
    )  # fmt: skip
