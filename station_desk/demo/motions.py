"""Made-up motions, one at every stage that a motion can stand at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from station_desk.casework import browse, handling, motions, official, replies, suggestions
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.motions import MotionEntry
from station_desk.casework.replies import ReplyEntry
from station_desk.demo.lives import Act, after
from station_desk.domain.declare import RecordId

SIGNERS = 10
SESSION = "十七届人大六次会议"
_STATION = ("check", "submit")
_TOWN = ("number", "hand_over", "return", "sign", "reply", "agenda", "decide", "withdraw")


@dataclass(frozen=True, slots=True)
class MotionPlan:
    """A motion and what becomes of it."""

    title: str
    grounds: str
    plan: str
    opened_on: date
    acts: tuple[Act, ...]


_WORDS = (
    ("关于保护天沙河饮用水源的议案", "沿河开发加快，水质监测点不足，群众多次反映。", "划定保护范围，明确巡查责任，每季度公布水质。"),
    ("关于修缮华侨旧居的议案", "一批华侨旧居年久失修，海外乡亲十分关心。", "开展普查，分级修缮，鼓励产权人和社会力量参与。"),
    ("关于推进老旧小区加装电梯的议案", "六层以上无电梯楼栋较多，老人上下楼困难。", "简化审批，落实补助，建立纠纷调处机制。"),
    ("关于加强校园周边交通安全的议案", "上下学时段人车混行，险情时有发生。", "统一设置护学岗、慢行标志和家长接送区。"),
    ("关于规范电动自行车停放充电的议案", "楼道停放充电屡禁不止，存在消防隐患。", "分期建设集中停放充电点，纳入物业考核。"),
)  # fmt: skip

_PATHS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (300, ("check", "submit", "number", "hand_over", "sign", "reply", "decide")),
    (280, ("check", "submit", "number", "agenda", "decide")),
    (200, ("check", "submit", "number", "hand_over", "sign", "reply")),
    (150, ("check", "submit", "number", "hand_over", "sign")),
    (100, ("check", "submit", "number", "agenda")),
    (60, ("check", "submit", "number", "hand_over", "return")),
    (40, ("check", "submit", "number", "hand_over")),
    (25, ("check", "submit", "withdraw")),
    (12, ("check", "submit")),
    (8, ("check",)),
    (5, ()),
)
COUNT = len(_PATHS)
"""How many motions there are: one for every stage, and one decided without a committee."""

_DAYS = {
    "check": 1,
    "submit": 1,
    "number": 2,
    "hand_over": 1,
    "sign": 2,
    "return": 3,
    "reply": 60,
    "agenda": 4,
}


def plans(today: date) -> Iterator[MotionPlan]:
    """The motions of the year that ends `today`, the oldest first."""
    for place, (ago, verbs) in enumerate(_PATHS):
        title, grounds, plan = _WORDS[place % len(_WORDS)]
        opened = after(today - timedelta(ago), 0)
        day, acts = opened, []
        for verb in verbs:
            day = min(after(day, _DAYS.get(verb, 5)), today)
            acts.append(Act(verb, day, _SAID.get(verb, ""), "adopted" if verb == "decide" else ""))
        yield MotionPlan(title, grounds, plan, min(opened, today), tuple(acts))


_SAID = {
    "reply": "经审议，委员会认为议案反映的问题确实存在，建议列入常委会工作计划，由政府有关部门组织实施。",
    "return": "议案内容主要属于另一委员会职责，建议改交。",
    "agenda": "主席团决定列入会议议程。",
    "withdraw": "领衔代表书面撤回：已作为建议提出。",
    "decide": "会议表决通过。",
}


def play(
    station: Desk,
    town: Desk,
    clerk: Actor,
    office: Actor,
    deputies: Sequence[RecordId],
    unit: RecordId,
    today: date,
    ship: Callable[[Desk, Desk], object],
) -> None:
    """The station puts the motions forward, the town does what the office does with them."""
    made: list[tuple[RecordId, MotionPlan]] = []
    for plan in plans(today):
        entry = MotionEntry(
            title=plan.title, grounds=plan.grounds, plan=plan.plan, opened_on=plan.opened_on,
            deputies=tuple(deputies[:SIGNERS]), session=SESSION, level="town",
        )  # fmt: skip
        motion = motions.put(station, clerk, entry).id
        made.append((motion, plan))
        for deputy in deputies[1:SIGNERS]:
            suggestions.countersign(station, clerk, motion, deputy, plan.opened_on)
        for act in plan.acts:
            if act.verb in _STATION:
                handling.take(station, clerk, motion, act.verb, StepEntry(on=act.on))
    ship(station, town)
    for motion, plan in made:
        for act in plan.acts:
            if act.verb in _TOWN:
                _at_town(town, office, motion, act, unit)
    ship(town, station)


def _at_town(town: Desk, office: Actor, motion: RecordId, act: Act, unit: RecordId) -> None:
    match act.verb:
        case "number":
            number = official.proposed(town, motion, act.on).number
            official.give(town, office, motion, number, "", act.on)
        case "hand_over":
            handling.hand_over(town, office, motion, act.on, (UnitCharge(unit, "lead"),))
        case "reply":
            replies.record(town, office, motion, ReplyEntry(dated=act.on, text=act.text))
        case verb:
            found = browse.detail(town, motion)
            charge = next((row.id for row in found.assignments if row.live), None) if found else None
            entry = StepEntry(on=act.on, text=act.text, code=act.code, assignment=charge)
            handling.take(town, office, motion, verb, entry)
