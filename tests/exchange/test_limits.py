"""Whatever a desk keeps, every other desk takes: what is just allowed travels, what is beyond is not kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import msgspec
import pytest

from station_desk import i18n
from station_desk.casework import offices, people
from station_desk.casework.context import Actor, Desk
from station_desk.domain import limits
from station_desk.domain.declare import Declared, Kind, Record, RecordId, Value, fields_of
from station_desk.domain.records import TYPES, Answer, Issue, Profile, Station
from station_desk.domain.vocabulary import ALL, Role, SiteRole
from station_desk.errors import UserError, ValidationError
from station_desk.exchange import enrolment, package, stream
from station_desk.store.loading import load
from tests.builders import DAY, a_clerk, a_deputy, an_issue
from tests.exchange.post import (
    TOWN,
    Scene,
    Wild,
    a_scene,
    a_town,
    counts,
    everything,
    key_of,
    lines,
    members,
    refusal,
    repacked,
    rewritten,
    sent,
    taken,
    titles,
)

_OWN = {"desk", "redaction", "site"}
"""Types of which not everything may be said: whom to believe, and what is erased."""
_WIDE = "𬱖"
LAST_DAY = date(limits.LAST_TYPED, 12, 31)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return a_scene(tmp_path, an_issue)


def _just_allowed(field: Declared, last: bool) -> Value:
    if field.name == "sha256":  # reckoned, never typed
        return "0" * 64
    match field.kind:
        case Kind.TEXT:
            return _WIDE * field.limit
        case Kind.LONG:
            return ("\x01" if field.limit <= 20_000 else "水") * field.limit
        case Kind.CODE:
            return next(iter(ALL[field.codes].terms)) if field.codes else _WIDE * min(field.limit, 200)
        case Kind.INT:
            return field.limit if last else 0
        case Kind.FLAG:
            return last
        case Kind.DATE:
            return LAST_DAY if last else date(limits.FIRST_TYPED, 1, 1)
        case Kind.MOMENT:
            return (
                datetime.combine(LAST_DAY, time(23, 59, 59)) if last else datetime(limits.FIRST_TYPED, 1, 1)
            )
        case Kind.REF:
            return RecordId(b"\x07" * 16)
        case Kind.REFS:
            return (RecordId(b"\x07" * 16),) * 40


def _just_beyond(field: Declared) -> Iterator[Value]:
    match field.kind:
        case Kind.TEXT | Kind.LONG:
            yield "水" * (field.limit + 1)
            yield "a\x00b"
        case Kind.CODE:
            yield "水" * (field.limit + 1)
            yield "a\tb"
        case Kind.INT:
            yield field.limit + 1
            yield -1
        case Kind.DATE:
            yield date(limits.LAST_TYPED + 1, 1, 1)
            yield date(limits.FIRST_TYPED - 1, 12, 31)
            yield date(226, 5, 7)
        case Kind.MOMENT:
            yield datetime(limits.LAST_TYPED + 1, 1, 1)
            yield datetime(226, 5, 7, 9, 31)
        case _:
            return


def _full(cls: type[Record], last: bool) -> Record:
    values = {name: _just_allowed(field, last) for name, field in fields_of(cls).items()}
    return cls(**values | {"void": None, "office": TOWN})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", sorted(TYPES.keys() - _OWN))
def test_what_is_just_allowed_in_every_field_travels(scene: Scene, name: str) -> None:
    for last in (False, True):
        with scene.station.writing(a_clerk(), "save") as work:
            work.add(_full(TYPES[name], last))
    taken(scene.town, sent(scene.station, TOWN))
    assert scene.town.check() == scene.station.check() == []


@pytest.mark.parametrize("name", sorted(TYPES.keys() - _OWN))
def test_what_is_just_beyond_in_any_field_is_not_kept(scene: Scene, name: str) -> None:
    cls = TYPES[name]
    full = _full(cls, last=True)
    before = everything(scene.station)
    for field in fields_of(cls).values():
        for value in _just_beyond(field):
            with (
                pytest.raises(ValidationError) as caught,
                scene.station.writing(a_clerk(), "save") as work,
            ):
                work.add(replace(full, **{field.name: value}))  # type: ignore[arg-type]
            assert [problem.field for problem in caught.value.problems] == [field.name]
    assert everything(scene.station) == before


def test_a_day_or_a_number_beyond_says_what_to_do(scene: Scene) -> None:
    with pytest.raises(ValidationError) as caught, scene.station.writing(a_clerk(), "save") as work:
        work.add(Issue(title="路灯不亮", opened_on=date(226, 5, 7), people=13800138000))
    assert [problem.message for problem in caught.value.problems] == [
        "“Opened” is 0226-05-07; give a year from 1900 to 2199.",
        "“People concerned” is 13800138000; it goes up to 9999999. "
        "Look whether it is a telephone or ID number.",
    ]


def test_a_far_day_that_is_kept_already_stands_while_the_rest_is_changed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = date(1850, 5, 7)
    with monkeypatch.context() as patch:
        patch.setattr(limits, "FIRST_TYPED", limits.FIRST_YEAR)  # as older programs took it
        with scene.station.writing(a_clerk(), "save") as work:
            issue = work.add(Issue(title="路灯不亮", opened_on=old, station="HC", owner="HC"))
    with scene.station.writing(a_clerk(), "correct_issue") as work:
        assert work.update(Issue, issue, title="路灯全不亮", opened_on=old)
    with pytest.raises(ValidationError), scene.station.writing(a_clerk(), "correct_issue") as work:
        work.update(Issue, issue, opened_on=date(1851, 5, 7))
    taken(scene.town, sent(scene.station, TOWN))
    with scene.town.reading() as connection:
        found = load(connection, Issue, issue)
    assert found is not None
    assert (found.title, found.opened_on) == ("路灯全不亮", old)


# --- how long: a change, a commit, a member --------------------------------------------------------------


def test_a_change_as_long_as_one_may_be_travels_and_a_longer_one_is_not_kept(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_CHANGE", 3_000)

    def kept(length: int) -> int:
        with scene.station.writing(a_clerk(), "save_answer") as work:
            work.add(Answer(title="路灯", text="x" * length))
        return length

    body = msgspec.json.encode(msgspec.json.decode(lines(sent(scene.station, TOWN))[-1])["c"][-1])
    assert len(body) < 3_000
    length = kept(1_000)
    with scene.station.reading() as connection:
        size = connection.exec_driver_sql("SELECT length(body) FROM chg ORDER BY n DESC LIMIT 1").scalar()
    room = 3_000 - int(size or 0)
    kept(length + room)
    before = everything(scene.station)
    with pytest.raises(UserError, match="“Ready answer” comes to 3 KB of text"):
        kept(length + room + 1)
    assert everything(scene.station) == before
    taken(scene.town, sent(scene.station, TOWN))


def test_rules_too_long_to_travel_are_not_kept(scene: Scene) -> None:
    with pytest.raises(UserError), scene.station.writing(a_clerk(), "save_profile") as work:
        work.add(Profile(version="v", name="n", body=_WIDE * 300_000))


def test_bulk_work_closes_a_commit_by_its_bytes_too(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FULL", 20_000)
    before = counts(scene.station)[0]
    with scene.station.writing(a_clerk(), "import_ledger") as work:
        for place in range(40):
            work.add_bulk(Issue(title=f"{place}", text="积水" * 500, station="HC", owner="HC", opened_on=DAY))
    assert counts(scene.station)[0] - before == 6
    answers = [Answer(title=f"{place}", text="已处理" * 500) for place in range(40)]
    assert offices.take_list(scene.station, a_clerk(), Answer, answers).new == 40
    assert counts(scene.station)[0] - before > 12
    taken(scene.town, sent(scene.station, TOWN))
    assert titles(scene.town) >= {"0", "39"}


def test_one_piece_of_work_longer_than_a_line_is_not_kept(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_LINE", 50_000)
    before = everything(scene.station)
    with pytest.raises(UserError, match="too much for one entry"):
        _answers(scene.station, 50)
    assert everything(scene.station) == before
    _answers(scene.station, 40)
    monkeypatch.setattr(package, "_PART", 1)  # a line a member
    path = sent(scene.station, TOWN)
    longest = max(map(len, lines(path))) + 1
    assert longest < limits.MAX_LINE
    monkeypatch.setattr(limits, "MAX_LINE", longest - 1)
    assert refusal(scene.town, path)
    monkeypatch.setattr(limits, "MAX_LINE", longest)
    taken(scene.town, path)


def _answers(desk: Desk, count: int) -> None:
    with desk.writing(a_clerk(), "save_answer") as work:
        for place in range(count):
            work.add(Answer(title=f"{place}", text="x" * 800))


def test_one_text_said_again_and_again_is_not_taken_for_a_bomb(scene: Scene) -> None:
    """Compressed to a two-hundredth and less, a reader refuses it; so it is compressed less well."""
    text = "同样的话" * 5_000
    for _ in range(2):
        with scene.station.writing(a_clerk(), "hand_over") as work:
            for place in range(30):
                work.add(Issue(title=f"{place}", text=text, opened_on=DAY))
    for place in range(25):
        with scene.station.writing(a_clerk(), "save") as work:
            work.add(Issue(title=f"一条{place}", text=text, opened_on=DAY))
    path = sent(scene.station, TOWN)
    notes = msgspec.json.decode(members(path)[0][1])["members"]
    assert len(notes) > 2
    taken(scene.town, path)
    assert scene.town.check() == []
    with scene.town.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM issue").scalar() == 86


# --- names, codes, reasons -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("会城\t站", "会城 站"), ("会城\n站\r\n", "会城 站"), (" 会城  站 ", "会城 站"),
        ("会\x01城\x7f站", "会城站"), ("会城　站", "会城 站"), ("会\x00城站", "会城站"),
        ("站" * 200, "站" * 200),
    ],
)  # fmt: skip
def test_an_office_by_any_name_exchanges(tmp_path: Path, name: str, kept: str) -> None:
    i18n.set_language(i18n.ENGLISH)
    path = tmp_path / "HC.desk"
    station = Desk.create(path, site=" HC\t", name=name, role=SiteRole.STATION, parent="HCZ\n")
    assert (station.identity.site, station.identity.name, station.identity.parent) == ("HC", kept, TOWN)
    assert enrolment.read(enrolment.write(station, tmp_path)).name == kept
    town = a_town(tmp_path)
    taken(town, sent(station, TOWN))
    offices.rename_site(station, a_clerk(), f"新{name[:-1]}", address="一路\t2号")
    assert limits.is_name(station.identity.name)
    taken(town, sent(station, TOWN))
    assert station.check() == town.check() == []


@pytest.mark.parametrize("code", ["H\tC", "H C", "站" * 21, "-HC", "H/C", "H\x01/C", "a.b"])
def test_a_code_that_is_none_is_refused_and_nothing_is_left(tmp_path: Path, code: str) -> None:
    i18n.set_language(i18n.ENGLISH)
    with pytest.raises(UserError, match="cannot be a site's code"):
        Desk.create(tmp_path / "a.desk", site=code, name="站", role=SiteRole.STATION, parent=TOWN)
    assert list(tmp_path.iterdir()) == []


def test_an_office_whose_name_was_spoilt_before_exchanges_again(scene: Scene) -> None:
    with scene.station.transaction() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = 'name'", ("会城\t站",))
    scene.station.refresh_identity()
    an_issue(scene.station, "后来的事")
    taken(scene.town, sent(scene.station, TOWN))
    assert enrolment.introduction(scene.station).name == "会城 站"


def test_a_code_that_was_spoilt_before_is_named_before_a_file_is_written(scene: Scene) -> None:
    with pytest.raises(UserError, match="“HC Z” cannot stand in a file"):
        stream.export(scene.station, "HC\tZ", scene.path.parent)


def test_lists_keep_their_names_and_codes_in_one_line(scene: Scene) -> None:
    entry, _ = offices.save(scene.town, Actor("何健生", Role.OFFICE), Station(code="XH\t", name="新会\n站"))
    with scene.town.reading() as connection:
        found = load(connection, Station, entry)
    assert found is not None
    assert (found.code, found.name) == ("XH", "新会 站")
    offices.take_list(
        scene.town, Actor("何健生", Role.OFFICE), Station, [Station(code="XH", name="新会\t站")]
    )
    with scene.town.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM station WHERE code = 'XH'").scalar() == 1


def test_a_deputys_desk_takes_a_name_in_one_line(scene: Scene) -> None:
    deputy = a_deputy(scene.station, "陈\t伟雄")
    offices.add_deputy_desk(scene.station, a_clerk(), deputy, " HC-D1\n")
    with scene.station.reading() as connection:
        name = connection.exec_driver_sql("SELECT name FROM site WHERE code = 'HC-D1'").scalar()
    assert name == "陈 伟雄"
    with pytest.raises(UserError, match="1 to 20 letters"):
        offices.add_deputy_desk(scene.station, a_clerk(), deputy, "HC D1")


def test_whoever_is_at_the_keyboard_is_named_in_one_line(scene: Scene) -> None:
    people.enter(scene.station, a_clerk(), "李\t敏 ", Role.CLERK)
    assert people.at_work(scene.station, "李  敏").name == "李 敏"
    for name in ("李\t敏\n", "李" * 300, "\x00", ""):
        an_issue_by(scene.station, Actor(name, Role.CLERK))
    path = sent(scene.station, TOWN)
    actors = [msgspec.json.decode(line)["h"]["actor"] for line in lines(path)][-4:]
    assert actors == ["李 敏", "李" * 200, "", ""]
    taken(scene.town, path)


def an_issue_by(desk: Desk, actor: Actor) -> None:
    with desk.writing(actor, "save") as work:
        work.add(Issue(title="路灯不亮", opened_on=DAY, station="HC", owner="HC"))


def test_a_reason_is_as_long_as_it_may_be_and_no_longer(scene: Scene) -> None:
    for reason, said in (("因\n故" * 1_333 + "了", "因\n故" * 1_333 + "了"), ("因\x00\ud83d故", "因故")):
        with scene.station.writing(a_clerk(), "save", reason) as work:
            work.add(Issue(title="路灯不亮", opened_on=DAY, station="HC", owner="HC"))
        path = sent(scene.station, TOWN)
        assert msgspec.json.decode(lines(path)[-1])["h"]["reason"] == said
        taken(scene.town, path)
    before = everything(scene.station)
    with (
        pytest.raises(UserError, match="70000 characters long; shorten it to 4000"),
        scene.station.writing(a_clerk(), "save", "因" * 70_000) as work,
    ):
        work.add(Issue(title="路灯不亮", opened_on=DAY))
    assert everything(scene.station) == before


# --- what an older desk wrote ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"on": "9999-12-31"}, "HC entered 9999-12-31 as “Day” (Step)"),
        ({"at": "0226-05-07T09:31:00"}, "HC entered 0226-05-07T09:31:00 as “Time” (Step)"),
    ],
)
def test_a_value_that_an_older_desk_let_through_is_named_with_what_helps(
    scene: Scene, fields: Wild, said: str
) -> None:
    *before, last = lines(scene.path)
    bad = rewritten(last, key_of(scene.station), change=lambda change: change.update(f=fields))
    repacked(scene.path, scene.bad, [*before, bad])
    told = refusal(scene.town, scene.bad)
    assert told.startswith(said)
    assert "HC must update Station Desk, put back its backup from before that entry" in told


def test_a_number_that_an_older_desk_let_through_is_named(scene: Scene) -> None:
    *before, last = lines(scene.path)
    said: Wild = {"t": "issue", "f": {"people": (1 << 53) + 1}}
    bad = rewritten(last, key_of(scene.station), change=lambda change: change.update(said))
    repacked(scene.path, scene.bad, [*before, bad])
    assert "9007199254740993 as “People concerned” (Issue)" in refusal(scene.town, scene.bad)
