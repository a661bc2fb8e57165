"""Lives a made-up year at a station's desk and its town's, act by act through the use cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework import (
    browse,
    feedback,
    handling,
    intake,
    issues,
    official,
    promises,
    replies,
    suggestions,
    verdicts,
)
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.intake import MatterEntry, VisitEntry, VisitorEntry
from station_desk.casework.promises import Judged
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.casework.suggestions import SuggestionEntry
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.demo.lives import Act
from station_desk.demo.office import CLERK, HEAD, OFFICE, Lists
from station_desk.demo.plan import GRIDS_EACH, CasePlan, VisitPlan
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue

TOWN_VERBS = frozenset(
    {"hand_over", "sign", "return", "extend", "reply", "redo", "promise", "keep", "meet", "look_back"}
)
"""What only the congress office does with a suggestion."""


@dataclass(frozen=True, slots=True)
class _Due:
    """An act with what it is done to; sorted by day, then by the order of the plan."""

    on: date
    order: int
    case: CasePlan
    act: Act
    of_suggestion: bool


class Player:
    """Plays a plan. `station` and `town` are the desks; ids of what was made are kept by the plan's keys."""

    def __init__(self, station: Desk, town: Desk, lists: Lists) -> None:
        self._desk = {False: station, True: town}
        self._lists = lists
        self._visitors: dict[int, RecordId] = {}
        self._matters: dict[int, RecordId] = {}
        self._suggestions: dict[int, RecordId] = {}
        self._cases: dict[int, CasePlan] = {}
        self._concluded: set[int] = set()
        self._later: list[_Due] = []
        self._order = 0
        self._numbers = 0

    @property
    def waiting(self) -> bool:
        """True while acts are left for the next turn of the station or the town."""
        return bool(self._later)

    def visit(self, plan: VisitPlan) -> None:
        """Register one visit, and keep the acts that follow for their day."""
        if plan.cases[0].route.verb == "register":
            self._register(plan)
        else:
            self._save(plan)
        for case in plan.cases:
            self._cases[case.key] = case
            for act in case.acts:
                self._keep(case, act, of_suggestion=False)
            if case.suggestion is not None:
                if len(case.suggestion.sources) > 1:
                    self._keep(case, Act("raise_from", case.suggestion.opened_on), of_suggestion=False)
                for act in case.suggestion.acts:
                    self._keep(case, act, of_suggestion=True)

    def catch_up(self, day: date) -> None:
        """The station does what is due until `day` and needs nothing from the town."""
        ready = sorted((d for d in self._later if d.on <= day), key=lambda d: (d.on, d.order))
        self._turn(ready, town=False)

    def turn(self, *, town: bool) -> int:
        """One side does all it can, in order of days; returns how many acts were done."""
        return self._turn(sorted(self._later, key=lambda d: (d.on, d.order)), town=town)

    def _keep(self, case: CasePlan, act: Act, *, of_suggestion: bool) -> None:
        self._later.append(_Due(act.on, self._order, case, act, of_suggestion))
        self._order += 1

    def _turn(self, ready: Sequence[_Due], *, town: bool) -> int:
        done: set[int] = set()
        blocked: set[tuple[int, bool]] = set()
        for due in ready:
            own = (due.case.key, due.of_suggestion)
            for_town = due.of_suggestion and due.act.verb in TOWN_VERBS
            # A matter's acts keep their order: what waits for the other desk holds back what follows.
            if own in blocked or for_town != town or not self._may(due):
                blocked.add(own)
                continue
            self._do(self._desk[town], due)
            done.add(due.order)
        self._later = [due for due in self._later if due.order not in done]
        return len(done)

    def _may(self, due: _Due) -> bool:
        """An issue in a suggestion waits until the suggestion is concluded."""
        if due.of_suggestion:
            return due.case.key in self._suggestions
        return due.case.suggestion is None or due.act.verb == "raise_from" or due.case.key in self._concluded

    # --- the visit -------------------------------------------------------------------------------------

    def _save(self, plan: VisitPlan) -> None:
        desk = self._desk[False]
        actor = CLERK if plan.key % 6 else HEAD
        entry = VisitEntry(
            began=plan.began, channel=plan.channel, visitor=self._visitor(plan),
            deputies=tuple(self._lists.deputies[d] for d in plan.deputies), people=plan.people, informed=True,
            matters=tuple(self._entry(plan, case) for case in plan.cases),
        )  # fmt: skip
        saved = intake.save_visit(desk, actor, entry)
        raised: list[RecordId] = []
        for case, (record, _) in zip(plan.cases, saved.matters, strict=True):
            self._matters[case.key] = record
            found = browse.detail(desk, record)
            if found is None:
                continue
            if found.visitor_id is not None:
                self._visitors[plan.key] = found.visitor_id
            raised = [link.other for link in found.links if link.kind == "raised-from"]
            if raised:
                self._suggestions[case.key] = raised[0]
                self._finish_sheet(desk, actor, case, raised[0])

    def _visitor(self, plan: VisitPlan) -> VisitorEntry:
        known = self._visitors.get(plan.known) if plan.known is not None else None
        who = plan.visitor
        if who is None:
            return VisitorEntry(known=known)
        grid = self._lists.grids[who.grid % len(self._lists.grids)]
        return VisitorEntry(
            name=who.name, gender=who.gender, phone=who.phone, address=who.address, grid=grid, voter=who.voter
        )

    def _entry(self, plan: VisitPlan, case: CasePlan) -> MatterEntry:
        grid = self._lists.grids[(plan.station * GRIDS_EACH + case.key) % len(self._lists.grids)]
        return MatterEntry(
            text=case.text, title=case.title, category=case.category, place=case.place, grid=grid,
            people=case.people, urgency="urgent" if case.urgent else "normal", route=self._route(case),
        )  # fmt: skip

    def _route(self, case: CasePlan) -> intake.Route:
        act = case.route
        match act.verb:
            case "answer":
                return intake.Answer(act.text)
            case "hand_over":
                return intake.HandOver(self._charges(act), "请在期限内办理，并将结果告知联络站。")
            case "raise" if case.suggestion is not None:
                return intake.Raise(self._signers(case), case.suggestion.title)
            case "to_project":
                return intake.ToProject(act.text)
            case "refuse":
                return intake.Refuse(act.code, act.text)
            case _:
                return intake.Keep()

    def _charges(self, act: Act) -> tuple[UnitCharge, ...]:
        return tuple(UnitCharge(self._lists.units[key], role) for key, role in act.units)

    def _signers(self, case: CasePlan) -> tuple[RecordId, ...]:
        own = case.suggestion.deputies if case.suggestion is not None else ()
        return tuple(self._lists.deputies[d] for d in own)

    def _sheet(self, case: CasePlan) -> SuggestionEntry:
        plan = case.suggestion
        if plan is None:
            raise ValueError("a case without a suggestion has no sheet")
        return SuggestionEntry(
            title=plan.title, text=plan.text, deputies=self._signers(case), opened_on=plan.opened_on,
            category=case.category, place=case.place, formed_by="visits",
        )  # fmt: skip

    def _finish_sheet(self, desk: Desk, actor: Actor, case: CasePlan, record: RecordId) -> None:
        suggestions.revise(desk, actor, record, self._sheet(case))

    def _register(self, plan: VisitPlan) -> None:
        """A message that came in by the web and that nobody has looked at yet."""
        desk, case = self._desk[False], plan.cases[0]
        with desk.writing(CLERK, "register_message") as work:
            self._matters[case.key] = work.add(
                Issue(
                    number=f"{desk.identity.site}-{plan.began.year}-W{case.key + 1:03d}", title=case.title,
                    text=case.text, category=case.category, place=case.place or None,
                    station=desk.identity.site, owner=desk.identity.site, opened_on=plan.began.date(),
                    people=case.people, channel=plan.channel, profile=work.profile().version,
                )
            )  # fmt: skip

    # --- what follows ----------------------------------------------------------------------------------

    def _do(self, desk: Desk, due: _Due) -> None:
        if due.of_suggestion:
            self._do_suggestion(desk, due.case, due.act)
        else:
            self._do_issue(desk, due.case, due.act)

    def _do_issue(self, desk: Desk, case: CasePlan, act: Act) -> None:
        matter = self._matters[case.key]
        actor = HEAD if act.verb in ("extend", "redo", "return") else CLERK
        match act.verb:
            case "hand_over":
                handling.hand_over(desk, actor, matter, act.on, self._charges(act), request="请依职责办理。")
            case "tell":
                entry = feedback.FeedbackEntry(told_on=act.on, method=act.method, text=act.text)
                feedback.tell(desk, actor, matter, entry)
            case "merge":
                issues.merge(desk, actor, matter, self._matters[act.source], act.on)
            case "reply_written":
                replies.record(desk, actor, matter, ReplyEntry(dated=act.on, text=act.text))
            case "raise_from":
                self._raise_from(desk, actor, case)
            case _:
                self._step(desk, actor, matter, act)

    def _raise_from(self, desk: Desk, actor: Actor, case: CasePlan) -> None:
        plan = case.suggestion
        if plan is not None:
            sources = [self._matters[key] for key in plan.sources]
            self._suggestions[case.key] = suggestions.raise_from(desk, actor, sources, self._sheet(case)).id

    def _step(self, desk: Desk, actor: Actor, matter: RecordId, act: Act) -> None:
        assignment = None
        if act.verb in ("sign", "return", "extend", "urge", "contact", "finish"):
            assignment = self._lead(desk, matter)
        entry = StepEntry(on=act.on, text=act.text, code=act.code, until=act.until, assignment=assignment)
        handling.take(desk, actor, matter, act.verb, entry)

    def _lead(self, desk: Desk, matter: RecordId) -> RecordId | None:
        found = browse.detail(desk, matter)
        live = [a.id for a in found.assignments if a.live and a.assignment.role != "co"] if found else []
        return live[-1] if live else None

    def _do_suggestion(self, desk: Desk, case: CasePlan, act: Act) -> None:
        matter = self._suggestions[case.key]
        match act.verb:
            case "hand_over":
                self._hand_over_suggestion(desk, case, act, matter)
            case "reply":
                replies.record(
                    desk, OFFICE, matter,
                    ReplyEntry(
                        dated=act.on, text=act.text, number=f"新办复〔{act.on.year}〕{self._numbers + 20} 号",
                        reply_class=act.code, method=act.method, assignment=self._lead(desk, matter),
                        contact="办公室", phone="0750-6600000",
                    ),
                )  # fmt: skip
            case "check":
                for deputy in self._signers(case)[1:]:
                    suggestions.countersign(desk, CLERK, matter, deputy, act.on)
                self._step(desk, CLERK, matter, act)
            case "consult":
                self._consult(desk, case, act, matter)
            case "promise":
                promised = PromiseEntry(act.text, act.until or act.on)
                promises.promise(desk, OFFICE, matter, act.on, promised)
            case "keep":
                self._keep_promise(desk, matter, act)
            case "meet":
                verdicts.meet(desk, OFFICE, matter, act.on, act.text)
                self._conclude(case)
            case verb:
                self._step(desk, OFFICE if verb in TOWN_VERBS else CLERK, matter, act)

    def _keep_promise(self, desk: Desk, matter: RecordId, act: Act) -> None:
        found = browse.detail(desk, matter)
        judged = Judged(on=act.on, state=act.code, proof=act.text)
        for row in found.promises if found is not None else ():
            if row.open:
                promises.judge(desk, OFFICE, matter, row.id, judged)

    def _hand_over_suggestion(self, desk: Desk, case: CasePlan, act: Act, matter: RecordId) -> None:
        found = browse.detail(desk, matter)
        if found is not None and not found.row.official_number:
            self._numbers += 1
            year = act.on.year
            number = f"{year}闭-{self._numbers:03d}"
            official.give(desk, OFFICE, matter, number, f"{year} 年闭会期间", act.on)
        units = self._charges(act) or self._own_units(case)
        handling.hand_over(
            desk, OFFICE, matter, act.on, units, request="请在三个月内答复代表，并抄送人大工委。",
            number=f"会人大交〔{act.on.year}〕{self._numbers} 号",
        )  # fmt: skip

    def _own_units(self, case: CasePlan) -> tuple[UnitCharge, ...]:
        lead, co = unit_keys(case)
        out = [UnitCharge(self._lists.units[lead], "lead")]
        if co:
            out.append(UnitCharge(self._lists.units[co], "co"))
        return tuple(out)

    def _consult(self, desk: Desk, case: CasePlan, act: Act, matter: RecordId) -> None:
        found = browse.detail(desk, matter)
        signers = found.signers if found is not None else ()
        for place, signer in enumerate(reversed(signers)):
            last = place == len(signers) - 1
            # One who is dissatisfied sends it back at once, so that word comes last.
            result = act.code if last else ("satisfied" if place % 2 else "fairly")
            verdicts.consult(
                desk, CLERK, matter, signer.id,
                ConsultationEntry(
                    returned_on=act.on, result=result, opinion=act.text if last else "",
                    attitude="satisfied" if result != "dissatisfied" else "fairly",
                ),
            )  # fmt: skip
        if act.code != "dissatisfied":
            self._conclude(case)

    def _conclude(self, case: CasePlan) -> None:
        """Its issues are closed now: what follows for this one follows for the others behind it too."""
        self._concluded.add(case.key)
        for key in case.suggestion.sources if case.suggestion is not None else ():
            if key != case.key:
                for act in case.acts:
                    self._keep(self._cases[key], act, of_suggestion=False)


def unit_keys(case: CasePlan) -> tuple[str, str]:
    """The lead unit of a case's kind, and the one that helps with every third."""
    return case.unit, case.co if case.key % 3 == 0 else ""
