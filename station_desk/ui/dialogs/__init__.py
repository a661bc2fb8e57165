"""Dialogs for the steps of a track."""
