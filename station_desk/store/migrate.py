"""Versions of the log's own tables: stamped when made, brought up to date by Alembic."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from station_desk.store.tables import LOG_FORMAT

_SCRIPTS = Path(__file__).with_name("migrations")


def stamp(connection: Connection) -> None:
    """Note in a new desk which version its log tables are."""
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (f"{LOG_FORMAT:04}",))


def version(connection: Connection) -> int:
    """The version of the log tables in this file; a newer program's is larger than ours."""
    value = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return int(value) if value is not None and str(value).isdecimal() else 0


def upgrade(engine: Engine) -> None:
    """Run the migrations that the file lacks, in one transaction. Make a backup first."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, f"{LOG_FORMAT:04}")
