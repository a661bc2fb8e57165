"""The rows of the rules' lists: an item or a version, how it stands in the edit session, the columns."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from station_desk.casework import rules_items
from station_desk.casework.rules import UNSAVED, Written
from station_desk.casework.rules_items import Item, shown
from station_desk.domain.profile import RuleProfile
from station_desk.ui.paging import Column, Rows

TABS: dict[str, tuple[str, ...]] = {
    "terms": ("clocks", "limits"),
    "classes": ("settings", "class_schemes", "scales", "numbering"),
    "doors": ("doors",),
    "cautions": ("negative_list",),
    "holidays": ("calendar",),
}
"""Which groups of items stand on which tab."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item as it stands in the edit session. `state`: "" as in force, changed, new, out; `wrong` where
    a field cannot be kept."""

    item: Item
    name: str
    value: str
    used: str
    state: str = ""
    wrong: bool = False


def row_of(profile: RuleProfile, item: Item, state: str, wrong: bool) -> ItemRow:
    """The row of an item, its value in words."""
    group, key = item.ref
    values = item.values
    name = item.label
    if group == "clocks":
        value = rules_items.term_words(values["n"], values["unit"])
    elif group == "doors":
        name, value = values.get("name", "") or name, values.get("reason", "")
    elif group == "negative_list":
        name, value = values.get("keywords", "") or name, values.get("hint", "")
    else:
        field = rules_items.FIELDS[group][0].name
        value = shown(profile, item.ref, field, values.get(field, ""))
    used = rules_items.used_words(key) if group == "clocks" else ""
    return ItemRow(item, " ".join(name.split()), "；".join(value.splitlines()), used, state, wrong)


def _state_icon(row: ItemRow) -> str:
    if row.wrong:
        return "circle-alert"
    return {"changed": "pencil", "new": "plus", "out": "trash-2"}.get(row.state, "")


def _state_tone(row: ItemRow) -> str:
    return "red" if row.wrong else "accentText" if row.state else ""


def item_rows() -> Rows[ItemRow]:
    """Name, value, confirmed, used by, source."""
    translate = QCoreApplication.translate

    def confirmed(row: ItemRow) -> str:
        if row.state == "out":
            return translate("RulesRows", "taken out")
        return (
            translate("RulesRows", "confirmed")
            if row.item.confirmed
            else translate("RulesRows", "to confirm")
        )

    def spoken(row: ItemRow) -> str:
        said = {
            "changed": translate("RulesRows", "changed"),
            "new": translate("RulesRows", "new"),
        }.get(row.state, "")
        parts = (row.name, row.value, confirmed(row), row.used, row.item.values.get("source", ""), said)
        return "，".join(part for part in parts if part)

    return Rows(
        [
            Column(
                translate("RulesRows", "What"), lambda row: row.name, tone=_state_tone, icon=_state_icon,
                strong=lambda row: bool(row.state), tip=lambda row: row.name,
            ),
            Column(translate("RulesRows", "Value"), lambda row: row.value, tip=lambda row: row.value),
            Column(
                translate("RulesRows", "Confirmed"), confirmed,
                tone=lambda row: "green" if row.item.confirmed else "amber",
                icon=lambda row: "circle-check" if row.item.confirmed else "clock",
            ),
            Column(translate("RulesRows", "Used by"), lambda row: row.used, tip=lambda row: row.used),
            Column(
                translate("RulesRows", "Source"), lambda row: row.item.values.get("source", ""),
                tip=lambda row: row.item.values.get("source", ""),
            ),
        ],
        key=lambda row: "/".join(row.item.ref),
        spoken=spoken,
    )  # fmt: skip


def version_rows() -> Rows[Written]:
    """The versions."""
    translate = QCoreApplication.translate

    def version(row: Written) -> str:
        return row.version if row is not UNSAVED else translate("RulesRows", "Not saved yet")

    def who(row: Written) -> str:
        if row is UNSAVED:
            return ""
        return row.author.actor if row.author else translate("RulesRows", "built in")

    def when(row: Written) -> str:
        return row.author.at.strftime("%Y-%m-%d %H:%M") if row.author else ""

    def site(row: Written) -> str:
        return row.author.site if row.author else ""

    def force(row: Written) -> str:
        return translate("RulesRows", "in force") if row.in_force else ""

    return Rows(
        [
            Column(
                translate("RulesRows", "Version"), version, strong=lambda row: row is UNSAVED,
                tone=lambda row: "accentText" if row is UNSAVED else "", tip=version,
            ),
            Column(translate("RulesRows", "In force"), force, tone=lambda _: "green",
                   icon=lambda row: "circle-check" if force(row) else ""),
            Column(translate("RulesRows", "Written by"), who),
            Column(translate("RulesRows", "Office"), site),
            Column(translate("RulesRows", "When"), when),
        ],
        key=lambda row: row.version,
    )  # fmt: skip
