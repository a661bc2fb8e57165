"""The main job from end to end, headless: a visit, a suggestion, the town and back, print, pictures."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from station_desk.casework import browse, feedback, handling, intake, official, replies, suggestions, verdicts
from station_desk.casework.browse import MatterFilter, SignerRow
from station_desk.casework.context import Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.replies import ReplyEntry
from station_desk.casework.statistics import Period
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.demo import make, people, places
from station_desk.demo.office import CLERK, HEAD, OFFICE, Lists, save_lists, station_record
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import UserError
from station_desk.exchange import inbox, stream
from station_desk.exchange.digest import digest
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.reports import catalogue
from station_desk.reports.request import ReportRequest

Say = Callable[[str], None]
"""Told one line for each step done."""

SIZE = (1366, 768)
STORY = "tour.txt"
_PROPOSAL = (
    "近期在中心联络站接待群众时，多人反映圭峰路口行人绿灯只有 18 秒，长者和接送小孩的家长走到一半就转红灯，险情时有发生。"
    "经代表早晚高峰到现场计时，情况属实。\n建议：一、由交警部门勘查后适当延长行人绿灯时间，早晚高峰与平峰分别配时；"
    "二、加装倒计时显示和过街安全岛；三、将办理结果向周边学校和社区公布。"
)
_FOLDERS = ("desks", "packages", "forms", "tables", "pictures")


@dataclass(slots=True)
class _Tour:
    """What the steps hand on to each other."""

    folder: Path
    say: Say
    today: date
    station: Desk
    town: Desk
    lists: Lists
    number: int = 0

    def step(self, text: str, where: Path | None = None) -> None:
        """Say one step, and where its result lies."""
        self.number += 1
        place = f"  → {where.relative_to(self.folder).as_posix()}" if where is not None else ""
        self.say(f"{self.number:2}. {text}{place}")

    def ago(self, days: int) -> date:
        """A working day about so many days before today."""
        day = self.today - timedelta(days)
        return day - timedelta(max(0, day.weekday() - 4))


def run(folder: Path, say: Say, *, today: date, progress: Progress = silent, pictures: bool = True) -> None:
    """Do the main job in `folder`, telling each step; what an earlier tour left there is replaced.

    UserError where the folder holds something else, or any step fails.
    """
    _clear(folder)
    lines: list[str] = []

    def told(line: str) -> None:
        lines.append(line)
        say(line)

    for name in _FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / STORY).write_text("", "utf-8")
    home = places.station(0)
    station = Desk.create(
        folder / "desks" / "station.desk", site=home.code, name=home.name, role=SiteRole.STATION,
        parent=places.TOWN_CODE, actor=CLERK.name,
    )  # fmt: skip
    town = Desk.create(
        folder / "desks" / "town.desk", site=places.TOWN_CODE, name=places.TOWN_NAME, role=SiteRole.TOWN,
        actor=OFFICE.name,
    )  # fmt: skip
    try:
        tour = _begin(folder, told, today, station, town)
        _main_job(tour)
        _figures(tour)
        _sound(tour)
    finally:
        station.close()
        town.close()
    _a_year(tour, progress, pictures=pictures)
    (folder / STORY).write_text("\n".join(lines) + "\n", "utf-8")


def _clear(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not (folder / STORY).exists():
            raise UserError(
                translate("tour", "{folder} holds other things. Name a new or empty folder.", folder=folder)
            )
        for name in _FOLDERS:
            shutil.rmtree(folder / name, ignore_errors=True)


def _begin(folder: Path, say: Say, today: date, station: Desk, town: Desk) -> _Tour:
    from random import Random

    lists_from = people.deputies(Random(7), 3)
    first = make.ship(station, town, folder / "packages")
    lists = save_lists(town, 3, lists_from)
    make.ship(town, station, folder / "packages")
    own = next(i for i, s in browse.office(station).stations if s.code == station.identity.site)
    from station_desk.casework import offices

    offices.save(station, HEAD, station_record(0), own)
    tour = _Tour(folder, say, today, station, town, lists)
    tour.step(
        translate("tour", "Two desks: the station {station} and its town {town}; the town's lists of deputies "
                  "and units have reached the station.", station=station.identity.name,
                  town=town.identity.name),
        first.parent.parent / "desks",
    )  # fmt: skip
    return tour


def _main_job(tour: _Tour) -> None:
    handed, raised = _visit(tour)
    _handle(tour, handed)
    suggestion = _to_town(tour, raised)
    _at_town(tour, suggestion)
    _verdicts(tour, suggestion, raised)
    _form(
        tour, "suggestion", suggestion, "代表建议专用纸.pdf", translate("tour", "Suggestion sheet printed.")
    )
    _form(tour, "feedback", raised, "办理情况反馈单.pdf", translate("tour", "Feedback slip printed."))


def _visit(tour: _Tour) -> tuple[RecordId, RecordId]:
    day = tour.ago(120)
    deputies = (tour.lists.deputies[12], tour.lists.deputies[27])
    units = tour.lists.units
    charges = (UnitCharge(units["municipal"], "lead"), UnitCharge(units["street"], "co"))
    entry = intake.VisitEntry(
        began=datetime(day.year, day.month, day.day, 9, 31), channel="station", informed=True, people=2,
        deputies=deputies,
        visitor=intake.VisitorEntry(
            name="梁锦萍", gender="f", phone="13800000620", address="城南小区 3 栋 502", grid=tour.lists.grids[0],
            voter=True,
        ),
        matters=(
            intake.MatterEntry(
                text="江会路南段一落大雨就浸水，浸到人行道上，铺头门口要叠沙包，希望尽快处理。", category="市政排水",
                place="江会路南段", grid=tour.lists.grids[0], people=30,
                route=intake.HandOver(charges, "请实地查看并疏通排水设施。"),
            ),
            intake.MatterEntry(
                text="我阿妈在广州住院，异地就医备案不会弄，想问怎样办。", category="社会保障",
                route=intake.Answer("当场用手机协助办妥异地就医备案。"),
            ),
            intake.MatterEntry(
                text="圭峰路口行人绿灯太短，阿婆走到一半就转红灯，接送小孩好危险。", category="交通出行",
                place="圭峰路口", grid=tour.lists.grids[0], people=200, route=intake.Raise(deputies),
            ),
        ),
    )  # fmt: skip
    saved = intake.save_visit(tour.station, CLERK, entry)
    (handed, _), (answered, _), (raised, _) = saved.matters
    tour.step(
        translate("tour", "Visit {number} registered with three matters: one handed over, one answered on the "
                  "spot, one raised as a suggestion.", number=saved.number)
    )  # fmt: skip
    feedback.judge(tour.station, CLERK, answered, day, "very_satisfied")
    _form(
        tour,
        "registration",
        saved.visit,
        "接待群众登记表.pdf",
        translate("tour", "Registration form printed."),
    )
    _form(tour, "hand-over", handed, "转办单.pdf", translate("tour", "Hand-over slips printed, one a unit."))
    return handed, raised


def _handle(tour: _Tour, matter: RecordId) -> None:
    found = browse.detail(tour.station, matter)
    lead = next(a.id for a in found.assignments if a.assignment.role == "lead") if found else None
    for days, verb, text in (
        (118, "sign", ""),
        (110, "urge", "电话催办，经办人答复本周内进场。"),
        (104, "finish", "已清疏雨水井 12 个，更换破损井盖 2 个，雨后复查没有再积水。"),
    ):
        entry = StepEntry(on=tour.ago(days), text=text, assignment=lead)
        handling.take(tour.station, CLERK, matter, verb, entry)
    told = feedback.FeedbackEntry(
        told_on=tour.ago(102), method="phone", text="已说明清疏情况。", verdict="satisfied"
    )
    feedback.tell(tour.station, CLERK, matter, told)
    tour.step(
        translate("tour", "The unit signed, was urged and closed the matter; the visitor was told and is "
                  "satisfied: {stage}.", stage=_stage(tour.station, matter))
    )  # fmt: skip


def _to_town(tour: _Tour, raised: RecordId) -> RecordId:
    found = browse.detail(tour.station, raised)
    suggestion = next(link.other for link in found.links if link.kind == "raised-from") if found else raised
    title = "关于优化圭峰路口行人信号配时的建议"
    sheet = suggestions.SuggestionEntry(
        title=title, text=_PROPOSAL, category="交通出行", place="圭峰路口", opened_on=tour.ago(120),
        deputies=tuple(row.signer.deputy for row in _signers(tour.station, suggestion) if row.signer.deputy),
        formed_by="visits", years_running="one", wants_contact=True, proposed_units="区交警大队",
    )  # fmt: skip
    suggestions.revise(tour.station, CLERK, suggestion, sheet)
    for days, verb in ((119, "check"), (117, "submit")):
        handling.take(tour.station, CLERK, suggestion, verb, StepEntry(on=tour.ago(days)))
    tour.step(translate("tour", "The suggestion is checked and submitted to the town."))
    made = stream.export(tour.station, tour.town.identity.site, tour.folder / "packages")
    seen = inbox.preview(tour.town, made.path)
    tour.step(
        translate("tour", "Package {number} for the town: {changes} changes; the town's preview: {new} new, "
                  "{changed} changed, {conflicts} conflicts.", number=made.number, changes=made.changes,
                  new=seen.new, changed=seen.changed, conflicts=seen.conflicts),
        made.path,
    )  # fmt: skip
    taken = inbox.take_in(tour.town, [made.path], trust=lambda _: True)
    again = inbox.take_in(tour.town, [made.path], trust=lambda _: True)
    if taken.refused or again.refused or again.changes:
        raise UserError(translate("tour", "The town did not take the package in as it should."))
    tour.step(translate("tour", "The town took it in; taking the same file in again changed nothing."))
    return suggestion


def _at_town(tour: _Tour, suggestion: RecordId) -> None:
    town = tour.town
    handed = tour.ago(112)
    number = official.proposed(town, suggestion, handed).number
    official.give(town, OFFICE, suggestion, number, f"{handed.year} 年闭会期间", handed)
    units = (UnitCharge(tour.lists.units["traffic"], "lead"),)
    handling.hand_over(town, OFFICE, suggestion, handed, units, request="请在三个月内答复代表。")
    handling.take(town, OFFICE, suggestion, "sign", StepEntry(on=tour.ago(109)))
    reply = ReplyEntry(
        dated=tour.ago(50), number=f"新公交函〔{handed.year}〕21 号", reply_class="A", method="meeting",
        text="您提出的建议收悉。经现场勘查，圭峰路口行人绿灯已由 18 秒调到 28 秒，并加装倒计时显示。感谢您的关心和支持。",
    )  # fmt: skip
    replies.record(town, OFFICE, suggestion, reply)
    tour.step(
        translate("tour", "The town gave it number {number}, handed it over, and recorded the reply, class A.",
                  number=number)
    )  # fmt: skip
    made = stream.export(town, tour.station.identity.site, tour.folder / "packages")
    result = inbox.take_in(tour.station, [made.path], trust=lambda _: True)
    if result.refused:
        raise UserError(result.refused[0].reason)
    tour.step(
        translate("tour", "The result came back to the station, which shows it: {stage}.",
                  stage=_stage(tour.station, suggestion)),
        made.path,
    )  # fmt: skip


def _verdicts(tour: _Tour, suggestion: RecordId, raised: RecordId) -> None:
    station = tour.station
    for place, signer in enumerate(_signers(station, suggestion)):
        entry = ConsultationEntry(
            returned_on=tour.ago(44), attitude="satisfied", result=("satisfied", "fairly")[place % 2],
            opinion="办理认真，同意答复意见。",
        )  # fmt: skip
        verdicts.consult(station, CLERK, suggestion, signer.id, entry)
    tour.step(
        translate("tour", "Each deputy gave a verdict on attitude and on result; the suggestion: {stage}.",
                  stage=_stage(station, suggestion))
    )  # fmt: skip
    told = feedback.FeedbackEntry(
        told_on=tour.ago(42), method="visit", text="带来访人到路口看过新的信号配时。"
    )
    feedback.tell(station, CLERK, raised, told)
    feedback.judge(station, CLERK, raised, tour.ago(42), "very_satisfied")
    tour.step(
        translate("tour", "The visitor was told and gave their own verdict: {stage}.",
                  stage=_stage(station, raised))
    )  # fmt: skip


def _signers(desk: Desk, suggestion: RecordId) -> tuple[SignerRow, ...]:
    found = browse.detail(desk, suggestion)
    return found.signers if found is not None else ()


def _stage(desk: Desk, matter: RecordId) -> str:
    from station_desk.domain.tracks import TRACKS

    found = browse.detail(desk, matter)
    return str(TRACKS[found.row.track].stages[found.row.stage].label) if found is not None else ""


def _form(tour: _Tour, name: str, record: RecordId, file: str, text: str) -> None:
    out = tour.folder / "forms" / file
    request = ReportRequest(record=record, masked=False, made_by=CLERK.name)
    catalogue.make(tour.station, name, request, out)
    tour.step(text, out)


def _figures(tour: _Tour) -> None:
    period = Period(tour.today - timedelta(365), tour.today)
    made = (("ledger", "xlsx", "台账"), ("monthly", "xlsx", "站点月报"), ("monthly", "pdf", "站点月报"))
    for name, suffix, title in made:
        out = tour.folder / "tables" / f"{title}.{suffix}"
        catalogue.make(tour.station, name, ReportRequest(period=period, made_by=CLERK.name), out)
    tour.step(translate("tour", "Ledger and monthly table made."), tour.folder / "tables")


def _sound(tour: _Tour) -> None:
    make.ship(tour.station, tour.town, tour.folder / "packages")
    same = digest(tour.station) == digest(tour.town)
    problems = [*tour.station.check(), *tour.town.check()]
    if not same or problems:
        raise UserError(
            translate("tour", "The desks do not agree: {problems}", problems="; ".join(problems) or "digest")
        )
    tour.step(translate("tour", "Both desks hold the same casework (equal digests), and both check out."))


def _a_year(tour: _Tour, progress: Progress, *, pictures: bool) -> None:
    """A whole year on another desk, for the lists and the pictures."""
    folder = tour.folder / "desks" / "year"
    made = make.make_demo(folder, today=tour.today, progress=progress)
    desk = Desk.open(made.station)
    try:
        counts = browse.today(desk, tour.today)
        tour.step(
            translate("tour", "A made-up year: {matters} matters, {open} open, {overdue} overdue, {soon} due "
                      "within seven days.", matters=browse.count(desk, MatterFilter()), open=counts.open,
                      overdue=counts.overdue, soon=counts.soon),
            made.station,
        )  # fmt: skip
        deputy = browse.office(desk).deputies[0][0]
        for name, record, file in (
            ("overdue", None, "逾期清单.pdf"),
            ("deputy-cases", deputy, "代表事项清单.pdf"),
        ):
            catalogue.make(
                desk, name, ReportRequest(record=record, made_by=CLERK.name), tour.folder / "tables" / file
            )
        tour.step(translate("tour", "Overdue list and a deputy's matters printed."), tour.folder / "tables")
        if pictures:
            _pictures(tour, desk)
    finally:
        desk.close()


def _pictures(tour: _Tour, desk: Desk) -> None:
    from station_desk.ui import selftest, shots  # Qt, only where pictures are wanted

    app = selftest.application()
    made = shots.draw_all(desk, tour.folder / "pictures", sizes=(SIZE,), scales=(1.0,))
    app.processEvents()
    tour.step(
        translate("tour", "{count} pictures: every page, in both languages.", count=len(made)),
        tour.folder / "pictures",
    )
