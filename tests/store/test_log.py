"""The log is the desk's memory: any byte of it that is changed is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_desk.casework import offices
from station_desk.casework.context import Desk
from station_desk.domain.records import Unit
from station_desk.domain.vocabulary import SiteRole
from station_desk.store import codec, ids
from tests.builders import a_clerk, a_desk, a_unit, an_issue, deliver, handed_over, log_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = a_desk(tmp_path)
    handed_over(made, an_issue(made), (a_unit(made), "lead"))
    assert made.check() == []
    return made


def rows(desk: Desk, table: str) -> list[int]:
    with desk.reading() as connection:
        return [row[0] for row in connection.exec_driver_sql(f"SELECT n FROM {table} ORDER BY n")]


def alter(desk: Desk, sql: str, *values: object) -> None:
    with desk.transaction() as connection:
        connection.exec_driver_sql(sql, values)


@pytest.mark.parametrize(
    ("table", "column"), [("cmt", "header"), ("cmt", "signature"), ("cmt", "hash"), ("chg", "body")]
)
def test_a_changed_byte_anywhere_is_found(desk: Desk, table: str, column: str) -> None:
    for n in rows(desk, table):
        with desk.reading() as connection:
            sql = f"SELECT {column} FROM {table} WHERE n = {n}"
            whole = bytes(connection.exec_driver_sql(sql).scalar() or b"")
        for place in (0, len(whole) // 2, len(whole) - 1):
            damaged = bytearray(whole)
            damaged[place] ^= 0x01
            alter(desk, f"UPDATE {table} SET {column} = ? WHERE n = ?", bytes(damaged), n)
            assert desk.check() != [], (table, column, n, place)
        alter(desk, f"UPDATE {table} SET {column} = ? WHERE n = ?", whole, n)
    assert desk.check() == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE cmt SET site = 'XX' WHERE n = 2",
        "UPDATE cmt SET role = 'office' WHERE n = 2",
        "UPDATE cmt SET lamport = lamport + 1 WHERE n = 2",
        "UPDATE cmt SET seq = 99 WHERE n = 2",
        "UPDATE cmt SET verb = 'x' WHERE n = 2",
        "UPDATE cmt SET undoes = zeroblob(32) WHERE n = 2",
        "UPDATE cmt SET replica = zeroblob(16) WHERE n = 2",
        "UPDATE chg SET record = zeroblob(16) WHERE n = 2",
        "UPDATE chg SET made = 1 - made WHERE n = 2",
        "UPDATE chg SET place = 7 WHERE n = 2",
        "UPDATE chg SET cmt = 99 WHERE n = 2",
        "UPDATE chg SET body = NULL, record = NULL WHERE n = 2",
        "DELETE FROM chg WHERE n = 2",
        "DELETE FROM cmt WHERE n = 2",
        "UPDATE unit SET name = '别的单位'",
        "UPDATE matter SET stage = 'closed'",
        "DELETE FROM step",
        "INSERT INTO mark VALUES (zeroblob(16), 'title', 'conflict', zeroblob(32))",
        "DELETE FROM ft",
        "INSERT INTO fc(rowid, c) VALUES (1, '错')",
    ],
)
def test_a_changed_row_is_found(desk: Desk, sql: str) -> None:
    alter(desk, sql)

    assert desk.check() != []


def test_what_another_desk_withheld_is_no_damage(tmp_path: Path) -> None:
    station, town = a_desk(tmp_path), a_desk(tmp_path, "TOWN", role=SiteRole.TOWN)
    issue = an_issue(station)
    withheld = [
        (h, header, raw, s, [None if b and codec.read_change(b).t == "visitor" else b for b in bodies])
        for h, header, raw, s, bodies in log_of(station)
    ]
    deliver(town, withheld)

    assert town.check() == []
    with town.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM visitor").scalar() == 0
        assert connection.exec_driver_sql("SELECT id FROM issue").scalar() == issue


def test_a_hole_in_anothers_chain_is_named(tmp_path: Path) -> None:
    station, town = a_desk(tmp_path), a_desk(tmp_path, "TOWN", role=SiteRole.TOWN)
    a_unit(station)
    a_unit(station, "城管队")
    log = log_of(station)
    deliver(town, [log[0], log[2]])

    assert len(town.check()) == 1
    deliver(town, [log[1]])
    assert town.check() == []


def test_a_commit_names_its_writer_its_reason_and_the_one_before(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    unit = a_unit(desk)
    with desk.writing(a_clerk("王芳"), "save_unit", "改名") as work:
        work.update(Unit, unit, name="新名")
    first, second, third = (d[1] for d in log_of(desk))
    hashes = [d[0].hex() for d in log_of(desk)]

    assert (third.actor, third.verb, third.reason, third.site) == ("王芳", "save_unit", "改名", "HC")
    assert [first.prev, second.prev, third.prev] == ["0" * 64, *hashes[:2]]
    assert [h.seq for h in (first, second, third)] == [1, 2, 3]
    assert first.lamport < second.lamport < third.lamport


def test_work_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    unit = a_unit(desk)
    before = log_of(desk)
    offices.save(desk, a_clerk(), Unit(name="区市政管理所"), unit)

    assert log_of(desk) == before


# --- keys and bytes ----------------------------------------------------------------------------------


@given(st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16), st.integers(0, 2**48 - 2))
def test_a_key_proves_its_maker(replica: bytes, nonce: bytes, ticks: int) -> None:
    key = ids.new_id(ticks, replica, nonce)

    assert len(key) == 16
    assert ids.made_by(key, replica, nonce)
    assert not ids.made_by(key, bytes(16), replica + nonce)
    assert ids.new_id(ticks + 1, replica, nonce) > key


@pytest.mark.parametrize(
    "data",
    [
        b'{"t":"unit","t":"site"}',
        b'{"t": "unit"}',
        b'{"n":1.0}',
        b'{"n":1e3}',
        b'{"t":"\\u4e2d"}',
        b'{"t":"a\\/b"}',
        b"[" * 9 + b"]" * 9,
        b"[" * 100_000,
        b'"\xff"',
        b"",
    ],
)
def test_bytes_that_could_be_read_two_ways_are_refused(data: bytes) -> None:
    with pytest.raises(codec.NotCanonical):
        codec.check_canonical(data)


@given(
    st.dictionaries(
        st.text(max_size=5),
        st.one_of(st.none(), st.booleans(), st.integers(-(2**60), 2**60), st.text(max_size=9)),
    )
)
def test_what_this_program_writes_is_canonical(fields: dict[str, str | int | bool | None]) -> None:
    change = codec.Change("unit", "0" * 32, "1" * 32, dict(fields), {"name": ["2" * 64]})
    body = codec.encode(change)

    codec.check_canonical(body)
    assert codec.read_change(body) == change
