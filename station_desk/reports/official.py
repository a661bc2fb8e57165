"""Words of official sheets, in Chinese whatever language the screen shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from station_desk.casework.browse import MatterDetail
from station_desk.domain.deadlines import Explanation, Unit
from station_desk.domain.privacy import WITHHELD, masked_name, masked_phone
from station_desk.domain.profile import RuleProfile
from station_desk.domain.records import Issue, Motion, Station, Suggestion, Visitor
from station_desk.domain.tracks import TRACKS
from station_desk.domain.vocabulary import LEVELS, OUTCOMES, VERDICTS, Vocabulary

_TERMS = {Unit.WORKING_DAYS: "个工作日", Unit.DAYS: "日", Unit.MONTHS: "个月"}
_TICKED, _EMPTY = "■", "□"


def day(value: date | None) -> str:
    """2026年5月7日, or a line to fill in by hand."""
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def numbered(number: str) -> str:
    """A suggestion's number as papers call it: 第16-4-012号; one that is whole already stands as it is."""
    return number if number.startswith("第") else f"第{number}号"


def day_to_fill(value: date | None) -> str:
    """The day, or blanks for it."""
    return day(value) or "　　年　　月　　日"


def moment(value: datetime | None) -> str:
    """2026年5月7日 9:31."""
    return f"{day(value.date())} {value.hour}:{value.minute:02d}" if value else ""


def person(name: str | None, *, masked: bool) -> str:
    """A visitor's name as this sheet may show it."""
    return masked_name(name) if name and masked else name or ""


def constituent(issue: Issue | Suggestion | Motion, visitor: Visitor | None, *, masked: bool) -> str:
    """Whoever raised an issue, for a paper that leaves the station: never named where they asked for that."""
    if confidential(issue):
        return WITHHELD.zh
    return person(visitor.name if visitor is not None else None, masked=masked) or "未留姓名"


def constituent_phone(issue: Issue | Suggestion | Motion, visitor: Visitor | None, *, masked: bool) -> str:
    """Their telephone number for such a paper: left out where they asked not to be named."""
    if confidential(issue):
        return ""
    return phone(visitor.phone if visitor is not None else None, masked=masked)


def told(record: Issue | Suggestion | Motion) -> str:
    """What a matter is about, whole: title, text, what is asked for; a motion's grounds and plan."""
    parts = [record.title or "", record.text or ""]
    if isinstance(record, Issue) and record.appeal:
        parts.append(f"诉求：{record.appeal}")
    if isinstance(record, Motion):
        parts += [f"案据：{record.grounds or ''}", f"方案：{record.plan or ''}"]
    return "\n".join(part for part in parts if part)


def put_forward(detail: MatterDetail) -> str:
    """Who put a suggestion or motion forward: the group or delegation, or the deputies, the lead first."""
    record = detail.record
    group = record.group if isinstance(record, Suggestion | Motion) else None
    names = "、".join(s.name for s in detail.signers)
    return f"{group}（{names}）" if group and names else group or names


def contact(body: Station, *, visitors: bool) -> str:
    """How to reach a station or an office, as its settings say; "" where they say nothing. `visitors` are
    told when it is open too."""
    parts = (("地址", body.address), ("电话", body.phone), ("开放时间", body.hours if visitors else None))
    return "　".join(f"{label}：{text}" for label, text in parts if text)


def seal(body: Station, on: date | None = None) -> str:
    """Where a body puts its seal: its name, and the day or blanks for it."""
    return f"{body.name or ''}（盖章）　　{day_to_fill(on)}"


def confidential(matter: Issue | Suggestion | Motion) -> bool:
    """Whether whoever raised it asked not to be named."""
    return isinstance(matter, Issue) and bool(matter.confidential)


def phone(number: str | None, *, masked: bool) -> str:
    """A telephone number as this sheet may show it."""
    return masked_phone(number) if number and masked else number or ""


def boxes(terms: Vocabulary, chosen: str | None, codes: Sequence[str] = ()) -> str:
    """Every term of a vocabulary (or of `codes`) with a box before it, the chosen one's filled."""
    offered = [c for c in (codes or terms.terms) if c in terms.terms]
    if chosen and chosen not in offered:
        offered.append(chosen)
    return "　".join(f"{_TICKED if code == chosen else _EMPTY} {terms.official(code)}" for code in offered)


def box(text: str, *, ticked: bool) -> str:
    """One choice with its box."""
    return f"{_TICKED if ticked else _EMPTY} {text}"


def yes_no(value: bool | None) -> str:
    """Both answers with their boxes; neither ticked while not asked."""
    return f"{box('是', ticked=value is True)}　{box('否', ticked=value is False)}"


def level(code: str) -> str:
    """A deputy's level in one word, without the kinds of county it stands for."""
    return LEVELS.official(code or None).partition("（")[0]


def scale(profile: RuleProfile | None, *, deputies: bool) -> Sequence[str]:
    """The verdicts offered under a profile, best first."""
    if profile is None:
        return ()
    found = profile.scales.get(profile.deputy_scale if deputies else profile.visitor_scale)
    return found.grades if found is not None else ()


def stage(track: str, code: str) -> str:
    """A stage's term; a matter whose rules have not arrived has none."""
    found = TRACKS[track].stages.get(code) if track in TRACKS else None
    return found.label.zh if found is not None else code or "规则未到"


def result(track: str, stage_code: str, outcome: str) -> str:
    """How a matter ended, or where it stands while it has not."""
    return OUTCOMES.official(outcome) if outcome else stage(track, stage_code)


def verdict(code: str) -> str:
    """A visitor's verdict."""
    return VERDICTS.official(code or None)


def reason(why: Explanation | None) -> str:
    """How a due day was computed, in one line of an official list."""
    if why is None:
        return ""
    rule = why.rule
    parts = [f"{rule.label.zh}{rule.n}{_TERMS[rule.unit]}，自{why.start:%Y-%m-%d}次日起算"]
    if why.holidays:
        parts.append(f"不计{_days(why.holidays)}")
    if why.made_up:
        days = "、".join(f"{at:%m-%d}" for at, _ in why.made_up)
        parts.append(f"计入调休上班日{days}")
    parts.extend(
        f"{pause.start:%Y-%m-%d}至{pause.to:%Y-%m-%d}暂停计时" for pause in why.pauses if pause.to is not None
    )
    if why.due.extended and why.extension is not None:
        by = f"（{why.extension.reason}）" if why.extension.reason else ""
        parts.append(f"原应于{why.due.counted:%Y-%m-%d}到期，准予延期至{why.extension.until:%Y-%m-%d}{by}")
    if not rule.confirmed:
        parts.append("此项期限尚未核实")
    return "；".join(parts)


def _days(days: Sequence[tuple[date, str]]) -> str:
    """Holidays by name with the first and last day of each."""
    spans: dict[str, list[date]] = {}
    for at, name in days:
        spans.setdefault(name, []).append(at)
    return "、".join(
        f"{name}{dates[0]:%m-%d}" + (f"至{dates[-1]:%m-%d}" if len(dates) > 1 else "")
        for name, dates in spans.items()
    )
