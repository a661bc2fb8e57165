"""Big desks to measure with: made once a size and version, kept under build/bench, copied for every use."""

from __future__ import annotations

import gc
import shutil
import tempfile
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from station_desk.casework.context import Actor, Desk, Work
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Assignment, Deputy, Feedback, Issue, Step, Unit, Visit, Visitor
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.store.tables import LOG_FORMAT, projection_version
from tests.bench.measure import say

TOWN, STATION = "440704101", "440704101001"
CLERK = Actor("Bench", Role.CLERK)
LAST_DAY = date(2026, 6, 30)
TITLE, TEXT = 12, 184
CATEGORIES = ("城乡建设", "交通出行", "环境保护", "教育", "医疗卫生", "劳动社保", "物业管理", "其他")


class Words:
    """Made-up Chinese: 6,000 words of one to four common characters, as frequent as Zipf has it."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        fixed = Random(7)
        common = [
            bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)
        ]
        fixed.shuffle(common)
        by_rank = list(accumulate(1 / (rank + 8) for rank in range(len(common))))
        self.words = [
            "".join(
                fixed.choices(common, cum_weights=by_rank, k=fixed.choices((1, 2, 3, 4), (2, 6, 2, 1))[0])
            )
            for _ in range(6_000)
        ]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def text(self, length: int) -> str:
        """Exactly `length` characters, with a comma here and there."""
        words = self.random.choices(self.words, cum_weights=self._weights, k=length)
        out: list[str] = []
        size = 0
        for place, word in enumerate(words):
            out.append(word if place % 6 else "，" + word)
            size += len(out[-1])
            if size >= length:
                break
        return "".join(out)[-length:].lstrip("，").ljust(length, "的")


def _folder() -> Path:
    folder = Path(__file__).resolve().parents[2] / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@dataclass(slots=True)
class Desks:
    """The desks of one run: `town` with `size` matters, `station` with at most 20,000 for its packages.

    They are never written to: `copy` gives one to work on, removed when the run ends."""

    size: int
    folder: Path
    scratch: Path

    @property
    def town(self) -> Path:
        """A town's desk with `size` matters of its own."""
        return self._kept(TOWN, SiteRole.TOWN, "", self.size)

    @property
    def station(self) -> Path:
        """A station's desk of that town, whose matters nobody else has."""
        return self._kept(STATION, SiteRole.STATION, TOWN, min(self.size, 20_000))

    def copy(self, kept: Path, name: str) -> Path:
        """A copy of a kept desk to write to."""
        target = self.scratch / f"{name}.desk"
        for tail in ("", "-wal", "-shm"):
            target.with_name(target.name + tail).unlink(missing_ok=True)
        shutil.copyfile(kept, target)
        return target

    def _kept(self, site: str, role: SiteRole, parent: str, size: int) -> Path:
        path = self.folder / f"{role.value}-{size}-{LOG_FORMAT}-{projection_version()[:12]}.desk"
        if not path.exists():
            say(f"Making a {role.value}'s desk of {size:,} matters; it is kept for the next time.")
            part = path.with_name("part-" + path.name)
            for tail in ("", "-wal", "-shm"):
                part.with_name(part.name + tail).unlink(missing_ok=True)
            desk = Desk.create(part, site=site, name=f"Bench {site}", role=role, parent=parent)
            # A station's clerks save matter by matter; the town's bulk need not wait for that.
            fill(desk, size, each=role is SiteRole.STATION)
            desk.close()
            part.rename(path)
        return path


def open_desks(size: int, folder: Path | None = None) -> Desks:
    """The desks of `size`, kept in `folder` (build/bench)."""
    kept = folder or _folder()
    kept.mkdir(parents=True, exist_ok=True)
    return Desks(size, kept, Path(tempfile.mkdtemp(prefix="run-", dir=kept)))


def fill(desk: Desk, size: int, *, each: bool) -> None:
    """Put `size` issues into an empty desk, in the order of their days, at every stage that is usual;
    `each` in a commit of its own, else in a few large ones."""
    words = Words(size)
    gc.disable()
    try:
        with desk.writing(CLERK, "bench") as work:
            directory = _Directory(work, words)
            for number, day in enumerate(_days(size)):
                _matter(work, directory, words, number, day)
                if each:
                    work.flush()
    finally:
        gc.enable()


class _Directory:
    def __init__(self, work: Work, words: Words) -> None:
        self.units = [work.add_bulk(Unit(name=f"{words.text(4)}局")) for _ in range(30)]
        self.deputies = [work.add_bulk(Deputy(name=words.text(3), level="town")) for _ in range(60)]


def _days(size: int) -> Iterator[date]:
    span = max(min(size // 20, 3_650), 1)
    for number in range(size):
        yield LAST_DAY - timedelta(span - number * span // size)


def _matter(work: Work, directory: _Directory, words: Words, number: int, day: date) -> None:
    random = words.random
    site = work.identity.site
    visitor = work.add_bulk(Visitor(name=words.text(3), phone=f"138{random.randrange(10**8):08d}"))
    visit = work.add_bulk(
        Visit(
            number=f"{site}-{day:%Y%m%d}-{number:06d}", station=site, visitor=visitor, channel="station",
            began=datetime(day.year, day.month, day.day, 9), people=1, recorder="Bench",
            deputies=(random.choice(directory.deputies),),
        )
    )  # fmt: skip
    issue = work.add_bulk(
        Issue(
            number=f"{site}-{day.year}-{number:06d}", title=words.text(TITLE), text=words.text(TEXT),
            category=random.choice(CATEGORIES), place=words.text(6), station=site, owner=site,
            opened_on=day, people=1, urgency="normal", profile=work.profile().version, visit=visit,
            visitor=visitor, channel="station",
        )
    )  # fmt: skip
    _course(work, directory, words, issue, day)


def _course(work: Work, directory: _Directory, words: Words, issue: RecordId, day: date) -> None:
    """Nine in ten are finished; what is recent may still be open."""
    random = words.random
    after: tuple[RecordId, ...] | None = None

    def step(verb: str, on: date, **more: str | RecordId | None) -> None:
        nonlocal after
        record = work.add_bulk(Step(matter=issue, verb=verb, on=on, after=after, **more))  # type: ignore[arg-type]
        after = (record,)

    fate = random.random()
    if fate < 0.25:
        step("answer", day, text=words.text(30))
        step("verdict", day, code="satisfied")
        return
    step("accept", day)
    if fate < 0.28:
        return
    assignment = work.add_bulk(
        Assignment(matter=issue, unit=random.choice(directory.units), role="lead", handed_on=day)
    )
    step("hand_over", day, assignment=assignment)
    if fate < 0.34:
        return
    done = day + timedelta(random.randrange(3, 40))
    step("finish", done, text=words.text(30), assignment=assignment)
    if fate < 0.37:
        return
    feedback = work.add_bulk(Feedback(matter=issue, told_on=done, method="phone"))
    step("tell", done, about=feedback)
    if fate > 0.40:
        step("verdict", done, code="satisfied")


def ranks_of(path: Path) -> array[int]:
    """All ranks of a desk, newest first."""
    from station_desk.casework import browse

    desk = Desk.open(path)
    try:
        return browse.ranks(desk, browse.MatterFilter())
    finally:
        desk.close()
