"""Writes an edited rule profile into its own TOML text, so that comments and all else stay as written."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from station_desk.domain.deadlines import ClockRule
from station_desk.domain.profile import Caution, ClassScheme, Door, RuleProfile, Scale
from station_desk.domain.profile_text import parse
from station_desk.domain.workdays import CalendarYear
from station_desk.errors import UserError, ValidationError
from station_desk.i18n import Label, translate

Path = tuple[str, ...]
Lines = Mapping[str, str]
"""The values of one section as TOML literals, by name."""

_NAMED = re.compile(r'\s*([\w-]+|"[^"]+")\s*=')


@dataclass(slots=True)
class _Block:
    """A section of the text: its header's path, its lines, and where each value's lines begin and end."""

    path: Path
    lines: list[str] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    end: int = 0  # after its last value; comments and blank lines behind it belong to what follows


def written(text: str, before: RuleProfile, after: RuleProfile, version: str) -> str:
    """`text` (which says `before`) made to say `after` under `version`; only lines that differ change.

    UserError where the text is written in a way that lines cannot be told apart in.
    """
    blocks = _blocks(text)
    _set(blocks[0], {"version": _text(version)})
    old, new = sections_of(before), sections_of(after)
    for path, lines in new.items():
        if path not in old:
            _insert(blocks, path, lines)
        elif lines != old[path]:
            found = next((block for block in blocks if block.path == path), None)
            if found is None:
                raise _unreadable()
            _set(
                found,
                {name: literal for name, literal in lines.items() if old[path].get(name) != literal},
                tuple(name for name in old[path] if name not in lines),
            )
    blocks = [_left(block) if block.path in old and block.path not in new else block for block in blocks]
    out = "\n".join(line for block in blocks for line in block.lines) + "\n"
    try:
        said = parse(out)
    except ValidationError as error:
        raise _unreadable() from error
    if said != replace(after, version=version):
        raise _unreadable()
    return out


def _unreadable() -> UserError:
    return UserError(
        translate("rules", "The rules are written in a way this form cannot edit. Edit their text instead.")
    )


def sections_of(profile: RuleProfile) -> dict[Path, Lines]:
    """Every section that can be edited, by its path, with its values as TOML."""
    out: dict[Path, Lines] = {}
    for name, value in (
        ("shift_to_working_day", _flag(profile.shift_to_working_day)),
        ("class_scheme", _text(profile.class_scheme)),
        ("visitor_scale", _text(profile.visitor_scale)),
        ("deputy_scale", _text(profile.deputy_scale)),
    ):
        origin = profile.settings[name]
        out["settings", name] = {"value": value, **_origin(origin.source, origin.confirmed)}
    for clock in profile.clocks.values():
        out["clocks", clock.key] = _clock(clock)
    for limit in profile.limits.values():
        out["limits", limit.key] = {
            **_label(limit.label, "name", "name_en"), "n": str(limit.n),
            **_origin(limit.source, limit.confirmed),
        }  # fmt: skip
    for series in profile.numbering.values():
        out["numbering", series.key] = {
            **_label(series.label, "name", "name_en"), "pattern": _text(series.pattern),
            **_origin(series.source, series.confirmed),
        }  # fmt: skip
    for scheme in profile.class_schemes.values():
        out["class_schemes", scheme.key] = _scheme(scheme)
    for scale in profile.scales.values():
        out["scales", scale.key] = _scale(scale)
    for door in profile.doors.values():
        out["doors", door.key] = _door(door)
    for caution in profile.negative_list:
        out["negative_list", caution.key] = _caution(caution)
    for year in profile.calendar.years.values():
        out["calendar", str(year.year)] = year_values(year)
    return out


def _origin(source: str, confirmed: bool) -> dict[str, str]:
    return {"source": _text(source), "confirmed": _flag(confirmed)}


def _clock(rule: ClockRule) -> Lines:
    extended = {"extended": _text(rule.extended)} if rule.extended else {}
    return {
        **_label(rule.label, "name", "name_en"), "unit": _text(rule.unit.value), "n": str(rule.n),
        **extended, **_origin(rule.source, rule.confirmed),
    }  # fmt: skip


def _scheme(scheme: ClassScheme) -> Lines:
    rows = [
        ", ".join(
            f"{name} = {value}"
            for name, value in {
                "code": _text(grade.code), **_label(grade.label, "meaning", "meaning_en")
            }.items()
        )
        for grade in scheme.grades
    ]  # fmt: skip
    return {
        **_label(scheme.label, "name", "name_en"),
        "grades": _rows(rows),
        **_origin(scheme.source, scheme.confirmed),
    }


def _scale(scale: Scale) -> Lines:
    return {
        **_label(scale.label, "name", "name_en"),
        "grades": _list(scale.grades),
        **_origin(scale.source, scale.confirmed),
    }


def _door(door: Door) -> Lines:
    return {
        **_label(door.label, "name", "name_en"),
        **_label(door.reason, "reason", "reason_en"),
        **_origin(door.source, door.confirmed),
    }


def _caution(caution: Caution) -> Lines:
    return {
        "keywords": _list(caution.keywords),
        **_label(caution.hint, "hint", "hint_en"),
        **_origin(caution.source, caution.confirmed),
    }


def year_values(year: CalendarYear) -> Lines:
    """The values of a year's section."""
    rows = []
    for holiday in year.holidays:
        work = f", work = [{', '.join(day.isoformat() for day in holiday.work)}]" if holiday.work else ""
        rows.append(f"name = {_text(holiday.name)}, from = {holiday.first}, to = {holiday.last}{work}")
    return {"holidays": _rows(rows), **_origin(year.source, year.confirmed)}


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_text, values))}]"


def _rows(rows: list[str]) -> str:
    return "\n".join(["[", *(f"    {{ {row} }}," for row in rows), "]"])


def _label(label: Label, zh: str, en: str) -> dict[str, str]:
    """A label whose English is its Chinese has none: a word changed in Chinese loses the old English."""
    return {zh: _text(label.zh)} | ({en: _text(label.en)} if label.en != label.zh else {})


# --- the text as blocks -----------------------------------------------------------------------------------


def _blocks(text: str) -> list[_Block]:
    blocks = [_Block(())]
    depth, open_name, start = 0, "", 0
    for line in text.splitlines():
        if depth == 0 and line.lstrip().startswith("["):
            blocks.append(_Block(_path(line)))
        block = blocks[-1]
        here = len(block.lines)
        block.lines.append(line)
        if depth == 0:
            named = _NAMED.match(line)
            if here == 0 and block.path:
                block.end = 1
                continue
            if named is None:
                continue
            open_name, start = named[1].strip('"'), here
        depth += _opened(line)
        if depth == 0:
            block.spans[open_name] = (start, here + 1)
            block.end = here + 1
    return blocks


def _path(line: str) -> Path:
    """`[clocks."issue.tell"]` → ("clocks", "issue.tell"); an entry of a list of tables has no path to set."""
    try:
        found: object = tomllib.loads(line)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable() from error
    out: list[str] = []
    while isinstance(found, dict) and found:
        name, found = next(iter(found.items()))
        out.append(name)
    return ("", *out) if isinstance(found, list) else tuple(out)


def _outside(line: str) -> Iterator[tuple[int, str]]:
    """The characters of a line that stand outside its strings, with their places."""
    quote, escaped = "", False
    for place, sign in enumerate(line):
        if quote:
            if escaped:
                escaped = False
            elif sign == "\\" and quote == '"':
                escaped = True
            elif sign == quote:
                quote = ""
        elif sign in "\"'":
            quote = sign
        else:
            yield place, sign


def _comment(line: str) -> str:
    place = next((place for place, sign in _outside(line) if sign == "#"), None)
    return "" if place is None else line[place:]


def _opened(line: str) -> int:
    """How many brackets of a list the line leaves open (or closes, below 0)."""
    depth = 0
    for _, sign in _outside(line):
        if sign == "#":
            break
        depth += (sign in "[{") - (sign in "]}")
    return depth


def _set(block: _Block, values: Lines, gone: tuple[str, ...] = ()) -> None:
    """Put these values in the place of the old ones (new names at the end), and take the gone ones out."""
    fresh = [name for name in values if name not in block.spans]
    for name, (first, last) in sorted(block.spans.items(), key=lambda item: -item[1][0]):
        if name not in values and name not in gone:
            continue
        comment = _comment(block.lines[first]) if last == first + 1 else ""
        lines = f"{name} = {values[name]}".split("\n") if name in values else []
        if lines and comment:
            lines[-1] += f"  {comment}"
        block.lines[first:last] = lines
        block.end += len(lines) - (last - first)
    for name in fresh:
        lines = f"{name} = {values[name]}".split("\n")
        block.lines[block.end : block.end] = lines
        block.end += len(lines)


def _insert(blocks: list[_Block], path: Path, lines: Lines) -> None:
    """A new section after the last of its kind."""
    group = path[0]
    kin = [place for place, block in enumerate(blocks) if block.path[:1] == (group,)]
    place = kin[-1] if kin else len(blocks) - 1
    before = blocks[place]
    said = section_lines(path, lines)
    tail = before.lines[before.end :]
    before.lines[before.end :] = [""]
    blocks.insert(place + 1, _Block(path, [*said, *tail], end=len(said)))


def section_lines(path: Path, lines: Lines) -> list[str]:
    """A section as it is written: its header, then its values."""
    group, name = path
    head = f"[{group}.{name if re.fullmatch(r'[A-Za-z0-9_-]+', name) else _text(name)}]"
    return [head, *(line for key, literal in lines.items() for line in f"{key} = {literal}".split("\n"))]


def _left(block: _Block) -> _Block:
    """What stays of a section taken out: the comments behind it."""
    rest = block.lines[block.end :]
    while rest and not rest[0].strip():
        rest.pop(0)
    return _Block(("",), rest)
