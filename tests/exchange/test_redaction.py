"""What is erased for good is gone everywhere, whatever comes first, and nobody else can have it erased."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import attachments, browse, drafts, handling, history, issues
from station_desk.casework.context import Actor, Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue, Redaction
from station_desk.domain.vocabulary import Role
from station_desk.errors import UserError
from station_desk.exchange import inbox, redaction
from station_desk.exchange.digest import digest
from station_desk.store.files import Files, path_beside
from tests.builders import DAY, a_clerk, a_matter, a_unit, a_visit, an_issue
from tests.exchange.post import (
    COUNTY,
    OFFICE,
    TOWN,
    Wild,
    a_county,
    a_station,
    a_town,
    anyone,
    content_of,
    enrolled,
    key_of,
    lines,
    repacked,
    rewritten,
    sent,
    taken,
    titles,
)

SECRET = "江会路欧阳锦萍家中积水一事"
HEAD = Actor("林站长", Role.HEAD)
WHY = "含个人隐私"


class Trio:
    """A county, its town and a station, which know each other, and one issue that all of them have."""

    def __init__(self, folder: Path) -> None:
        i18n.set_language(i18n.ENGLISH)
        self.folder = folder
        self.station = a_station(folder)
        self.town, self.county = a_town(folder, parent=COUNTY), a_county(folder)
        enrolled(self.station, self.town)
        enrolled(self.town, self.county)
        self.round()
        visit = a_visit(self.station, a_matter(SECRET), a_matter("路灯不亮"))
        self.issue, self.other = (record for record, _ in visit.matters)
        handling.note(self.station, a_clerk(), self.issue, f"已到{SECRET}", DAY)
        self.round()
        handling.note(self.town, OFFICE, self.issue, f"请核实{SECRET}", DAY)
        self.round()

    def round(self) -> None:
        """Files both ways until all have everything."""
        for _ in range(2):
            taken(self.town, sent(self.station, TOWN))
            taken(self.county, sent(self.town, COUNTY))
            taken(self.town, sent(self.county, TOWN))
            taken(self.station, sent(self.town, "HC"))

    def all(self) -> tuple[Desk, Desk, Desk]:
        return self.station, self.town, self.county

    def even(self) -> bool:
        return digest(self.town, "HC") == digest(self.station) and digest(self.county) == digest(self.town)


@pytest.fixture
def trio(tmp_path: Path) -> Trio:
    return Trio(tmp_path)


def bodies(desk: Desk, text: str = SECRET) -> int:
    """Changes that a desk's log holds which say this."""
    with desk.reading() as connection:
        sql = "SELECT count(*) FROM chg WHERE instr(CAST(body AS TEXT), ?) > 0"
        return int(connection.exec_driver_sql(sql, (text,)).scalar() or 0)


def names(desk: Desk) -> list[str]:
    with desk.reading() as connection:
        return [str(row[0]) for row in connection.exec_driver_sql("SELECT name FROM visitor ORDER BY 1")]


def is_gone(desk: Desk) -> bool:
    return not bodies(desk) and SECRET not in titles(desk) and not browse.hits(desk, "锦萍家中")


def test_what_somebody_began_to_type_about_it_is_forgotten_wherever_the_word_for_it_comes(
    trio: Trio,
) -> None:
    for desk in trio.all():
        drafts.save(desk, f"{trio.issue.hex()}:hand_over", f"关于{SECRET}，请…")
        drafts.save(desk, f"{trio.other.hex()}:note", "灯杆编号")
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    trio.round()

    for desk in trio.all():
        assert [draft.payload for draft in drafts.all(desk)] == ["灯杆编号"]
        desk.close()
        beside = sorted(desk.path.parent.glob(f"{desk.drafts.path.name}*"))
        assert beside
        assert SECRET.encode() not in b"".join(path.read_bytes() for path in beside)


def test_the_maker_erases_it_everywhere_and_nothing_of_it_is_left(trio: Trio) -> None:
    assert all(bodies(desk) for desk in trio.all())
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    assert is_gone(trio.station)
    assert trio.station.check() == []
    trio.round()
    assert all(is_gone(desk) for desk in trio.all())
    assert all(desk.check() == [] for desk in trio.all())
    assert trio.even()
    assert all(titles(desk) == {"路灯不亮"} for desk in trio.all())
    for desk in trio.all():
        before = digest(desk)
        desk.reproject()
        assert digest(desk) == before
    assert all(SECRET.encode() not in content_of(desk) for desk in trio.all())


def test_the_office_above_erases_it_and_the_station_is_told(trio: Trio) -> None:
    redaction.redact(trio.town, OFFICE, trio.issue, WHY)
    assert is_gone(trio.town)
    result = taken(trio.station, sent(trio.town, "HC"))
    assert any("erased for good" in text for text in result.said)
    trio.round()
    assert all(is_gone(desk) for desk in trio.all())
    assert all(desk.check() == [] for desk in trio.all())
    assert trio.even()


def test_two_levels_above_is_not_the_office_above(trio: Trio) -> None:
    staff = Actor("区人大", Role.COUNTY)
    with pytest.raises(UserError, match="HC entered this record"):
        redaction.redact(trio.county, staff, trio.issue, WHY)
    assert not redaction.may(trio.county, staff, trio.issue)


def test_a_strangers_word_erases_nothing(trio: Trio) -> None:
    for desk, record in ((trio.county, trio.issue), (trio.station, step_of(trio.town, "请核实"))):
        with desk.writing(HEAD, "redact") as work:
            work.add(Redaction(record=record.hex(), reason=WHY, on=DAY))
            work.flush()
            assert redaction.hear(work.connection, desk) == redaction.Redacted()
    trio.round()
    assert all(bodies(desk) for desk in trio.all())
    assert trio.even()


@pytest.mark.parametrize("record", ["7", "x" * 32, "ab " * 10 + "cd", "事" * 32])
def test_nonsense_erases_nothing(trio: Trio, record: str) -> None:
    with trio.station.writing(HEAD, "redact") as work:
        work.add(Redaction(record=record, reason=WHY, on=DAY, replica=record, nonce=record))
        work.flush()
        assert redaction.hear(work.connection, trio.station) == redaction.Redacted()
        held = work.connection.exec_driver_sql("SELECT count(*) FROM redacted").scalar()
    assert held == 0
    assert bodies(trio.station)


def step_of(desk: Desk, text: str) -> RecordId:
    with desk.reading() as connection:
        sql = "SELECT id FROM step WHERE text LIKE ?"
        return RecordId(connection.exec_driver_sql(sql, (f"%{text}%",)).scalar_one())


def test_who_may_and_that_there_must_be_a_reason(trio: Trio) -> None:
    with pytest.raises(UserError, match="Only the head of a station"):
        redaction.redact(trio.station, a_clerk(), trio.issue, WHY)
    with pytest.raises(UserError, match="Say in a few words"):
        redaction.redact(trio.station, HEAD, trio.issue, " ")
    with pytest.raises(UserError, match="no such record"):
        redaction.redact(trio.station, HEAD, RecordId(bytes(16)), WHY)
    with trio.station.reading() as connection:
        site = RecordId(connection.exec_driver_sql("SELECT id FROM site WHERE code = 'HC'").scalar_one())
    with pytest.raises(UserError, match="Only matters"):
        redaction.redact(trio.station, HEAD, site, WHY)
    assert redaction.may(trio.station, HEAD, trio.issue)
    assert not redaction.may(trio.station, a_clerk(), trio.issue)


def test_it_cannot_be_undone_nor_done_twice(trio: Trio) -> None:
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    with pytest.raises(UserError, match="cannot be brought back"):
        history.undo(trio.station, HEAD)
    with pytest.raises(UserError, match="erased already"):
        redaction.redact(trio.station, HEAD, trio.issue, WHY)
    assert is_gone(trio.station)


def test_a_word_that_comes_before_the_record(trio: Trio) -> None:
    issue = an_issue(trio.station, SECRET)
    early = sent(trio.station, TOWN)
    redaction.redact(trio.station, HEAD, issue, WHY)
    taken(trio.town, sent(trio.station, TOWN))
    result = inbox.take_in(trio.town, [early], trust=anyone)
    assert result.refused == ()
    assert issue not in matters(trio.town)
    trio.round()
    assert trio.even()
    assert all(issue not in matters(desk) and desk.check() == [] for desk in trio.all())


def matters(desk: Desk) -> set[RecordId]:
    return {row.id for row in browse.page(desk, browse.MatterFilter(), limit=100)}


def test_what_others_wrote_in_the_meantime_is_left_out_when_it_comes(trio: Trio) -> None:
    handling.note(trio.county, Actor("区人大", Role.COUNTY), trio.issue, f"转{SECRET}", DAY)
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    taken(trio.town, sent(trio.station, TOWN))
    taken(trio.town, sent(trio.county, TOWN))  # wrote of it, and has not heard
    assert is_gone(trio.town)
    trio.round()
    assert all(is_gone(desk) for desk in trio.all())
    assert trio.even()
    assert all(desk.check() == [] for desk in trio.all())


def test_both_orders_come_to_the_same(tmp_path: Path) -> None:
    found = []
    for turned in (False, True):
        folder = tmp_path / str(turned)
        folder.mkdir()
        trio = Trio(folder)
        handling.note(trio.station, a_clerk(), trio.other, "看过", DAY)
        note = sent(trio.station, TOWN)
        redaction.redact(trio.station, HEAD, trio.issue, WHY)
        word = sent(trio.station, TOWN)
        for path in (word, note) if turned else (note, word):
            assert inbox.take_in(trio.town, [path], trust=anyone).refused == ()
        trio.round()
        assert trio.even()
        assert all(is_gone(desk) for desk in trio.all())
        found.append(len(matters(trio.town)))
    assert found == [1, 1]


def test_a_desk_that_has_only_the_digests_believes_who_made_it(trio: Trio) -> None:
    """The town lost what made the record: the word itself proves whose it was."""
    with trio.town.transaction() as connection:
        connection.exec_driver_sql(
            "UPDATE chg SET record = NULL, made = 0, body = NULL WHERE record = ? AND made = 1", (trio.issue,)
        )
    trio.town.reproject()
    assert bodies(trio.town)
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    taken(trio.town, sent(trio.station, TOWN))
    assert is_gone(trio.town)
    assert trio.town.check() == []


def test_its_files_go_with_it(trio: Trio) -> None:
    paper = trio.folder / "材料.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + SECRET.encode())
    attachments.add(trio.station, a_clerk(), trio.issue, paper)
    trio.round()
    with trio.town.reading() as connection:
        (name,) = connection.exec_driver_sql("SELECT sha256 FROM attachment").scalars()
    held = [has(desk, name) for desk in trio.all()]
    assert held == [True, True, True]
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    trio.round()
    assert [has(desk, name) for desk in trio.all()] == [False, False, False]


def has(desk: Desk, name: str) -> bool:
    with Files(path_beside(desk.path)) as files:
        return bool(files.here([name]))


def test_the_visitor_goes_with_the_last_matter_that_names_them(trio: Trio) -> None:
    before = names(trio.station)
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    assert names(trio.station) == before  # of the other matter, too
    redaction.redact(trio.station, HEAD, trio.other, WHY)
    assert names(trio.station) == []
    assert trio.station.check() == []
    trio.round()
    with trio.county.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM visit").scalar() == 0
    assert trio.even()


def test_the_visitor_alone(trio: Trio) -> None:
    visitor = redaction.visitor_of(trio.station, trio.issue)
    assert visitor is not None
    (name,) = names(trio.station)
    assert browse.hits(trio.station, name)
    redaction.redact(trio.station, HEAD, visitor, WHY)
    assert names(trio.station) == []
    assert not browse.hits(trio.station, name)
    assert trio.issue in matters(trio.station)
    assert trio.station.check() == []
    with trio.station.reading() as connection:
        assert connection.exec_driver_sql("SELECT nonce FROM redaction").scalar() is None
    trio.round()
    assert trio.even()
    assert redaction.visitor_of(trio.town, trio.issue) is None
    assert name.encode() not in content_of(trio.station)


def test_one_step_alone_and_its_matter_stays(trio: Trio) -> None:
    step = step_of(trio.station, "已到")
    redaction.redact(trio.station, HEAD, step, WHY)
    trio.round()
    assert all(not bodies(desk, "已到") and trio.issue in matters(desk) for desk in trio.all())
    assert trio.even()
    assert all(desk.check() == [] for desk in trio.all())


def test_another_station_that_was_sent_it_hears_who_erased_it(trio: Trio) -> None:
    """Nothing else of the maker's is in its scope any more, but the word is sent there."""
    other = a_station(trio.folder, "XH")
    enrolled(other, trio.town)
    with trio.station.writing(HEAD, "hand_on") as work:
        work.update(Issue, trio.issue, owner="XH")
    for _ in range(2):
        taken(trio.town, sent(other, TOWN), sent(trio.station, TOWN))
        taken(other, sent(trio.town, "XH"))
    assert bodies(other)
    with other.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM visit").scalar() == 1
    handling.note(other, HEAD, trio.issue, f"接手{SECRET}", DAY)
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    taken(trio.town, sent(trio.station, TOWN))
    taken(other, sent(trio.town, "XH"))
    assert is_gone(other)
    assert other.check() == []
    with other.reading() as connection:  # the visit held elsewhere was there for that matter alone
        assert connection.exec_driver_sql("SELECT count(*) FROM visit").scalar() == 0
    taken(trio.town, sent(other, TOWN))
    assert is_gone(trio.town)
    assert digest(other) == digest(trio.town, "XH")


@pytest.mark.parametrize("apart", [False, True], ids=["together", "the word first"])
@pytest.mark.parametrize("table", ["unit", "issue"])
def test_nobody_has_anothers_record_erased_by_hanging_it_on_a_matter_of_their_own(
    trio: Trio, table: str, apart: bool
) -> None:
    """A station says of what others made that it is a step of a matter which it erases."""
    other = a_station(trio.folder, "XH")
    enrolled(other, trio.town)
    record = a_unit(trio.town) if table == "unit" else an_issue(other, "别站的路灯")
    taken(trio.town, sent(other, TOWN))
    trio.round()
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    if apart:
        taken(trio.town, sent(trio.station, TOWN))
    handling.note(trio.station, a_clerk(), trio.other, "看过", DAY)
    path = sent(trio.station, TOWN)
    *told, last = lines(path)

    def hung(change: Wild) -> None:
        change.update(r=record.hex(), f={"matter": trio.issue.hex(), "verb": "note"})

    forged = rewritten(last, key_of(trio.station), change=hung)
    taken(trio.town, repacked(path, trio.folder / "bad.lzb", [*told, forged]))
    taken(trio.county, sent(trio.town, COUNTY))
    for desk in (trio.town, trio.county):
        assert is_gone(desk)
        assert stands(desk, table, record)
        assert desk.check() == []
    assert digest(trio.county) == digest(trio.town)


def stands(desk: Desk, table: str, record: RecordId) -> bool:
    with desk.reading() as connection:
        sql = f"SELECT count(*) FROM {table} WHERE id = ?"
        return connection.exec_driver_sql(sql, (record,)).scalar() == 1


def test_voiding_first_does_not_hinder(trio: Trio) -> None:
    issues.void(trio.station, a_clerk(), trio.issue, "登记有误")
    trio.round()
    redaction.redact(trio.station, HEAD, trio.issue, WHY)
    trio.round()
    assert all(is_gone(desk) for desk in trio.all())
    assert trio.even()
