"""What a deputy may do at their own desk stands at the station; all that is handled comes down to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import (
    conflicts,
    handling,
    honours,
    motions,
    offices,
    promises,
    replies,
    suggestions,
    verdicts,
)
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.honours import HonourEntry, SupervisionEntry
from station_desk.casework.promises import Judged
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Site, Visit
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.exchange.digest import digest
from tests.builders import DAY, a_clerk, a_suggestion, a_unit, an_issue, deliver, log_of, stage, the
from tests.exchange.post import (
    CODE,
    DEPUTY,
    OFFICE,
    TOWN,
    a_deputys_desk,
    a_listed_deputy,
    a_station,
    a_town,
    handed,
    sent,
    taken,
    through,
    unpacked,
)

ANSWERED, JUDGED, BY = date(2026, 6, 2), date(2026, 6, 9), date(2026, 9, 30)


def _odd(desk: Desk, matter: RecordId) -> list[str | None]:
    return [step.step.verb for step in the(desk, matter).steps if step.odd]


def test_each_step_open_to_a_deputy_stands_at_the_station(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    deputy = a_listed_deputy(station)
    unit = a_unit(station)
    suggestion, other = a_suggestion(station, deputy), a_suggestion(station, deputy, title="关于路灯的建议")
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    talked = StepEntry(on=DAY, text="与该所通了电话", code="phone", about=unit)
    handling.take(theirs, DEPUTY, suggestion, "coordinate", talked)
    handling.note(theirs, DEPUTY, suggestion, "现场看过", DAY)
    through(theirs, DEPUTY, other, "withdraw")
    handed(station, theirs)
    through(station, a_clerk(), suggestion, "check")
    handed(station, theirs)
    through(theirs, DEPUTY, suggestion, "submit")
    handed(station, theirs)

    done = [step.step.verb for step in the(station, suggestion).steps]
    assert sorted(str(verb) for verb in done) == ["check", "coordinate", "note", "submit"]
    assert (stage(station, suggestion), stage(station, other)) == ("submitted", "closed")
    assert _odd(station, suggestion) == _odd(station, other) == []
    assert digest(theirs) == digest(station, CODE)


def test_what_is_the_offices_to_do_is_refused_at_the_deputys_desk(tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    station = a_station(tmp_path)
    deputy = a_listed_deputy(station)
    unit = a_unit(station)
    suggestion, issue = a_suggestion(station, deputy), an_issue(station)
    with station.writing(a_clerk(), "correct_visit") as work:
        visit = work.connection.exec_driver_sql("SELECT id FROM visit").scalar()
        work.update(Visit, RecordId(bytes(visit or b"")), deputies=(deputy,))
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    with pytest.raises(UserError, match="not for you as Deputy"):
        through(theirs, DEPUTY, suggestion, "check")
    with pytest.raises(UserError, match="not for you as Deputy"):
        handling.take(theirs, DEPUTY, issue, "refuse", StepEntry(on=DAY, text="不属职权", code="petition"))
    through(station, a_clerk(), suggestion, "check", "submit")
    handed(station, theirs)
    with pytest.raises(UserError, match="is for the congress office"):
        handling.hand_over(theirs, DEPUTY, suggestion, DAY, [UnitCharge(unit, "lead")])
    handed(station, theirs)
    assert digest(theirs) == digest(station, CODE)


def test_promises_supervision_and_honours_come_down_and_a_nomination_goes_up(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    deputy = a_listed_deputy(station)
    suggestion = a_suggestion(station, deputy)
    through(station, a_clerk(), suggestion, "check", "submit")
    taken(town, sent(station, TOWN))
    decided = SupervisionEntry(on=DAY, criterion="public", decided_by="主任会议", led_by="何健生")
    honours.supervise(town, OFFICE, suggestion, decided)
    handling.hand_over(town, OFFICE, suggestion, DAY, [UnitCharge(a_unit(town), "lead")])
    kept_by = PromiseEntry("九月底前完成江会路管网改造", BY)
    entry = ReplyEntry(dated=ANSWERED, text="已列入计划。", reply_class="B", promises=(kept_by,))
    replies.record(town, OFFICE, suggestion, entry)
    taken(station, sent(town, "HC"))
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    found = the(theirs, suggestion)
    assert found.supervision is not None
    assert found.supervision.led_by == "何健生"
    assert [row.promise.what for row in found.promises] == ["九月底前完成江会路管网改造"]

    satisfied = ConsultationEntry(returned_on=JUDGED, result="satisfied", attitude="satisfied")
    verdicts.consult(theirs, DEPUTY, suggestion, found.signers[0].id, satisfied)
    handed(station, theirs)
    verdicts.conclude(station, a_clerk(), suggestion, JUDGED, "")
    taken(town, sent(station, TOWN))
    assert stage(town, suggestion) == "tracking"
    promised = the(town, suggestion).promises[0].id
    promises.judge(town, OFFICE, suggestion, promised, Judged(on=BY, state="kept", proof="现场查看已完工"))
    taken(station, sent(town, "HC"))
    handed(station, theirs)
    assert stage(theirs, suggestion) == "second"
    assert [row.promise.state for row in the(theirs, suggestion).promises] == ["kept"]

    honours.nominate(theirs, DEPUTY, suggestion, HonourEntry(on=BY, kind="idea", reason="群众普遍叫好"))
    handed(station, theirs)
    taken(town, sent(station, TOWN))
    (honour, nominated, _), *_ = the(town, suggestion).honours
    assert nominated.reason == "群众普遍叫好"
    honours.choose(town, OFFICE, suggestion, honour, BY, "区人大常委会")
    taken(station, sent(town, "HC"))
    handed(station, theirs)
    assert the(theirs, suggestion).honours[0][1].chosen_by == "区人大常委会"
    assert [_odd(desk, suggestion) for desk in (theirs, station, town)] == [[], [], []]
    assert digest(theirs) == digest(station, CODE) == digest(station) == digest(town, "HC")
    assert theirs.check() == station.check() == town.check() == []


def test_a_motion_is_sent_to_who_signs_it_and_to_no_other_deputy(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    deputy, other = a_listed_deputy(station), a_listed_deputy(station, "林小燕", "HC-D2")
    title = "关于制定内涝治理办法的议案"
    entry = motions.MotionEntry(
        title=title, grounds="连年内涝。", plan="制定办法。", deputies=(deputy,), opened_on=DAY
    )
    motion = motions.put(station, a_clerk(), entry).id
    theirs, apart = a_deputys_desk(tmp_path, CODE), a_deputys_desk(tmp_path, "HC-D2", "林小燕")
    handed(station, theirs)
    path = sent(station, "HC-D2")
    assert "内涝" not in unpacked(path).decode()
    taken(apart, path)
    taken(station, sent(apart, "HC"))
    assert "制定办法。" in str(the(theirs, motion).record)

    suggestions.countersign(station, a_clerk(), motion, other, DAY)
    handed(station, apart)
    assert the(apart, motion).row.title == title
    handed(station, theirs)
    assert digest(apart) == digest(station, "HC-D2") == digest(theirs) == digest(station, CODE)


def test_a_deputy_whose_desk_stands_under_the_town_has_what_was_done_at_its_stations(tmp_path: Path) -> None:
    town, station, other = a_town(tmp_path), a_station(tmp_path), a_station(tmp_path, "XH")
    deputy, _ = offices.save(town, OFFICE, Deputy(name="陈伟雄", level="town"))
    for desk in (station, other):
        taken(town, sent(desk, TOWN))
        taken(desk, sent(town, desk.identity.site))
    suggestion = a_suggestion(station, deputy)
    an_issue(other, "富华小区垃圾堆放无人清运")
    for desk in (station, other):
        taken(town, sent(desk, TOWN))
    offices.add_deputy_desk(town, OFFICE, deputy, CODE)
    theirs = a_deputys_desk(tmp_path, CODE, parent=TOWN)
    path = sent(town, CODE)
    taken(theirs, path)
    assert the(theirs, suggestion).row.title == "关于整治江会路内涝的建议"
    assert "富华" not in unpacked(path).decode()
    handling.note(theirs, DEPUTY, suggestion, "现场看过", DAY)
    taken(town, sent(theirs, TOWN))
    handling.note(station, a_clerk(), suggestion, "已补充照片", DAY)
    taken(station, sent(town, "HC"))
    taken(town, sent(station, TOWN))
    taken(theirs, sent(town, CODE))
    notes = {step.step.text for step in the(station, suggestion).steps}
    assert notes == {"现场看过", "已补充照片"}
    assert digest(theirs) == digest(town, CODE)
    assert digest(station) == digest(town, "HC")
    assert theirs.check() == town.check() == station.check() == []


# ---- a program that was altered -------------------------------------------------------------------------


def _forced(desk: Desk, role: Role, matter: RecordId, verb: str) -> None:
    """A step that a program takes which asks nobody whether it may."""
    with desk.writing(Actor("陈伟雄", role), verb) as work:
        work.step(matter, verb, DAY, text="核对")


@pytest.mark.parametrize("role", [Role.CLERK, Role.HEAD, Role.OFFICE, Role.COUNTY])
def test_whoever_writes_at_a_deputys_desk_is_a_deputy_whatever_they_call_themselves(
    tmp_path: Path, role: Role
) -> None:
    i18n.set_language(i18n.ENGLISH)
    station, town = a_station(tmp_path), a_town(tmp_path)
    suggestion = a_suggestion(station, a_listed_deputy(station))
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    with pytest.raises(UserError, match="not for you"):
        handling.take(theirs, Actor("陈伟雄", role), suggestion, "check", StepEntry(on=DAY, text="核对"))
    _forced(theirs, role, suggestion, "check")
    handed(station, theirs)
    taken(town, sent(station, TOWN))

    for desk in (theirs, station, town):
        assert (stage(desk, suggestion), _odd(desk, suggestion)) == ("draft", ["check"])
        assert desk.check() == []
    assert digest(theirs) == digest(station, CODE)
    (asked,) = conflicts.about(station, suggestion)
    assert asked.kind == "step"
    through(station, a_clerk(), suggestion, "check")
    assert stage(station, suggestion) == "checked"


def test_a_deputys_desk_that_founds_itself_as_a_station_is_what_its_station_gave_it(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    suggestion = a_suggestion(station, a_listed_deputy(station))
    path = tmp_path / "D.desk"
    theirs = Desk.create(path, site=CODE, name="陈伟雄", role=SiteRole.STATION, parent="HC")
    handed(station, theirs)
    _forced(theirs, Role.CLERK, suggestion, "check")
    handed(station, theirs)

    for desk in (theirs, station):
        assert (stage(desk, suggestion), _odd(desk, suggestion)) == ("draft", ["check"])


def test_nobody_makes_a_station_a_deputys_desk_by_writing_it_into_the_lists(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    suggestion = a_suggestion(station, a_listed_deputy(station))
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    with theirs.writing(DEPUTY, "save_site") as work:
        work.add(Site(code="HC", name="会城站", role=SiteRole.DEPUTY.value, parent=CODE))
    handed(station, theirs)
    through(station, a_clerk(), suggestion, "check")
    handed(station, theirs)

    assert stage(station, suggestion) == stage(theirs, suggestion) == "checked"


def test_it_does_not_matter_when_a_desk_hears_that_it_is_a_deputys(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    suggestion = a_suggestion(station, a_listed_deputy(station))
    path = tmp_path / "D.desk"
    theirs = Desk.create(path, site=CODE, name="陈伟雄", role=SiteRole.STATION, parent="HC")
    handed(station, theirs)
    _forced(theirs, Role.CLERK, suggestion, "check")
    handed(station, theirs)
    logs = log_of(station)
    (gave,) = [one for one in logs if one[1].verb == "add_deputy_desk"]
    late, straight = a_town(tmp_path, "late.desk"), a_town(tmp_path, "straight.desk")
    deliver(straight, logs)
    deliver(late, [one for one in logs if one is not gave])
    assert stage(late, suggestion) == "checked", "what a desk of that name may do is not known yet"
    deliver(late, [gave])

    for desk in (late, straight):
        assert (stage(desk, suggestion), _odd(desk, suggestion)) == ("draft", ["check"])
    with station.writing(a_clerk(), "save_site") as work:
        listed = work.connection.exec_driver_sql("SELECT id FROM site WHERE role = 'deputy'").scalar()
        work.void(Site, RecordId(bytes(listed or b"")), "误登")
    deliver(late, log_of(station))
    assert stage(late, suggestion) == stage(station, suggestion) == "checked", "it was no deputy's after all"
    assert late.check() == station.check() == []
