"""The story of a made-up year as plain values: a pure function of its seed, its size and its last day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from station_desk.demo import lives, people, places
from station_desk.demo import situations as said
from station_desk.demo.lives import Act
from station_desk.demo.people import DeputyPerson, Person
from station_desk.demo.situations import SITUATIONS, Situation

YEAR = 365
GRIDS_EACH = 3


@dataclass(frozen=True, slots=True)
class SuggestionPlan:
    """A suggestion raised from the case it hangs on, and from `sources` (keys of earlier cases)."""

    title: str
    text: str
    deputies: tuple[int, ...]
    opened_on: date
    sources: tuple[int, ...]
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class CasePlan:
    """One matter of a visit: its words, its first act (the route) and all that follows."""

    key: int
    title: str
    text: str
    category: str
    place: str
    people: int
    urgent: bool
    unit: str
    co: str
    route: Act
    acts: tuple[Act, ...]
    suggestion: SuggestionPlan | None = None


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """One reception. `known` is the place in the plan of an earlier visit by the same person."""

    key: int
    began: datetime
    channel: str
    station: int
    visitor: Person | None
    known: int | None
    deputies: tuple[int, ...]
    people: int
    cases: tuple[CasePlan, ...]


@dataclass(slots=True)
class _Story:
    """What has been told so far, while the year is being made up."""

    rng: Random
    today: date
    stations: int
    deputies: list[DeputyPerson]
    made: int = 0
    cases: int = 0
    twin: tuple[Situation, str, int] | None = None
    open_one: tuple[Situation, str, int] | None = None
    many: tuple[Situation, str, tuple[int, ...]] | None = None
    met: dict[int, list[int]] = field(default_factory=dict)
    serving: dict[int, tuple[int, ...]] = field(default_factory=dict)


def visits(
    seed: int, stations: int, matters: int, today: date, deputies: list[DeputyPerson]
) -> Iterator[VisitPlan]:
    """The year's visits in order of days, with exactly `matters` issues and suggestions together."""
    story = _Story(Random(seed * 1_000_003 + matters), today, stations, deputies)
    for place in range(stations):
        own = tuple(i for i, deputy in enumerate(deputies) if deputy.station == place)
        story.serving[place] = own or tuple(range(min(3, len(deputies))))
    wishes = list(lives.WISHES) if matters >= len(lives.WISHES) * 4 else []
    key = 0
    while story.made < matters:
        # Word gets round: more come towards the end of the year than at its start.
        day = _workday(today - timedelta(int(YEAR * (1 - story.made / matters) ** 1.4)))
        left = matters - story.made
        wish = ""
        if wishes and left > 2 and day >= today - timedelta(wishes[0][0]):
            wish = wishes.pop(0)[1]
        yield _visit(story, key, day, wish, left)
        key += 1


def _workday(day: date) -> date:
    return day - timedelta(max(0, day.weekday() - 4))


def _visit(story: _Story, key: int, day: date, wish: str, left: int) -> VisitPlan:
    rng = story.rng
    # The first station is the busy one, and the one the window opens on.
    station = 0 if wish or rng.random() < 0.4 else rng.randrange(story.stations)
    home = places.station(station)
    channel = rng.choices(
        ("station", "visit", "open_day", "grid", "phone", "letter"), (52, 12, 12, 12, 9, 3)
    )[0]
    if wish == "registered":
        channel = "online"
    visitor: Person | None = None
    known: int | None = None
    met = story.met.setdefault(station, [])
    if wish or rng.random() > 0.07:
        if met and not wish and rng.random() < 0.16:
            known = rng.choice(met)
        else:
            grids = range(station * GRIDS_EACH, (station + 1) * GRIDS_EACH)
            visitor = people.visitor(rng, home.estates, grids)
            met.append(key)
    serving = story.serving[station]
    deputies = tuple(rng.sample(serving, min(len(serving), rng.choice((1, 1, 2, 2, 3)))))
    count = 1 if wish or left < 6 else rng.choices((1, 2, 3), (76, 19, 5))[0]
    anonymous = visitor is None and known is None
    cases = tuple(_case(story, day, home, deputies, wish, anonymous, left > 2 + count) for _ in range(count))
    if day == story.today:
        began = datetime(day.year, day.month, day.day, 8, 31 + key % 25)
    else:
        hour = rng.choice((8, 9, 9, 9, 10, 10, 11, 14, 15, 15, 16))
        began = datetime(day.year, day.month, day.day, hour, rng.randrange(60))
    group = rng.choices((1, 2, 3, 6), (80, 12, 5, 3))[0]
    return VisitPlan(key, began, channel, station, visitor, known, deputies, group, cases)


def _case(
    story: _Story,
    day: date,
    home: places.StationPlace,
    deputies: tuple[int, ...],
    wish: str,
    anonymous: bool,
    may_raise: bool,
) -> CasePlan:
    rng = story.rng
    situation, place = _situation(story, home, wish)
    life = lives.wished(wish, rng, day, story.today, situation) if wish else None
    if life is None:
        life = lives.usual(rng, day, story.today, situation, anonymous=anonymous, may_raise=may_raise)
    key = story.cases
    story.cases += 1
    story.made += 1
    acts = list(life.acts)
    same = {"twin": story.twin, "merged": story.open_one}.get(wish)
    if same is not None:
        acts.insert(0, Act("merge", day, source=same[2]))
    suggestion = None
    if life.suggestion is not None:
        story.made += 1
        suggestion = _suggestion(story, situation, place, day, deputies, life.suggestion, wish, key)
    _remember(story, wish, situation, place, key)
    return CasePlan(
        key=key,
        title=situation.title.format(p=place),
        text=_words(rng, situation, place),
        category=situation.category,
        place=place if "{p}" in situation.title else "",
        people=rng.choices((1, 5, 30, 120), (70, 16, 10, 4))[0],
        urgent=rng.random() < 0.05,
        unit=situation.unit,
        co=situation.co,
        route=life.route,
        acts=tuple(acts),
        suggestion=suggestion,
    )


def _situation(story: _Story, home: places.StationPlace, wish: str) -> tuple[Situation, str]:
    if wish == "twin" and story.twin is not None:
        return story.twin[0], story.twin[1]
    if wish == "merged" and story.open_one is not None:
        return story.open_one[0], story.open_one[1]
    if wish in ("many", "s_many") and story.many is not None:
        return story.many[0], story.many[1]
    situation = story.rng.choice(SITUATIONS)
    if wish.startswith("s_") or wish in ("many", "first_twin"):
        # What a deputy raises, or several people bring, is about a place.
        while "{p}" not in situation.title:
            situation = story.rng.choice(SITUATIONS)
    return situation, story.rng.choice(home.estates if situation.estate else home.streets)


def _remember(story: _Story, wish: str, situation: Situation, place: str, key: int) -> None:
    if wish == "first_twin":
        story.twin = (situation, place, key)
    elif wish == "in_project":
        story.open_one = (situation, place, key)
    elif wish == "many":
        story.many = (situation, place, (*(story.many[2] if story.many else ()), key))


def _suggestion(
    story: _Story,
    situation: Situation,
    place: str,
    day: date,
    deputies: tuple[int, ...],
    acts: tuple[Act, ...],
    wish: str,
    key: int,
) -> SuggestionPlan:
    rng = story.rng
    ask = situation.ask.format(p=place)
    text = (
        f"近期接待群众时，多人反映：{situation.words.format(p=place)}经代表到现场走访，情况属实，影响周边居民日常生活。\n"
        f"建议：一、由主管部门牵头尽快勘查，拿出方案；二、{ask}，并落实日常管护；三、办理进度及时向群众公布。"
    )
    signers = deputies[:2] if wish in ("s_unhappy", "s_replied", "s_many", "s_second") else deputies
    if rng.random() < 0.3:
        other = rng.randrange(len(story.deputies))
        signers = (*signers, other) if other not in signers else signers
    sources = story.many[2] if wish == "s_many" and story.many else ()
    opened = acts[0].on if acts and acts[0].verb == "open" else day
    rest = tuple(
        act if "{ask}" not in act.text else act.filled(ask, situation.fixed)
        for act in acts
        if act.verb != "open"
    )
    return SuggestionPlan(f"关于{ask}的建议", text, signers, opened, (*sources, key), rest)


def _words(rng: Random, situation: Situation, place: str) -> str:
    parts = (
        rng.choice(said.OPENINGS), situation.words.format(p=place), rng.choice(said.DETAILS),
        rng.choice(said.DETAILS) if rng.random() < 0.3 else "", rng.choice(said.ENDINGS),
    )  # fmt: skip
    return "".join(dict.fromkeys(parts))
