"""The page's two tables of fields, read out of the page itself: whose word counts, and what a value is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tests.exchange.plain.values import HEX32, MAX_SEQ, Refused, need

PAGE = Path(__file__).parents[3] / "docs" / "exchange-format.md"
_HEADS = {"| type | added | plain | others |": 4, "| values | fields |": 2}
_NAME = re.compile(r"`([a-z0-9_.]+)`")
_EVERYWHERE = {"office": "added", "void": "owner"}


@dataclass(frozen=True)
class Table:
    """`classes`: {type: {field: write class}}; `kinds`: {type: {field: kind}}, of all of them."""

    classes: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, Mapping[str, str]]

    def write_class(self, type_: str, name: str) -> str:
        """Whose word counts; of what the page does not name, everybody's."""
        return self.classes.get(type_, _EVERYWHERE).get(name, "plain")

    def check(self, type_: str, fields: Mapping[str, object]) -> None:
        """Refused where a field that the page names holds a value of another kind."""
        kinds = self.kinds.get(type_, {})
        for name, value in fields.items():
            if value is not None and name in kinds:
                need(_fits(kinds[name], value), f"{type_}.{name}: not {kinds[name]}")


def read_table(page: str) -> Table:
    """The tables of the page's text."""
    types, others = (_rows(page, head) for head in _HEADS)
    classes: dict[str, dict[str, str]] = {}
    for named, added, plain, rest in types:
        said = dict.fromkeys(_NAME.findall(added), "added")
        said |= dict.fromkeys(_NAME.findall(plain), "plain")
        for part in filter(None, rest.split(";")):
            kind, _, names = part.strip().partition(":")
            said |= dict.fromkeys(_NAME.findall(names), kind)
        for type_ in _NAME.findall(named):
            classes.setdefault(type_, dict(_EVERYWHERE)).update(said)
    kinds = {type_: dict.fromkeys(fields, "text") for type_, fields in classes.items()}
    # What is named with its type goes before what is named alone.
    told = [(name, kind) for kind, names in others for name in _NAME.findall(names)]
    for name, kind in sorted(told, key=lambda one: "." in one[0]):
        type_, _, field = name.rpartition(".")
        for fields in [kinds[type_]] if type_ else kinds.values():
            if field in fields:
                fields[field] = kind
    return Table(classes, kinds)


def of_page() -> Table:
    """The tables as the page stands."""
    return read_table(PAGE.read_text(encoding="utf-8"))


def _rows(page: str, head: str) -> list[list[str]]:
    """The cells of a table's rows below its head."""
    lines = page.split("\n")
    need(lines.count(head) == 1, f"the page has not one table {head}")
    out = []
    for line in lines[lines.index(head) + 2 :]:
        if not line.startswith("|"):
            break
        out.append([cell.strip() for cell in line.strip("|").split("|")])
        need(len(out[-1]) == _HEADS[head], f"cells of {line}")
    return out


def _fits(kind: str, value: object) -> bool:
    match kind:
        case "text":
            return isinstance(value, str)
        case "day" | "moment":
            return isinstance(value, str) and _is_moment(value, date if kind == "day" else datetime)
        case "whole number":
            return type(value) is int and -MAX_SEQ <= value <= MAX_SEQ
        case "true or false":
            return isinstance(value, bool)
        case "id":
            return isinstance(value, str) and HEX32.fullmatch(value) is not None
        case "list of ids":
            return isinstance(value, list) and all(_fits("id", one) for one in value)
    raise Refused(f"the page names a kind {kind}")


def _is_moment(text: str, of: type[date]) -> bool:
    try:
        found = of.fromisoformat(text)
    except ValueError:
        return False
    return found.isoformat() == text and 1000 <= found.year <= 9000
