"""A deputy's desk: sent their own matters and nothing else, and what they do comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import attachments, browse, handling, offices, replies, suggestions, verdicts
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import UnitCharge
from station_desk.casework.replies import ReplyEntry
from station_desk.casework.suggestions import SuggestionEntry
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Answer, Deputy, Link, Person, Signer, Site, Suggestion, Visit
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.exchange import scope, stream
from station_desk.exchange.digest import digest
from tests.builders import DAY, a_clerk, a_matter, a_suggestion, a_unit, a_visit, an_issue, stage, the
from tests.exchange.post import (
    CODE,
    COUNTY,
    DEPUTY,
    OFFICE,
    TOWN,
    a_county,
    a_deputys_desk,
    a_listed_deputy,
    a_station,
    a_town,
    content_of,
    enrolled,
    handed,
    lines,
    marks,
    sent,
    taken,
    through,
    titles,
    unpacked,
)

ANSWERED = date(2026, 6, 2)


@pytest.fixture
def station(tmp_path: Path) -> Desk:
    return a_station(tmp_path)


def answered(desk: Desk, actor: Actor, suggestion: RecordId) -> None:
    """Handed over to one unit, and replied to."""
    unit = a_unit(desk)
    handling.hand_over(desk, actor, suggestion, DAY, [UnitCharge(unit, "lead")])
    entry = ReplyEntry(dated=ANSWERED, text="管网改造已列入年度计划。", reply_class="A")
    replies.record(desk, actor, suggestion, entry)


# --- the way there and back -----------------------------------------------------------------------------


def test_a_deputy_reads_signs_and_judges_at_their_own_desk_and_it_comes_back(
    tmp_path: Path, station: Desk
) -> None:
    deputy = a_listed_deputy(station)
    other, _ = offices.save(station, a_clerk(), Deputy(name="林小燕", level="town"))
    saved = a_visit(station, deputies=(deputy,))
    issue = saved.matters[0][0]
    suggestion = a_suggestion(station, other, deputy, issues=(issue,))
    theirs = a_deputys_desk(tmp_path, CODE)
    taken(theirs, sent(station, CODE))

    assert titles(theirs) == titles(station)
    assert the(theirs, issue).visitor is None
    assert the(theirs, issue).visit is not None
    suggestions.countersign(theirs, DEPUTY, suggestion, None, DAY)
    handling.note(theirs, DEPUTY, suggestion, "现场看过，雨后积水约半米", DAY)
    taken(station, sent(theirs, "HC"))

    found = the(station, suggestion)
    assert {row.name: row.signer.signed_on for row in found.signers} == {"林小燕": DAY, "陈伟雄": DAY}
    notes = [step.step.text for step in found.steps if step.step.verb == "note"]
    assert notes == ["现场看过，雨后积水约半米"]
    assert not any(step.odd for step in found.steps)
    through(station, a_clerk(), suggestion, "check", "submit")
    with station.reading() as connection:
        office = connection.exec_driver_sql("SELECT office FROM matter WHERE id = ?", (suggestion,)).scalar()
    assert office == TOWN
    town = a_town(tmp_path)
    taken(town, sent(station, TOWN))
    answered(town, OFFICE, suggestion)
    taken(station, sent(town, "HC"))
    taken(theirs, sent(station, CODE))

    mine = next(row for row in the(theirs, suggestion).signers if row.name == "陈伟雄")
    entry = ConsultationEntry(returned_on=ANSWERED, result="satisfied", attitude="satisfied")
    verdicts.consult(theirs, DEPUTY, suggestion, mine.id, entry)
    taken(station, sent(theirs, "HC"))
    taken(town, sent(station, TOWN))
    judged = [c.result for row in the(town, suggestion).signers for _, c in row.verdicts]
    assert judged == ["satisfied"]
    assert stage(town, suggestion) == "replied"  # the other has yet to judge
    handed(station, theirs)
    assert digest(theirs) == digest(station, CODE) == digest(station) == digest(town)
    assert theirs.check() == station.check() == town.check() == []


def test_the_only_signers_verdict_at_their_own_desk_leaves_the_conclusion_to_the_office(
    tmp_path: Path, station: Desk
) -> None:
    deputy = a_listed_deputy(station)
    town = a_town(tmp_path)
    issue = an_issue(station)
    suggestion = a_suggestion(station, deputy, issues=(issue,))
    through(station, a_clerk(), suggestion, "check", "submit")
    taken(town, sent(station, TOWN))
    answered(town, OFFICE, suggestion)
    taken(station, sent(town, "HC"))
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    (mine,) = the(theirs, suggestion).signers
    entry = ConsultationEntry(returned_on=ANSWERED, result="satisfied", attitude="satisfied")
    verdicts.consult(theirs, DEPUTY, suggestion, mine.id, entry)
    assert not any(step.odd for step in the(theirs, suggestion).steps)
    handed(station, theirs)

    assert not any(step.odd for record in (suggestion, issue) for step in the(station, record).steps)
    verdicts.conclude(station, a_clerk(), suggestion, ANSWERED, "")
    handed(station, theirs)
    assert (stage(theirs, suggestion), stage(station, suggestion)) == ("done", "done")
    assert digest(theirs) == digest(station, CODE)


def test_a_suggestion_raised_at_the_deputys_own_desk_goes_up_and_its_handling_comes_down(
    tmp_path: Path, station: Desk
) -> None:
    town = a_town(tmp_path)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    deputy = a_listed_deputy(station)
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    entry = SuggestionEntry(
        title="关于增设过街天桥的建议", text="建议在江会路增设天桥。", deputies=(deputy,), opened_on=DAY
    )
    suggestion = suggestions.raise_from(theirs, DEPUTY, (), entry).id
    assert the(theirs, suggestion).row.office == TOWN
    taken(station, sent(theirs, "HC"))
    through(station, a_clerk(), suggestion, "check")
    handed(station, theirs)
    through(theirs, DEPUTY, suggestion, "submit")
    taken(station, sent(theirs, "HC"))
    taken(town, sent(station, TOWN))
    answered(town, OFFICE, suggestion)
    taken(station, sent(town, "HC"))
    handed(station, theirs)

    assert stage(theirs, suggestion) == "replied"
    assert [reply.text for _, reply, _ in the(theirs, suggestion).replies] == ["管网改造已列入年度计划。"]
    assert digest(station) == digest(town) == digest(town, "HC")
    assert digest(theirs) == digest(station, CODE)


def test_a_deputys_word_on_what_the_office_decides_is_a_proposal(tmp_path: Path, station: Desk) -> None:
    deputy = a_listed_deputy(station)
    suggestion = a_suggestion(station, deputy)
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    with theirs.writing(DEPUTY, "revise_suggestion") as work:
        work.update(Suggestion, suggestion, official_number="2026闭-001", place="江会路北段")
    handed(station, theirs)

    assert the(station, suggestion).record.official_number is None
    assert the(station, suggestion).record.place == "江会路北段"
    assert [(field, kind) for _, field, kind, _ in marks(station)] == [("official_number", "proposal")]
    assert marks(station) == marks(theirs)


def test_an_undo_at_the_deputys_desk_reaches_the_station(tmp_path: Path, station: Desk) -> None:
    deputy = a_listed_deputy(station)
    suggestion = a_suggestion(station, deputy)
    through(station, a_clerk(), suggestion, "check")
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    through(theirs, DEPUTY, suggestion, "withdraw")
    handed(station, theirs)
    assert stage(station, suggestion) == stage(theirs, suggestion) == "closed"


# --- nothing else ---------------------------------------------------------------------------------------


def test_nothing_of_others_is_in_the_deputys_file_or_package(tmp_path: Path, station: Desk) -> None:
    deputy = a_listed_deputy(station)
    other, _ = offices.save(station, a_clerk(), Deputy(name="林小燕", level="town"))
    mine = a_visit(station, visitor="欧阳锦萍", phone="13812344620", deputies=(deputy,))
    foreign = a_visit(station, a_matter("富华小区垃圾堆放无人清运"), visitor="司徒明亮", deputies=(other,))
    both = a_visit(station, a_matter("老街停车难夜里没位置"), visitor="上官素云")
    theirs_not = a_suggestion(
        station, other, issues=(foreign.matters[0][0],), title="关于规范垃圾清运的建议"
    )  # fmt: skip
    handling.note(station, a_clerk(), foreign.matters[0][0], "物业公司答应周五清运", DAY)
    paper = tmp_path / "物业合同.txt"
    paper.write_text("富华小区物业服务合同", encoding="utf-8")
    attachments.add(station, a_clerk(), foreign.matters[0][0], paper)
    with station.reading() as connection:
        kept_file = connection.exec_driver_sql("SELECT id FROM attachment").scalar()
    attachments.remove(station, a_clerk(), RecordId(bytes(kept_file or b"")), "物业公司要求保密")
    with station.writing(a_clerk(), "tie") as work:
        work.add(Link(kind="same-as", source=mine.matters[0][0], target=both.matters[0][0]))
    offices.save(station, a_clerk(), Person(site="HC", name="甄志勤", role="head"))
    offices.save(station, a_clerk(), Answer(title="社保卡补办", text="请带身份证到镇街便民中心。"))
    path = sent(station, CODE)
    theirs = a_deputys_desk(tmp_path, CODE)
    taken(theirs, path)
    assert titles(theirs) == {the(station, mine.matters[0][0]).row.title}
    assert the(theirs, mine.matters[0][0]).visit is not None
    assert theirs.check() == []
    with theirs.reading() as connection:
        kept = [row[0] for row in connection.exec_driver_sql("SELECT title FROM answer")]
        for name in ("link", "visitor", "person"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() == 0, name
    assert kept == ["社保卡补办"]
    assert digest(theirs) == digest(station, CODE) != digest(station)

    there = unpacked(path) + content_of(theirs)
    assert "江会路南段".encode() in there
    words = ("欧阳", "13812344620", "司徒", "上官", "富华", "垃圾", "物业", "停车", "甄志勤")
    assert [word for word in words if word.encode() in there] == []
    records = (foreign.matters[0][0], both.matters[0][0], theirs_not)
    assert [r for r in records if r.hex().encode() in there or bytes(r) in there] == []


def test_who_works_at_the_station_does_not_go_up_either(tmp_path: Path, station: Desk) -> None:
    offices.save(station, a_clerk(), Person(site="HC", name="甄志勤", role="head"))
    path = sent(station, TOWN)
    town = a_town(tmp_path)
    taken(town, path)
    assert "甄志勤".encode() not in unpacked(path) + content_of(town)


def test_two_deputies_of_one_station_are_sent_each_their_own(tmp_path: Path, station: Desk) -> None:
    first, second = a_listed_deputy(station), a_listed_deputy(station, "林小燕", "HC-D2")
    shared = a_suggestion(station, first, second, title="关于共同事项的建议")
    one = a_suggestion(station, first, title="关于甲事的建议")
    two = a_suggestion(station, second, title="关于乙事的建议")
    desks = {code: a_deputys_desk(tmp_path, code) for code in (CODE, "HC-D2")}
    for desk in desks.values():
        handed(station, desk)
    rows = {code: {row.id for row in browse.page(d, browse.MatterFilter())} for code, d in desks.items()}
    assert rows == {CODE: {shared, one}, "HC-D2": {shared, two}}
    for code, desk in desks.items():
        assert digest(desk) == digest(station, code)


def test_a_deputy_opens_nothing_by_what_their_own_desk_writes(tmp_path: Path, station: Desk) -> None:
    """As one would who learned another matter's id: signs it, ties it, calls its deputy or visit theirs."""
    deputy = a_listed_deputy(station)
    other = a_listed_deputy(station, "林小燕", "HC-D2")
    own = a_suggestion(station, deputy, title="关于自己事项的建议")
    foreign = a_visit(station, a_matter("富华小区垃圾堆放无人清运"), deputies=(other,))
    issue = foreign.matters[0][0]
    suggestion = a_suggestion(station, other, title="关于富华小区的建议")
    with station.reading() as connection:
        visit = RecordId(
            connection.exec_driver_sql("SELECT visit FROM issue WHERE id = ?", (issue,)).scalar() or b""
        )
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    with theirs.writing(DEPUTY, "odd") as work:
        work.add(Signer(matter=suggestion, deputy=deputy, role="joint", rank=5))
        work.add(Link(kind="raised-from", source=own, target=issue))
        work.update(Visit, visit, deputies=(deputy, other))
        work.update(Deputy, other, desk=CODE)
        work.add(Site(code="HC-D2", name="冒名", role="deputy", parent=CODE))
    taken(station, sent(theirs, "HC"))
    assert titles(station) > {"关于自己事项的建议"}
    said = unpacked(sent(station, CODE)).decode()
    assert "富华" not in said
    assert issue.hex() not in said


# --- three levels ---------------------------------------------------------------------------------------


def test_a_deputy_whose_desk_was_taken_away_does_not_write_it_back(tmp_path: Path, station: Desk) -> None:
    deputy = a_listed_deputy(station)
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    offices.add_deputy_desk(station, a_clerk(), deputy, "HC-D9")
    a_suggestion(station, deputy, title="以后的建议")
    handed(station, theirs)
    with theirs.writing(DEPUTY, "test") as work:
        work.update(Deputy, deputy, desk=CODE)
    handed(station, theirs)
    assert titles(theirs) == set()
    with station.reading() as connection:
        assert connection.exec_driver_sql("SELECT desk FROM deputy").scalar() == CODE  # it is in the list

    # The station, which sees what was written there, replaces it: that is its word as before.
    offices.add_deputy_desk(station, a_clerk(), deputy, "HC-D9")
    assert station_shows(station, "HC-D9") == 1
    offices.add_deputy_desk(station, a_clerk(), deputy, CODE)
    handed(station, theirs)
    assert titles(theirs) == {"以后的建议"}


def test_another_deputy_does_not_take_ones_desk_away(tmp_path: Path, station: Desk) -> None:
    deputy, other = a_listed_deputy(station), a_listed_deputy(station, "林小燕", "HC-D2")
    one, two = a_deputys_desk(tmp_path, CODE), a_deputys_desk(tmp_path, "HC-D2", "林小燕")
    handed(station, one)
    handed(station, two)
    with two.writing(Actor("林小燕", Role.DEPUTY), "test") as work:
        work.update(Deputy, deputy, desk="HC-D7")
    handed(station, two)
    a_suggestion(station, deputy, title="陈伟雄的建议")
    a_suggestion(station, other, title="林小燕的建议")
    handed(station, one)
    handed(station, two)
    assert (titles(one), titles(two)) == ({"陈伟雄的建议"}, {"林小燕的建议"})


def station_shows(desk: Desk, code: str) -> int:
    """How many matters a deputy's desk of that code may be sent."""
    with desk.reading() as connection:
        return len(scope.scope_for(connection, desk.identity, code).matters)


def test_a_county_hands_over_a_county_deputys_suggestion_and_all_below_see_it(tmp_path: Path) -> None:
    county, town, station = a_county(tmp_path), a_town(tmp_path, parent=COUNTY), a_station(tmp_path)
    staff = Actor("区人大代表工委", Role.COUNTY)

    def down() -> None:
        taken(town, sent(county, TOWN))
        taken(station, sent(town, "HC"))

    def up() -> None:
        taken(town, sent(station, TOWN))
        taken(county, sent(town, COUNTY))

    up()
    down()
    deputy = a_listed_deputy(station, level="county")
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    issue = a_visit(station, deputies=(deputy,)).matters[0][0]
    suggestion = a_suggestion(station, deputy, issues=(issue,))
    assert the(station, suggestion).row.office == COUNTY
    through(station, a_clerk(), suggestion, "check", "submit")
    up()
    i18n.set_language(i18n.ENGLISH)
    with pytest.raises(UserError, match="congress office"):
        handling.hand_over(town, OFFICE, suggestion, DAY, [UnitCharge(a_unit(town), "lead")])
    answered(county, staff, suggestion)
    down()
    handed(station, theirs)
    for desk in (county, town, station, theirs):
        assert stage(desk, suggestion) == "replied"
        assert the(desk, suggestion).replies[0][1].text == "管网改造已列入年度计划。"
        assert [a.unit for a in the(desk, suggestion).assignments] == ["区市政管理所"]
    (mine,) = the(theirs, suggestion).signers
    entry = ConsultationEntry(returned_on=ANSWERED, result="dissatisfied", opinion="没有说明工期")
    verdicts.consult(theirs, DEPUTY, suggestion, mine.id, entry)
    taken(station, sent(theirs, "HC"))
    up()
    assert stage(county, suggestion) == "unhappy"
    down()
    assert digest(station) == digest(town, "HC") == digest(county, "HC") == digest(county, TOWN)
    assert digest(theirs) == digest(station, CODE)
    for desk in (county, town, station, theirs):
        assert desk.check() == []
        with desk.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM visitor").scalar() == (desk is station)


# --- giving a deputy their desk -------------------------------------------------------------------------


def test_a_clerk_gives_a_deputy_their_desk_and_the_board_shows_it(tmp_path: Path, station: Desk) -> None:
    i18n.set_language(i18n.ENGLISH)
    with pytest.raises(UserError, match="No site with the code HC-D1"):
        sent(station, CODE)
    deputy = a_listed_deputy(station)
    assert {peer.site: peer.role for peer in stream.peers(station)} == {TOWN: "", CODE: "deputy"}
    theirs = a_deputys_desk(tmp_path, CODE)
    enrolled(theirs, station)
    taken(theirs, sent(station, CODE))
    taken(station, sent(theirs, "HC"))
    (peer,) = [peer for peer in stream.peers(station) if peer.site == CODE]
    assert (peer.name, peer.sent, peer.received, peer.role) == ("陈伟雄", 1, 1, "deputy")
    # Named again, nothing changes.
    offices.add_deputy_desk(station, a_clerk(), deputy, CODE)
    assert lines(sent(station, CODE)) == []


def test_a_desks_code_is_refused_where_it_is_no_code_or_is_another_s(tmp_path: Path, station: Desk) -> None:
    i18n.set_language(i18n.ENGLISH)
    a_listed_deputy(station)
    other, _ = offices.save(station, a_clerk(), Deputy(name="林小燕", level="town"))
    for code in ("", "  ", "../x", "a b", "x" * 21, "-D1"):
        with pytest.raises(UserError, match="1 to 20 letters"):
            offices.add_deputy_desk(station, a_clerk(), other, code)
    for code in (CODE, "HC"):
        with pytest.raises(UserError, match="taken already"):
            offices.add_deputy_desk(station, a_clerk(), other, code)
    offices.save(station, a_clerk(), Site(code="XH", name="XH站", role=SiteRole.STATION.value, parent=TOWN))
    with pytest.raises(UserError, match="XH站"):
        offices.add_deputy_desk(station, a_clerk(), other, "XH")
    with pytest.raises(UserError, match="Only the staff"):
        offices.add_deputy_desk(station, DEPUTY, other, "HC-D9")
    offices.remove(station, a_clerk(), Deputy, other, "届满")
    with pytest.raises(UserError, match="no longer on the list"):
        offices.add_deputy_desk(station, a_clerk(), other, "HC-D9")


def test_a_deputy_whose_desk_came_first_is_known_by_its_own_word(tmp_path: Path, station: Desk) -> None:
    theirs = a_deputys_desk(tmp_path, CODE)
    taken(station, sent(theirs, "HC"))
    deputy, _ = offices.save(station, a_clerk(), Deputy(name="陈伟雄", level="town"))
    issue = a_visit(station, deputies=(deputy,)).matters[0][0]
    assert issue.hex().encode() not in unpacked(sent(station, CODE))
    offices.add_deputy_desk(station, a_clerk(), deputy, CODE)
    taken(theirs, sent(station, CODE))
    assert the(theirs, issue).row.title == the(station, issue).row.title
