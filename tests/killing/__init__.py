"""Kills a program while it takes a package in or writes one: before or after, never between."""
