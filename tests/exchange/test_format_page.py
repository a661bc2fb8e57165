"""The page on the exchange format names every record type and field as the program declares them."""

from __future__ import annotations

import re

import pytest

from station_desk.domain.declare import Kind, fields_of
from station_desk.domain.records import MATTERS, TYPES
from station_desk.exchange.scope import AT_HOME, HANGING, SHARED
from tests.exchange.plain.table import PAGE, of_page, read_table
from tests.exchange.plain.values import Refused

KINDS = {
    Kind.TEXT: "text",
    Kind.LONG: "text",
    Kind.CODE: "text",
    Kind.INT: "whole number",
    Kind.FLAG: "true or false",
    Kind.DATE: "day",
    Kind.MOMENT: "moment",
    Kind.REF: "id",
    Kind.REFS: "list of ids",
}
"""How the page calls them."""

TRAVELLING = {name: cls for name, cls in TYPES.items() if name not in AT_HOME}


def names_between(start: str, end: str) -> set[str]:
    """The names in the one stretch of the page between these words."""
    (text,) = re.findall(f"{re.escape(start)}(.*?){re.escape(end)}", PAGE.read_text(encoding="utf-8"), re.S)
    return set(re.findall(r"`([a-z_]+)`", text))


def test_the_page_names_every_type_that_travels_and_no_other() -> None:
    assert set(of_page().classes) == set(TRAVELLING)
    assert names_between("Places and lists: ", ". Casework") == SHARED
    assert names_between("the matters ", "; and what names a matter") == set(MATTERS)
    assert names_between("in its field `matter`: ", "; `link`") == set(HANGING)
    assert names_between("`target`. ", " never leave their site") == AT_HOME


@pytest.mark.parametrize("name", TRAVELLING)
def test_the_page_names_every_field_with_its_write_class(name: str) -> None:
    declared = {field: one.write.value for field, one in fields_of(TRAVELLING[name]).items()}
    assert of_page().classes[name] == declared


@pytest.mark.parametrize("name", TRAVELLING)
def test_the_page_says_what_every_field_holds(name: str) -> None:
    declared = {field: KINDS[one.kind] for field, one in fields_of(TRAVELLING[name]).items()}
    assert of_page().kinds[name] == declared


def test_a_field_left_out_moved_or_misnamed_is_seen() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "appeal" not in read_table(page.replace("`appeal` ", "")).classes["issue"]
    moved = page.replace("creator: `parent`", "office: `parent`")
    assert read_table(moved).write_class("site", "parent") == "office"
    assert of_page().write_class("site", "parent") == "creator"
    with pytest.raises(Refused, match="has not one table"):
        read_table(page.replace("| type | added |", "| kind | added |"))
