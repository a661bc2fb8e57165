"""What becomes of a made-up matter: acts with their days, in realistic proportions or as wished for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from station_desk.demo import situations as said
from station_desk.demo.situations import Situation


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done. `units` are (key, role) of a hand-over; `source` is the key of another case."""

    verb: str
    on: date
    text: str = ""
    code: str = ""
    until: date | None = None
    units: tuple[tuple[str, str], ...] = ()
    source: int = -1
    method: str = ""

    def filled(self, ask: str, fixed: str) -> Act:
        """With the words of its suggestion put into the reply."""
        return replace(self, text=self.text.format(ask=ask, fixed=fixed.rstrip("。")))


@dataclass(frozen=True, slots=True)
class Life:
    """The route taken at the visit, the acts after it, and the suggestion's own acts if one is raised."""

    route: Act
    acts: tuple[Act, ...] = ()
    suggestion: tuple[Act, ...] | None = None


# How old (days) a matter is to be, and what is to have become of it: so that every stage of both tracks,
# something overdue and something due today are always there to look at.
WISHES: tuple[tuple[int, str], ...] = (
    (330, "first_twin"), (329, "twin"), (310, "petition"), (300, "withdraw"), (290, "reply_written"),
    (280, "redone"), (270, "cannot_tell"), (260, "explained"), (250, "s_redone"), (240, "s_done"),
    (212, "many"), (211, "many"), (210, "s_many"), (209, "s_second"), (208, "s_kept"),
    (207, "s_to_meet"), (206, "s_met"), (205, "s_tracking"), (170, "s_withdrawn"), (150, "s_overdue"),
    (140, "s_unhappy"), (130, "s_replied"), (125, "s_due_today"), (120, "s_replied"), (90, "in_project"),
    (89, "merged"),
    (80, "s_handling"), (60, "overdue"), (48, "overdue_urged"), (42, "unhappy_again"), (41, "due_tomorrow"), (40, "due_today"),
    (39, "overdue_assigned"), (30, "s_assigned"), (29, "s_reassign"), (26, "overdue_tell"),
    (25, "unhappy"), (22, "s_submitted"), (18, "told"), (14, "done"), (12, "s_checked"), (11, "reassign"),
    (10, "extended"), (8, "handling"), (7, "s_draft"), (6, "handling"), (5, "assigned"), (4, "due_soon"),
    (3, "accepted"), (2, "registered"), (1, "accepted"),
)  # fmt: skip


def after(day: date, days: int) -> date:
    """So many days on, moved off the weekend."""
    later = day + timedelta(days)
    return later + timedelta(max(0, 7 - later.weekday()) if later.weekday() > 4 else 0)


def charges(rng: Random, situation: Situation, *, co: float = 0.25) -> tuple[tuple[str, str], ...]:
    """The unit that leads, sometimes with one that helps."""
    if situation.co and rng.random() < co:
        return ((situation.unit, "lead"), (situation.co, "co"))
    return ((situation.unit, "lead"),)


def until_today(acts: list[Act], today: date) -> tuple[Act, ...]:
    """The acts up to today; what comes after the first that lies ahead has not happened."""
    out: list[Act] = []
    for act in acts:
        if act.on > today:
            break
        out.append(act)
    return tuple(out)


# --- the usual run of things ----------------------------------------------------------------------


def usual(
    rng: Random, day: date, today: date, situation: Situation, *, anonymous: bool, may_raise: bool
) -> Life:
    """One matter as chance has it: a quarter answered at once, half handed over, a tenth a suggestion."""
    route = rng.choices(
        ("answer", "hand_over", "keep", "raise", "to_project", "refuse"),
        (25, 47, 10, 11 if may_raise else 0, 2, 5),
    )[0]
    match route:
        case "answer":
            acts = [Act("verdict", day if rng.random() < 0.7 else after(day, 2), code=_verdict(rng, 0.0))]
            return Life(Act("answer", day, rng.choice(said.ANSWERS)), until_today(acts, today))
        case "refuse":
            door, reason = rng.choice(said.REFUSALS)
            return Life(Act("refuse", day, reason, door))
        case "to_project":
            acts = []
            if rng.random() < 0.7:
                acts = [Act("finish", after(day, rng.randrange(60, 150)), situation.fixed)]
                acts += _told(rng, acts[-1].on, anonymous=anonymous)
            return Life(Act("to_project", day, rng.choice(said.PROJECTS)), until_today(acts, today))
        case "raise":
            own = _suggestion(rng, day)
            ended = own[-1].on if own[-1].verb == "consult" and own[-1].code != "dissatisfied" else None
            acts = _told(rng, after(ended, 1), anonymous=anonymous) if ended else []
            return Life(Act("raise", day), until_today(acts, today), until_today(own, today))
        case _:
            first = Act(route, day, units=charges(rng, situation) if route == "hand_over" else ())
            return Life(first, until_today(_handled(rng, day, today, first, situation, anonymous), today))


def _handled(
    rng: Random, day: date, today: date, first: Act, situation: Situation, anonymous: bool
) -> list[Act]:
    acts: list[Act] = []
    start = day
    if first.verb == "keep":
        if rng.random() < 0.15:
            acts.append(Act("finish", after(day, rng.randrange(1, 5)), situation.fixed))
            return acts + _told(rng, acts[-1].on, anonymous=anonymous)
        start = after(day, rng.randrange(1, 5))
        acts.append(Act("hand_over", start, units=charges(rng, situation)))
    sign = after(start, rng.randrange(1, 4))
    if rng.random() < 0.05:
        acts.append(Act("return", sign, rng.choice(said.RETURNS)))
        start = after(sign, rng.randrange(1, 5))
        acts.append(Act("hand_over", start, units=(("street", "lead"),)))
        sign = after(start, 1)
    acts.append(Act("sign", sign))
    if rng.random() < 0.04 and (today - day).days < 75:
        return acts  # nobody answers: it stays, overdue, though no station lets that go on for ever
    days = rng.choices((rng.randrange(3, 10), rng.randrange(10, 19), rng.randrange(24, 40)), (45, 45, 10))[0]
    if days >= 24 and rng.random() < 0.6:
        acts.append(Act("extend", after(start, 13), rng.choice(said.EXTENSIONS), until=after(start, 45)))
    if days > 15 and rng.random() < 0.5:
        acts.append(Act("urge", after(start, 14), rng.choice(said.URGES)))
    finish = max(after(start, days), acts[-1].on)
    acts.append(Act("finish", finish, situation.fixed))
    return acts + _told(rng, finish, anonymous=anonymous)


def _told(rng: Random, finish: date, *, anonymous: bool) -> list[Act]:
    if anonymous:
        return [Act("cannot_tell", after(finish, 1), "来访人没有留下联系方式，无法反馈。")]
    tell = after(finish, rng.choices((rng.randrange(1, 4), rng.randrange(4, 7), 12), (70, 26, 4))[0])
    method = rng.choice(("phone", "phone", "phone", "visit", "station", "message"))
    acts = [Act("tell", tell, rng.choice(said.TOLD), method=method)]
    verdict = tell if rng.random() < 0.75 else after(tell, 2)
    code = _verdict(rng, 0.07)
    acts.append(Act("verdict", verdict, rng.choice(said.UNHAPPY) if code == "dissatisfied" else "", code))
    if code == "dissatisfied":
        redo = after(verdict, 2)
        acts.append(Act("redo", redo, "群众不满意，重新办理。"))
        done = after(redo, rng.randrange(5, 15))
        acts.append(Act("finish", done, rng.choice(said.REDONE)))
        acts.append(Act("tell", after(done, 2), rng.choice(said.TOLD), method="phone"))
        acts.append(Act("verdict", after(done, 2), code=rng.choice(("satisfied", "fairly"))))
    return acts


def _verdict(rng: Random, unhappy: float) -> str:
    if rng.random() < unhappy:
        return "dissatisfied"
    return rng.choices(("very_satisfied", "satisfied", "fairly"), (20, 56, 24))[0]


def _suggestion(rng: Random, day: date) -> list[Act]:
    acts = [Act("check", after(day, rng.randrange(1, 5)))]
    if rng.random() < 0.04:
        acts.append(Act("withdraw", after(acts[-1].on, 2), said.WITHDRAWN[1]))
        return acts
    acts.append(Act("submit", after(acts[-1].on, rng.randrange(0, 3))))
    handed = after(acts[-1].on, rng.randrange(2, 9))
    acts.append(Act("hand_over", handed))
    sign = after(handed, rng.randrange(1, 5))
    if rng.random() < 0.06:
        acts.append(Act("return", sign, rng.choice(said.RETURNS)))
        handed = after(sign, rng.randrange(2, 8))
        acts.append(Act("hand_over", handed, units=(("street", "lead"),)))
        sign = after(handed, 2)
    acts.append(Act("sign", sign))
    if rng.random() < 0.5:
        acts.append(Act("contact", after(sign, rng.randrange(5, 25)), rng.choice(said.CONTACTS)))
    reply = after(handed, rng.choices((rng.randrange(28, 60), rng.randrange(60, 88), 110), (45, 48, 7))[0])
    if (reply - handed).days > 92:
        acts.append(Act("extend", after(handed, 80), said.EXTENSIONS[1], until=after(handed, 150)))
    acts.append(_reply(rng, reply))
    back = after(reply, rng.randrange(3, 14))
    if rng.random() < 0.05:
        acts += _redone(rng, back)
    else:
        code = rng.choices(("satisfied", "fairly"), (84, 16))[0]
        acts.append(Act("consult", back, rng.choice(said.OPINIONS), code))
    return acts


def _reply(rng: Random, on: date) -> Act:
    grade = rng.choices("ABCD", (55, 30, 11, 4))[0]
    text = said.REPLIES[0 if grade == "A" else 1]
    return Act("reply", on, text, grade, method=rng.choice(("meeting", "meeting", "phone", "letter")))


def _redone(rng: Random, back: date) -> list[Act]:
    redo = after(back, 5)
    again = after(redo, rng.randrange(12, 25))
    return [
        Act("consult", back, said.DISPLEASED, "dissatisfied"),
        Act("redo", redo, "代表不满意，重新办理。"),
        Act("reply", again, said.REPLIES[0], "A", method="meeting"),
        Act("consult", after(again, 5), said.OPINIONS[0], "satisfied"),
    ]


# --- as wished for ------------------------------------------------------------------------------------


def wished(wish: str, rng: Random, day: date, today: date, situation: Situation) -> Life | None:
    """The life that a wish of `WISHES` names; None where it leaves the matter to chance."""
    if wish.startswith("s_"):
        return _wished_suggestion(wish, rng, day, today)
    return _wished_issue(wish, rng, day, today, situation)


def _wished_issue(wish: str, rng: Random, day: date, today: date, situation: Situation) -> Life | None:
    handed = Act("hand_over", day, units=charges(rng, situation))
    sign = Act("sign", after(day, 1))
    finish = Act("finish", after(day, 6), situation.fixed)
    tell = Act("tell", after(day, 8), said.TOLD[0], method="phone")
    match wish:
        case "first_twin":
            handed = Act("hand_over", after(day, 4), units=charges(rng, situation))
            finish = Act("finish", after(day, 12), situation.fixed)
            tell = Act("tell", after(day, 13), said.TOLD[0], method="phone")
            verdict = Act("verdict", tell.on, code="satisfied")
            return Life(Act("keep", day), (handed, Act("sign", after(day, 6)), finish, tell, verdict))
        case "many" | "accepted" | "merged":
            return Life(Act("keep", day))
        case "twin":  # handled with the first, and told like it
            told = replace(tell, on=after(day, 15))
            return Life(Act("keep", day), (told, Act("verdict", told.on, code="fairly")))
        case "petition":
            return Life(
                Act("keep", day), (Act("petition", after(day, 1), "属于个人信访事项，已引导到信访部门。"),)
            )
        case "withdraw":
            return Life(handed, (sign, Act("withdraw", after(day, 4), said.WITHDRAWN[0])))
        case "reply_written":
            reply = Act("reply_written", after(day, 9), "来函收悉，" + situation.fixed)
            return Life(handed, (sign, reply, Act("verdict", after(day, 12), code="satisfied")))
        case "redone":
            unhappy = Act("verdict", tell.on, said.UNHAPPY[1], "dissatisfied")
            redo = Act("redo", after(tell.on, 2), "群众不满意，重新办理。")
            again = Act("finish", after(redo.on, 8), said.REDONE[0])
            told = Act("tell", after(again.on, 1), said.TOLD[1], method="visit")
            last = Act("verdict", told.on, code="satisfied")
            return Life(handed, (sign, finish, tell, unhappy, redo, again, told, last))
        case "unhappy_again":
            no = Act("verdict", tell.on, said.UNHAPPY[1], "dissatisfied")
            redo = Act("redo", after(tell.on, 2), "群众不满意，重新办理。")
            again = Act("finish", after(redo.on, 8), said.REDONE[0])
            told = Act("tell", after(again.on, 1), said.TOLD[1], method="visit")
            return Life(handed, (sign, finish, tell, no, redo, again, told, replace(no, on=told.on)))
        case "cannot_tell":
            return Life(handed, (sign, finish, Act("cannot_tell", tell.on, said.REASON_CANNOT)))
        case "explained":
            explain = Act("explain", after(tell.on, 9), "多次联系未取得评价，说明情况后归档。")
            return Life(handed, (sign, finish, tell, explain))
        case "in_project":
            return Life(Act("to_project", day, said.PROJECTS[0]))
        case "overdue":
            return Life(handed, (sign,))
        case "overdue_urged":
            urges = tuple(Act("urge", after(day, n), said.URGES[i]) for i, n in enumerate((20, 27)))
            return Life(handed, (sign, *urges))
        case "due_today" | "due_tomorrow":
            until = today if wish == "due_today" else today + timedelta(1)
            return Life(handed, (sign, Act("extend", after(day, 18), said.EXTENSIONS[0], until=until)))
        case "extended":
            return Life(
                handed, (sign, Act("extend", after(day, 4), said.EXTENSIONS[1], until=after(today, 20)))
            )
        case "overdue_tell":
            return Life(handed, (sign, finish))
        case "unhappy":
            return Life(
                handed, (sign, finish, tell, Act("verdict", tell.on, said.UNHAPPY[0], "dissatisfied"))
            )
        case "told":
            return Life(handed, (sign, finish, tell))
        case "done":
            return Life(handed, (sign, finish))
        case "reassign":
            return Life(handed, (Act("return", after(day, 2), said.RETURNS[0]),))
        case "handling" | "due_soon":
            return Life(handed, (sign,) if sign.on <= today else ())
        case "assigned" | "overdue_assigned":
            return Life(handed)
        case "registered":
            return Life(Act("register", day))
        case _:
            return None


def told_after(rng: Random, concluded: date, today: date) -> tuple[Act, ...]:
    """The visitor is told once the suggestion behind the matter is concluded."""
    return until_today(_told(rng, after(concluded, 12), anonymous=False), today)


def _promised(wish: str, reply: Act, today: date) -> tuple[Act, ...]:
    """A class-B reply with a promise: being tracked, judged, or kept and asked about again."""
    by = after(today, 60) if wish == "s_tracking" else after(reply.on, 45)
    acts = [
        replace(reply, code="B", text=said.REPLIES[1]),
        Act("promise", reply.on, said.PROMISE, until=by),
        Act("consult", after(reply.on, 8), said.OPINIONS[1], "fairly"),
    ]
    if wish != "s_tracking":
        acts.append(Act("keep", min(by, after(today, -9)), said.KEPT, "kept"))
    if wish == "s_kept":
        acts.append(Act("consult", after(acts[-1].on, 5), said.OPINIONS[0], "satisfied"))
    return until_today(acts, today)


def _wished_suggestion(wish: str, rng: Random, day: date, today: date) -> Life:
    check = Act("check", after(day, 2))
    submit = Act("submit", after(day, 3))
    handed = Act("hand_over", after(day, 7))
    sign = Act("sign", after(handed.on, 2))
    contact = Act("contact", after(sign.on, 9), said.CONTACTS[0])
    reply = replace(_reply(rng, after(handed.on, 70)), code="A", text=said.REPLIES[0])
    route = Act("raise", day)
    sent = (check, submit, handed, sign)
    match wish:
        case "s_draft":
            return Life(route, (), ())
        case "s_checked":
            return Life(route, (), (check,))
        case "s_submitted":
            return Life(route, (), (check, submit))
        case "s_assigned":
            return Life(route, (), (check, submit, handed))
        case "s_reassign":
            return Life(
                route, (), (check, submit, handed, Act("return", after(handed.on, 3), said.RETURNS[1]))
            )
        case "s_handling":
            return Life(route, (), (*sent, contact))
        case "s_overdue":
            urge = Act("urge", after(handed.on, 100), said.URGES[1])
            return Life(route, (), (*sent, contact, urge))
        case "s_due_today":
            more = Act("extend", after(handed.on, 85), said.EXTENSIONS[1], until=today)
            return Life(route, (), (*sent, more))
        case "s_replied":
            reply = replace(reply, on=min(after(handed.on, 100), after(today, -4)))
            return Life(route, (), until_today([*sent, contact, reply], today))
        case "s_unhappy":
            no = Act("consult", after(reply.on, 9), said.DISPLEASED, "dissatisfied")
            return Life(route, (), (*sent, reply, no))
        case "s_tracking" | "s_second" | "s_kept":
            return Life(
                route, told_after(rng, reply.on, today), (*sent, contact, *_promised(wish, reply, today))
            )
        case "s_to_meet" | "s_met":
            first = _redone(rng, after(reply.on, 8))
            no = Act("consult", first[-1].on, said.DISPLEASED, "dissatisfied")
            met = Act("meet", after(no.on, 12), said.MET)
            end = (met,) if wish == "s_met" else ()
            told = told_after(rng, met.on, today) if end else ()
            return Life(route, told, until_today([*sent, contact, reply, *first[:-1], no, *end], today))
        case "s_withdrawn":
            return Life(route, (), (check, Act("withdraw", after(day, 5), said.WITHDRAWN[1])))
        case "s_redone":
            again = _redone(rng, after(reply.on, 8))
            told = tuple(_told(rng, after(again[-1].on, 1), anonymous=False))
            return Life(route, until_today(list(told), today), (*sent, contact, reply, *again))
        case _:  # s_done, s_many
            yes = Act("consult", after(reply.on, 8), said.OPINIONS[0], "satisfied")
            told = tuple(_told(rng, after(yes.on, 1), anonymous=False))
            route = Act("keep", day) if wish == "s_many" else route
            opened = (Act("open", after(day, 1)),) if wish == "s_many" else ()
            return Life(route, until_today(list(told), today), (*opened, *sent, contact, reply, yes))
