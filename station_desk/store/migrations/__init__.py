"""Alembic's scripts for the log's tables."""
