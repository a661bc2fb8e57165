"""Runs the log's migrations over the connection that `migrate.upgrade` hands over."""

from alembic import context

from station_desk.store.tables import LOG

_LOG_TABLES = {table.name for table in LOG.sorted_tables}

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=LOG,
    # The record and search tables (and FTS5's shadow tables) are made by projection, not migrated.
    include_name=lambda name, kind, _parents: kind != "table" or name in _LOG_TABLES,
    transactional_ddl=True,
)
context.run_migrations()
