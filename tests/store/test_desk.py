"""A desk file: made, opened, refused in words, brought up to date, copied, and safe from being killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest
import sqlcipher3
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.exc import IntegrityError

from station_desk import i18n
from station_desk.casework import offices
from station_desk.casework.context import Actor, Desk
from station_desk.domain.records import Unit
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError, ValidationError
from station_desk.exchange import redaction
from station_desk.store import tables
from station_desk.store.engine import make_engine
from station_desk.store.migrations.versions import (
    v0001_log,
    v0002_streams,
    v0003_scopes,
    v0004_forks,
    v0005_words,
    v0006_installations,
    v0007_redacted,
)
from tests.builders import a_clerk, a_desk, a_unit, an_issue, commits, stage

ROOT = Path(__file__).parents[2]


def refusal(work: object, *args: object, **named: object) -> str:
    """The sentence a person reads."""
    with pytest.raises(UserError) as caught:
        work(*args, **named)  # type: ignore[operator]
    return str(caught.value)


def new(path: Path, **more: str) -> Desk:
    return Desk.create(path, **{"site": "HC", "name": "会城站", **more}, role=SiteRole.STATION)


# --- made and opened ----------------------------------------------------------------------------------


def test_a_new_desk_knows_itself_and_opens_again(tmp_path: Path) -> None:
    made = a_desk(tmp_path, parent="TOWN")
    issue = an_issue(made)
    made.close()
    opened = Desk.open(made.path)

    assert opened.identity == made.identity
    assert opened.identity.office == "TOWN"
    assert opened.public_key() == made.public_key()
    assert stage(opened, issue) == "accepted"
    assert opened.check() == []


def test_a_desk_is_not_made_over_another_file(tmp_path: Path) -> None:
    a_desk(tmp_path).close()

    assert "HC.desk" in refusal(new, tmp_path / "HC.desk")


def test_a_desk_needs_a_folder_a_code_and_a_name(tmp_path: Path) -> None:
    assert "nowhere" in refusal(new, tmp_path / "nowhere" / "a.desk")
    refusal(new, tmp_path / "a.desk", site=" ")
    refusal(new, tmp_path / "a.desk", name="")
    refusal(new, tmp_path / "a.desk", parent="HC")
    assert list(tmp_path.iterdir()) == []


def test_a_desk_that_could_not_be_made_whole_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        new(tmp_path / "a.desk", name="站" * 300)

    assert list(tmp_path.iterdir()) == []


def test_a_desk_may_lie_under_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "会城 #1%20站"
    folder.mkdir()
    made = a_desk(folder)
    made.close()

    assert Desk.open(made.path).backup(folder).exists()


def test_a_missing_desk_is_named(tmp_path: Path) -> None:
    assert "a.desk" in refusal(Desk.open, tmp_path / "a.desk")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a desk", b"SQLite format 3\x00" + b"\x7f" * 4000])
def test_what_is_no_database_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.desk"
    path.write_bytes(content)

    assert "a.desk" in refusal(Desk.open, path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_desk(tmp_path: Path) -> None:
    refusal(Desk.open, tmp_path)


def test_another_programs_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.desk"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE meta (key, value)")
    raw.close()
    before = path.read_bytes()

    assert "other.desk" in refusal(Desk.open, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_desk_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    with desk.transaction() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0099'")
    desk.close()

    assert "HC.desk" in refusal(Desk.open, desk.path)


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_a_network_share_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = f"/dev/sda1 / ext4 rw 0 0\n//nas/station {tmp_path} cifs rw 0 0\n"
    read = Path.read_text
    monkeypatch.setattr(
        Path, "read_text", lambda p, *a, **k: mounts if str(p) == "/proc/mounts" else read(p, *a, **k)
    )

    refusal(new, tmp_path / "a.desk")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    desk = new(tmp_path / "a.desk")
    desk.close()
    monkeypatch.setattr(
        Path, "read_text", lambda p, *a, **k: mounts if str(p) == "/proc/mounts" else read(p, *a, **k)
    )
    assert "a.desk" in refusal(Desk.open, desk.path)


# --- brought up to date ---------------------------------------------------------------------------------


def as_of_the_first_version(desk: Desk, path: Path) -> Path:
    """The same log in a file that has only the tables of the first migration."""
    engine = make_engine(path)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        with Operations.context(MigrationContext.configure(connection)):
            v0001_log.upgrade()
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0001')")
        with desk.reading() as source:
            for table in ("meta", "cmt", "chg"):
                rows = [tuple(row) for row in source.exec_driver_sql(f"SELECT * FROM {table}")]
                marks = ",".join("?" * len(rows[0]))
                connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", rows)
        connection.exec_driver_sql("DELETE FROM meta WHERE key = 'projection'")
    engine.dispose()
    return path


def test_an_older_desk_is_brought_up_to_date_with_a_backup_beside_it(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    old = as_of_the_first_version(desk, tmp_path / "old.desk")
    opened = Desk.open(old)

    assert stage(opened, issue) == "accepted"
    assert opened.check() == []
    a_unit(opened)
    with sqlite3.connect(tmp_path / "old-before-update-1.desk") as backup:
        assert backup.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert backup.execute("SELECT count(*) FROM cmt").fetchone() == (commits(desk),)
    backup.close()
    opened.close()
    assert stage(Desk.open(old), issue) == "accepted"


def schema(path: Path) -> list[tuple[object, ...]]:
    """Every column and index of the log's tables, however the statements were written."""
    out: list[tuple[object, ...]] = []
    with sqlite3.connect(path) as raw:
        for table in sorted(t.name for t in tables.LOG.sorted_tables):
            out += [(table, *row) for row in raw.execute(f"PRAGMA table_info({table})")]
            for row in raw.execute(f"PRAGMA index_list({table})").fetchall():
                columns = raw.execute(f"PRAGMA index_info({row[1]})").fetchall()
                out.append((table, *row[1:], *columns))
    raw.close()
    return sorted(out, key=repr)


def test_the_migrations_make_the_very_tables_of_a_new_desk(tmp_path: Path) -> None:
    engines = [make_engine(tmp_path / name) for name in ("new.db", "migrated.db")]
    with engines[0].connect().execution_options(writing=True) as connection, connection.begin():
        tables.LOG.create_all(connection)
    with (
        engines[1].connect().execution_options(writing=True) as connection,
        connection.begin(),
        Operations.context(MigrationContext.configure(connection)),
    ):
        v0001_log.upgrade()
        v0002_streams.upgrade()
        v0003_scopes.upgrade()
        v0004_forks.upgrade()
        v0005_words.upgrade()
        v0006_installations.upgrade()
        v0007_redacted.upgrade()
    for engine in engines:
        engine.dispose()

    assert schema(tmp_path / "new.db") == schema(tmp_path / "migrated.db")


def test_a_desk_of_before_there_was_erasing_for_good_opens_and_can_do_it(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    desk.close()
    with sqlite3.connect(desk.path) as raw:
        raw.execute("DROP TABLE redacted")
        raw.execute("UPDATE alembic_version SET version_num = '0006'")
    raw.close()
    opened = Desk.open(desk.path)
    redaction.redact(opened, Actor("林站长", Role.HEAD), issue, "含个人隐私")
    assert opened.check() == []
    with opened.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM matter").scalar() == 0
    assert (tmp_path / f"{desk.path.stem}-before-update-6.desk").exists()


def test_record_tables_of_another_version_are_made_again(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    with desk.transaction() as connection:
        connection.exec_driver_sql("DROP TABLE matter")
        connection.exec_driver_sql("CREATE TABLE forgotten (a)")
        connection.exec_driver_sql("UPDATE meta SET value = 'older' WHERE key = 'projection'")
    desk.close()
    opened = Desk.open(desk.path)

    assert stage(opened, issue) == "accepted"
    assert opened.meta("projection") == tables.projection_version()
    with opened.reading() as connection:
        names = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
    assert "forgotten" not in names
    assert opened.check() == []


# --- copied ---------------------------------------------------------------------------------------------


def test_an_error_of_the_database_does_not_say_whose_data_it_was(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    twice = [(b"v" * 16, "梁锦萍")] * 2
    with pytest.raises(IntegrityError) as caught, desk.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO visitor (id, name) VALUES (?, ?)", twice)
    assert "INSERT INTO visitor" in str(caught.value)
    assert "梁锦萍" not in str(caught.value)


def test_a_backup_opens_and_is_whole(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    (tmp_path / "usb").mkdir()
    first, second = desk.backup(tmp_path / "usb"), desk.backup(tmp_path / "usb")

    assert first != second
    assert desk.meta("backup") is not None
    assert {p.suffix for p in (tmp_path / "usb").iterdir()} == {".desk"}
    copy = Desk.open(first)
    assert stage(copy, issue) == "accepted"
    assert copy.check() == []


def test_a_backup_needs_a_folder_and_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = a_desk(tmp_path)
    assert "nowhere" in refusal(desk.backup, tmp_path / "nowhere")
    monkeypatch.setattr("shutil.disk_usage", lambda path: _Full())
    assert str(tmp_path) in refusal(desk.backup, tmp_path)


class _Full:
    free = 100


# --- several at once -------------------------------------------------------------------------------------


def test_while_another_program_writes_a_save_says_so_and_writes_nothing(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    before = commits(desk)
    with desk.reading() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    other = sqlcipher3.dbapi2.connect(str(desk.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    i18n.set_language(i18n.ENGLISH)
    assert "Another program is writing" in refusal(a_unit, desk)
    other.execute("ROLLBACK")
    other.close()
    assert commits(desk) == before
    a_unit(desk)
    assert commits(desk) == before + 1


def test_a_full_disk_says_so_and_leaves_the_desk_as_it_was(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    before = commits(desk)
    with desk.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    big = [Unit(name=f"单位{n}", contact="联" * 60) for n in range(500)]

    i18n.set_language(i18n.ENGLISH)
    assert "The disk is full" in refusal(offices.take_list, desk, a_clerk(), Unit, big)
    assert commits(desk) == before
    assert desk.check() == []


WRITER = """
import sys
from pathlib import Path
from station_desk.casework import offices
from station_desk.casework.context import Actor, Desk
from station_desk.domain.records import Unit
from station_desk.domain.vocabulary import Role

desk = Desk.open(Path(sys.argv[1]))
for n in range(20):
    offices.save(desk, Actor("乙", Role.CLERK), Unit(name=f"{sys.argv[2]}{n}"))
"""


def test_two_programs_write_to_one_desk_in_turns(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    before = commits(desk)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, desk.path, n], cwd=ROOT) for n in ("甲", "乙")]

    assert [w.wait(60) for w in writers] == [0, 0]
    assert commits(desk) == before + 40
    assert desk.check() == []


BULK = """
import sys
from pathlib import Path
from station_desk.casework.context import Actor, Desk
from station_desk.domain.records import Unit
from station_desk.domain.vocabulary import Role
from station_desk.store import commits

commits.BULK = 200
desk = Desk.open(Path(sys.argv[1]))
with desk.writing(Actor("乙", Role.CLERK), "import_directory") as work:
    for n in range(1_000_000):
        work.add_bulk(Unit(name=f"单位{n}"))
        if n == 3000:
            print("inside", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_killed_in_the_middle_of_a_bulk_write_the_desk_is_as_before(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    before = commits(desk)
    desk.close()
    writer = subprocess.Popen([sys.executable, "-c", BULK, desk.path], cwd=ROOT, stdout=subprocess.PIPE)
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"inside\n"
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait(30)
    writer.stdout.close()

    opened = Desk.open(desk.path)
    assert commits(opened) == before
    assert stage(opened, issue) == "accepted"
    assert opened.check() == []
    a_unit(opened)
    assert commits(opened) == before + 1


def test_many_threads_read_while_one_writes(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    stop, failures = Event(), list[BaseException]()

    def read() -> None:
        try:
            while not stop.is_set():
                assert stage(desk, issue) == "accepted"
        except BaseException as error:  # told to the test below
            failures.append(error)

    readers = [Thread(target=read) for _ in range(5)]
    for reader in readers:
        reader.start()
    for n in range(20):
        a_unit(desk, f"单位{n}")
    stop.set()
    for reader in readers:
        reader.join()

    assert failures == []
