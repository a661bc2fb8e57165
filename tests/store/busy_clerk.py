"""A clerk who does things at random, refusals included; a pure function of the seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from station_desk.casework import (
    feedback,
    handling,
    history,
    honours,
    intake,
    issues,
    motions,
    offices,
    official,
    promises,
    replies,
    suggestions,
    verdicts,
)
from station_desk.casework.browse import MatterFilter, page
from station_desk.casework.context import Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.replies import ReplyEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Issue, Visitor
from station_desk.domain.tracks import TRACKS
from station_desk.errors import UserError
from tests.builders import DAY, MORNING, a_clerk, a_deputy, a_matter, a_unit, a_visit, commits, the

WORDS = ("江会路浸水", "老街停车难，夜里没位置", "路灯不亮", "公园有蚊子", "校门口太挤 Car 2号", "䶮塘排污")


class BusyClerk:
    """Works at one desk. `refused` counts what was not possible; such work wrote nothing."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.chance = desk, Random(seed)
        self.done: Counter[str] = Counter()
        self.refused = 0
        self.units = [a_unit(desk, name) for name in ("市政所", "城管队", "派出所")]
        self.deputies = [a_deputy(desk, name) for name in ("陈伟雄", "林小燕")]
        self.days = 0

    def work(self, times: int) -> BusyClerk:
        acts: list[Callable[[], object]] = [
            *[self.visit] * 3, *[self.step] * 8, *[self.hand_over] * 2, *[self.consult] * 3, *[self.tell] * 2,
            *[self.raise_one] * 2, *[self.reply] * 4, *[self.keep] * 2, self.correct, self.merge,
            self.put_motion, self.number, self.promise, self.supervise, self.undo, self.redo,
            self.rename, self.rename_visitor,
        ]  # fmt: skip
        for _ in range(times):
            act = self.chance.choice(acts)
            self.days += self.chance.randrange(3)
            before = commits(self.desk)
            try:
                act()
            except UserError:
                self.refused += 1
                assert commits(self.desk) == before, act
            else:
                assert commits(self.desk) <= before + 1, act
                self.done[act.__name__] += 1
        return self

    @property
    def day(self) -> date:
        return DAY + timedelta(self.days)

    def any_matter(self, track: str = "", verb: str = "") -> RecordId:
        """Mostly one on which `verb` is possible."""
        rows = page(self.desk, MatterFilter(tracks=(track,) if track else ()), limit=40)
        fit = [r for r in rows if r.stage in getattr(TRACKS[r.track].steps.get(verb), "froms", ())]
        if fit and self.chance.random() < 0.9:
            rows = fit
        if not rows:
            raise UserError("nothing yet")
        return self.chance.choice(rows).id

    def visit(self) -> None:
        text = self.chance.choice(WORDS)
        deputy, unit = self.chance.choice(self.deputies), self.chance.choice(self.units)
        routes: list[intake.Route] = [
            intake.Keep(), intake.Answer("到窗口"), intake.ToProject("适合"),
            intake.Refuse("court", "已诉讼"),
            intake.HandOver((UnitCharge(unit, "lead"),)), intake.Raise((deputy,)),
        ]  # fmt: skip
        matters = [a_matter(text, self.chance.choice(routes)) for _ in range(self.chance.randint(1, 2))]
        who = self.chance.choice(("梁锦萍", "张三", ""))
        began = MORNING + timedelta(self.days)
        a_visit(self.desk, *matters, visitor=who, began=began, deputies=(deputy,))

    def step(self) -> None:
        matter = self.any_matter()
        found = the(self.desk, matter)
        verbs = [s.verb for s in TRACKS[found.row.track].verbs_from(found.row.stage)] or ["note"]
        charge = self.chance.choice([None, *(a.id for a in found.assignments)])
        entry = StepEntry(
            on=self.day,
            text="已核实",
            until=self.day + timedelta(30),
            code=self.chance.choice(("", "satisfied", "phone")),
            assignment=charge,
        )
        handling.take(self.desk, a_clerk(), matter, self.chance.choice(verbs), entry)

    def hand_over(self) -> None:
        picked = self.chance.sample(self.units, self.chance.randint(1, 2))
        roles = self.chance.choice((("lead", "co"), ("separate", "separate"), ("co", "lead")))
        units = [UnitCharge(u, r) for u, r in zip(picked, roles, strict=False)]
        handling.hand_over(self.desk, a_clerk(), self.any_matter(verb="hand_over"), self.day, units)

    def correct(self) -> None:
        text = self.chance.choice(WORDS)
        matter = self.any_matter("issue")
        if self.chance.random() < 0.5:
            issues.correct(
                self.desk, a_clerk(), matter, issues.IssueEntry(title=text, text=text, place="北街")
            )
        elif self.chance.random() < 0.5:
            with self.desk.writing(a_clerk(), "correct_issue") as work:
                work.update(Issue, matter, opened_on=self.day)
        else:
            issues.void(self.desk, a_clerk(), matter, "重复登记")

    def raise_one(self) -> None:
        chosen = {self.any_matter("issue", "raise") for _ in range(2)}
        entry = suggestions.SuggestionEntry(
            title="建议", text=self.chance.choice(WORDS), deputies=tuple(self.deputies), opened_on=self.day
        )
        suggestions.raise_from(self.desk, a_clerk(), sorted(chosen), entry)

    def reply(self) -> None:
        entry = ReplyEntry(dated=self.day, text="已整改", reply_class="A")
        replies.record(self.desk, a_clerk(), self.any_matter(verb="reply"), entry)

    def consult(self) -> None:
        matter = self.any_matter("suggestion", "consult")
        signers = the(self.desk, matter).signers
        verdict = self.chance.choice(("satisfied", "fairly", "dissatisfied"))
        entry = verdicts.ConsultationEntry(returned_on=self.day, result=verdict, opinion="说明不清")
        verdicts.consult(self.desk, a_clerk(), matter, self.chance.choice(signers).id, entry)

    def tell(self) -> None:
        verdict = self.chance.choice(("", "satisfied", "dissatisfied"))
        entry = feedback.FeedbackEntry(told_on=self.day, method="phone", verdict=verdict, reason="没解决")
        feedback.tell(self.desk, a_clerk(), self.any_matter("issue", "tell"), entry)

    def put_motion(self) -> None:
        entry = motions.MotionEntry(
            title="议案", grounds=self.chance.choice(WORDS), plan="制定办法", deputies=tuple(self.deputies),
            opened_on=self.day, session="十六届人大四次会议", group="蓬江代表团",
        )  # fmt: skip
        motions.put(self.desk, a_clerk(), entry)

    def number(self) -> None:
        matter = self.any_matter(self.chance.choice(("suggestion", "motion")), "number")
        found = official.proposed(self.desk, matter, self.day)
        official.give(self.desk, a_clerk(), matter, found.number, "", self.day)

    def promise(self) -> None:
        entry = promises.PromiseEntry("年底前完成", self.day + timedelta(60))
        promises.promise(self.desk, a_clerk(), self.any_matter("suggestion", "promise"), self.day, entry)

    def keep(self) -> None:
        matter = self.any_matter("suggestion", "keep")
        opened = [row.id for row in the(self.desk, matter).promises if row.open]
        judged = promises.Judged(on=self.day, state=self.chance.choice(("kept", "unkept")), proof="现场查看")
        promises.judge(self.desk, a_clerk(), matter, (opened or [matter])[0], judged)

    def supervise(self) -> None:
        entry = honours.SupervisionEntry(
            on=self.day, criterion="public", decided_by="主任会议", led_by="张明"
        )  # fmt: skip
        honours.supervise(self.desk, a_clerk(), self.any_matter("suggestion", "supervise"), entry)

    def merge(self) -> None:
        matter, into = self.any_matter("issue", "merge"), self.any_matter("issue")
        if self.chance.random() < 0.7:
            issues.merge(self.desk, a_clerk(), matter, into, self.day)
        else:
            issues.unmerge(self.desk, a_clerk(), self.any_matter("issue", "unmerge"), self.day, "并非一事")

    def undo(self) -> None:
        history.undo(self.desk, a_clerk())

    def redo(self) -> None:
        history.redo(self.desk, a_clerk())

    def rename(self) -> None:
        deputy = self.chance.choice(self.deputies)
        name = self.chance.choice(("陈伟雄", "陈伟", "林燕"))
        offices.save(self.desk, a_clerk(), Deputy(name=name, level="city"), deputy)

    def rename_visitor(self) -> None:
        visitor = the(self.desk, self.any_matter("issue")).visitor_id
        if visitor is not None:
            offices.save(self.desk, a_clerk(), Visitor(name=self.chance.choice(("张三丰", "梁萍"))), visitor)
