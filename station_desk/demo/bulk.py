"""Fills a desk with a made-up year of any size in one transaction, for measuring."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date
from itertools import islice
from random import Random

from station_desk.casework.context import Actor, Desk, Work
from station_desk.demo import motions, people, places, plan
from station_desk.demo.lives import Act
from station_desk.demo.office import OFFICE, Lists, list_records, station_record
from station_desk.demo.plan import GRIDS_EACH, CasePlan, VisitPlan
from station_desk.demo.play import unit_keys
from station_desk.domain.declare import Record, RecordId
from station_desk.domain.records import (
    Assignment,
    Consultation,
    Feedback,
    Issue,
    Link,
    Motion,
    Promise,
    Reply,
    Signer,
    Site,
    Step,
    Suggestion,
    Visit,
    Visitor,
)
from station_desk.domain.vocabulary import DEFAULT_ROLE
from station_desk.i18n import translate
from station_desk.progress import Progress, silent


def fill(
    desk: Desk,
    *,
    stations: int = 8,
    matters: int,
    seed: int = 1,
    today: date,
    progress: Progress = silent,
) -> None:
    """Write `matters` issues and suggestions of the year that ends `today` into a new desk, as its own.

    One transaction, about 0.6 ms a matter. For a desk that is its own congress office (a town, or a
    station without a parent); elsewhere what only the office may do would be shown "to be checked".
    """
    deputies = people.deputies(Random(seed), stations)
    actor = Actor(OFFICE.name, DEFAULT_ROLE[desk.identity.role])
    collecting = gc.isenabled()
    gc.disable()
    try:
        with desk.writing(actor, "import_ledger", "demo") as work:
            writer = _Writer(work, stations, deputies)
            made = 0
            wanted = matters - (motions.COUNT if matters >= 1_000 else 0)
            for visit in plan.visits(seed, stations, wanted, today, deputies):
                if visit.key % 500 == 0:
                    progress(made, matters, translate("demo", "Living through the year"))
                writer.visit(visit)
                made += sum(1 + (case.suggestion is not None) for case in visit.cases)
            writer.motions(today, matters - wanted)
    finally:
        if collecting:
            gc.enable()


class _Writer:
    """Writes the plan's visits; keeps running numbers and the ids that later records point to."""

    def __init__(self, work: Work, stations: int, deputies: Sequence[people.DeputyPerson]) -> None:
        self._work = work
        self._profile = work.profile().version
        self._scheme = work.profile().class_scheme
        self._counts: dict[str, int] = {}
        self._visitors: dict[int, RecordId] = {}
        self._matters: dict[int, tuple[RecordId, RecordId | None]] = {}
        self._leaves: dict[RecordId, RecordId] = {}
        self._finished: dict[int, date] = {}
        units, known, grids = list_records(stations, deputies)
        self._lists = Lists(
            {key: self._add(unit) for key, unit in units.items()},
            [self._add(deputy) for deputy in known],
            [self._add(grid) for grid in grids],
        )
        own = work.identity.site
        for place in range(stations):
            home = places.station(place)
            if home.code != own:
                self._add(Site(code=home.code, name=home.name, role="station", parent=own))
                self._add(station_record(place))

    def _add(self, record: Record) -> RecordId:
        return self._work.add_bulk(record)

    def _next(self, prefix: str) -> int:
        count = self._counts.get(prefix, 0) + 1
        self._counts[prefix] = count
        return count

    def _step(
        self,
        matter: RecordId,
        act: Act,
        verb: str = "",
        *,
        assignment: RecordId | None = None,
        about: RecordId | None = None,
    ) -> None:
        before = self._leaves.get(matter)
        step = Step(
            matter=matter, verb=verb or act.verb, on=act.on, text=act.text or None, until=act.until,
            code=act.code or None, assignment=assignment, about=about,
            after=None if before is None else (before,),
        )  # fmt: skip
        self._leaves[matter] = self._add(step)

    # --- the visit -------------------------------------------------------------------------------------

    def visit(self, visit: VisitPlan) -> None:
        """One reception with its matters and all that became of them."""
        home = places.station(visit.station)
        day = visit.began.date()
        visitor = self._visitor(visit, day)
        record = self._add(
            Visit(
                number=f"{home.code}-{day:%Y%m%d}-{self._next(f'{home.code}{day}'):02d}", station=home.code,
                began=visit.began, channel=visit.channel, recorder=self._work.actor.name, visitor=visitor,
                deputies=tuple(self._lists.deputies[d] for d in visit.deputies), people=visit.people,
                informed=True,
            )
        )  # fmt: skip
        for case in visit.cases:
            self._case(visit, case, home.code, day, record, visitor)

    def _visitor(self, visit: VisitPlan, day: date) -> RecordId | None:
        if visit.known is not None:
            return self._visitors.get(visit.known)
        who = visit.visitor
        if who is None:
            return None
        record = self._add(
            Visitor(
                name=who.name, gender=who.gender, phone=who.phone, address=who.address, voter=who.voter,
                grid=self._lists.grids[who.grid], informed_on=day,
            )
        )  # fmt: skip
        self._visitors[visit.key] = record
        return record

    def _case(
        self,
        visit: VisitPlan,
        case: CasePlan,
        station: str,
        day: date,
        record: RecordId,
        visitor: RecordId | None,
    ) -> None:
        issue = self._add(
            Issue(
                number=f"{station}-{day.year}-{self._next(f'{station}-{day.year}'):04d}", title=case.title,
                text=case.text, category=case.category, place=case.place or None, station=station,
                grid=self._lists.grids[visit.station * GRIDS_EACH + case.key % GRIDS_EACH],
                owner=self._work.identity.site, opened_on=day, people=case.people, profile=self._profile,
                urgency="urgent" if case.urgent else "normal", visit=record, visitor=visitor,
                channel=visit.channel,
            )
        )  # fmt: skip
        lead = self._route(issue, case)
        self._matters[case.key] = (issue, lead)
        if case.suggestion is not None and not self._suggestion(case, station):
            return
        self._finished.update((case.key, act.on) for act in case.acts if act.verb == "finish")
        for act in case.acts:
            lead = self._issue_act(issue, act, lead)
        if case.suggestion is not None:
            for key in case.suggestion.sources[:-1]:
                for act in case.acts:
                    self._issue_act(self._matters[key][0], act, None)

    def _route(self, issue: RecordId, case: CasePlan) -> RecordId | None:
        act = case.route
        match act.verb:
            case "hand_over":
                self._step(issue, Act("accept", act.on))
                return self._hand_over(issue, act, act.units)
            case "keep":
                self._step(issue, act, "accept")
            case "answer" | "to_project" | "refuse":
                self._step(issue, act)
            case _:
                pass
        return None

    def _hand_over(
        self, matter: RecordId, act: Act, units: Sequence[tuple[str, str]], number: str | None = None
    ) -> RecordId | None:
        lead: RecordId | None = None
        for key, role in units:
            assignment = self._add(
                Assignment(
                    matter=matter, unit=self._lists.units[key], role=role, handed_on=act.on, number=number,
                    handed_by=self._work.actor.name,
                )
            )  # fmt: skip
            self._step(matter, act, assignment=assignment)
            lead = assignment if role != "co" else lead
        return lead

    def _issue_act(self, issue: RecordId, act: Act, lead: RecordId | None) -> RecordId | None:
        match act.verb:
            case "hand_over":
                return self._hand_over(issue, act, act.units)
            case "tell":
                told = self._add(
                    Feedback(
                        matter=issue, told_on=act.on, method=act.method, by=self._work.actor.name,
                        text=act.text or None,
                    )
                )  # fmt: skip
                self._step(issue, act, about=told)
            case "merge":
                target = self._matters[act.source][0]
                self._add(Link(kind="merged-into", source=issue, target=target))
                self._step(issue, act, about=target)
                if act.source in self._finished:
                    self._step(issue, Act("follow", self._finished[act.source]), about=target)
            case "reply_written":
                reply = self._add(Reply(matter=issue, kind="reply", dated=act.on, text=act.text))
                self._step(issue, act, about=reply)
            case "sign" | "return" | "extend" | "urge" | "finish":
                self._step(issue, act, assignment=lead)
            case _:
                self._step(issue, act)
        return lead

    # --- motions ---------------------------------------------------------------------------------------

    def motions(self, today: date, count: int) -> None:
        """The year's motions, `count` of them, put forward at the first station."""
        station = places.station(0).code
        unit = self._lists.units["street"]
        for sheet in islice(motions.plans(today), count):
            year = sheet.opened_on.year
            numbered = any(act.verb == "number" for act in sheet.acts)
            record = self._add(
                Motion(
                    number=f"{station}-{year}-Y{self._next(f'Y{station}{year}'):04d}", title=sheet.title,
                    official_number=f"17-6-议{self._next('议'):02d}" if numbered else None, station=station,
                    owner=self._work.identity.site, opened_on=sheet.opened_on, profile=self._profile,
                    level="town", session=motions.SESSION, consent="full", grounds=sheet.grounds,
                    plan=sheet.plan,
                )
            )  # fmt: skip
            for place, deputy in enumerate(self._lists.deputies[: motions.SIGNERS]):
                role = "joint" if place else "lead"
                self._add(
                    Signer(
                        matter=record, deputy=deputy, role=role, rank=place, signed_on=sheet.opened_on
                    )
                )  # fmt: skip
            self._motion_acts(record, sheet.acts, unit)

    def _motion_acts(self, record: RecordId, acts: Sequence[Act], unit: RecordId) -> None:
        lead: RecordId | None = None
        for act in acts:
            if act.verb == "hand_over":
                lead = self._add(
                    Assignment(
                        matter=record, unit=unit, role="lead", handed_on=act.on,
                        handed_by=self._work.actor.name,
                    )
                )  # fmt: skip
                self._step(record, act, assignment=lead)
            elif act.verb == "reply":
                report = Reply(matter=record, assignment=lead, kind="report", dated=act.on, text=act.text)
                self._step(record, act, assignment=lead, about=self._add(report))
            else:
                self._step(record, act, assignment=lead if act.verb in ("sign", "return") else None)

    # --- the suggestion ----------------------------------------------------------------------------------

    def _suggestion(self, case: CasePlan, station: str) -> bool:
        """Write the suggestion; True where it came to its end, so that its issues are told."""
        sheet = case.suggestion
        if sheet is None:
            return True
        year = sheet.opened_on.year
        handed = next((act for act in sheet.acts if act.verb == "hand_over"), None)
        official = f"{year}闭-{self._next(f'闭{year}'):03d}" if handed is not None else None
        record = self._add(
            Suggestion(
                number=f"{station}-{year}-J{self._next(f'J{station}{year}'):04d}", official_number=official,
                title=sheet.title, text=sheet.text, category=case.category, place=case.place or None,
                station=station, owner=self._work.identity.site, opened_on=sheet.opened_on,
                profile=self._profile, consent="full", formed_by="visits",
                session=f"{year} 年闭会期间" if official else None,
            )
        )  # fmt: skip
        signers = [
            self._add(
                Signer(
                    matter=record,
                    deputy=self._lists.deputies[d],
                    role="joint" if place else "lead",
                    rank=place,
                    signed_on=sheet.opened_on,
                )
            )
            for place, d in enumerate(sheet.deputies)
        ]
        issues = [self._matters[key][0] for key in sheet.sources]
        for issue in issues:
            self._add(Link(kind="raised-from", source=record, target=issue))
            self._step(issue, Act("raise", sheet.opened_on), about=record)
        concluded = self._suggestion_acts(case, record, signers)
        if concluded is not None:
            for issue in issues:
                self._step(issue, Act("finish", concluded, f"建议 {official or ''}已办结。"), about=record)
        return concluded is not None

    def _suggestion_acts(self, case: CasePlan, record: RecordId, signers: Sequence[RecordId]) -> date | None:
        lead: RecordId | None = None
        concluded: date | None = None
        open_promises: list[RecordId] = []
        turn = 1
        sheet = case.suggestion
        if sheet is None:
            return None
        for act in sheet.acts:
            match act.verb:
                case "hand_over":
                    first, co = unit_keys(case)
                    units = act.units or ((first, "lead"), *(((co, "co"),) if co else ()))
                    lead = self._hand_over(record, act, units)
                case "reply":
                    reply = self._add(
                        Reply(
                            matter=record, assignment=lead, kind="reply", dated=act.on, scheme=self._scheme,
                            reply_class=act.code, method=act.method, text=act.text,
                        )
                    )  # fmt: skip
                    self._step(record, act, assignment=lead, about=reply)
                case "consult":
                    for signer in reversed(signers):
                        result = act.code if signer is signers[0] else "satisfied"
                        verdict = self._add(
                            Consultation(
                                matter=record, signer=signer, round=turn, returned_on=act.on, result=result,
                                attitude="satisfied", opinion=act.text or None,
                            )
                        )  # fmt: skip
                        self._step(record, Act("consult", act.on, code=result), about=verdict)
                    if act.code != "dissatisfied":
                        self._step(record, Act("conclude", act.on))
                        concluded = concluded or act.on
                case "promise":
                    kept = next((a for a in sheet.acts if a.verb == "keep"), None)
                    made = Promise(
                        matter=record, what=act.text, by=act.until or act.on,
                        state=kept.code if kept else None, decided_on=kept.on if kept else None,
                        proof=kept.text if kept else None,
                    )  # fmt: skip
                    open_promises.append(self._add(made))
                    self._step(record, act, about=open_promises[-1])
                case "keep":
                    self._step(record, act, about=open_promises.pop())
                    turn += not open_promises
                case "meet":
                    self._step(record, act)
                    concluded = concluded or act.on
                case "sign" | "return" | "extend" | "urge" | "contact":
                    self._step(record, act, assignment=lead)
                case verb:
                    turn += verb == "redo"
                    self._step(record, act)
        return concluded
