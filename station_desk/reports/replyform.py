"""办理回复单: what stands on a unit's reply sheet, the same for the workbook and the Word file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from station_desk.casework.asked import Asked
from station_desk.domain.vocabulary import ASSIGNMENT_ROLES, REPLY_METHODS
from station_desk.errors import UserError
from station_desk.exchange import replyfields as words
from station_desk.i18n import translate
from station_desk.reports import official
from station_desk.whole import whole

SUFFIXES = (".xlsx", ".docx")

HOW_TO = (
    "请填写有底色的栏目，保存后将本文件发回交办机关，并另附盖章文本。日期写如2026-05-03。"
    "回执编号用于自动登记，请勿改动。"
)
ASKED = "一、交办内容"
ANSWER = "二、办理结果"
RETURN = "三、退回（不属本单位职责的，只填本栏）"
SEAL = "承办单位（盖章）：　　　　　　　　　　　　　　年　　月　　日"
CHOOSE = "请选择"
_REQUEST = "请按期办理，并将办理结果书面答复；不属本单位职责的，请在退回期限内说明理由退回。"


@dataclass(frozen=True, slots=True)
class Blank:
    """A field to fill: its label, the choices it offers (none: free words), and whether it takes a day."""

    label: str
    choices: tuple[str, ...] = ()
    day: bool = False


def given(asked: Asked) -> list[tuple[tuple[str, str], ...]]:
    """What the unit is told, in rows of one or two labels with their words."""
    matter = {"suggestion": "建议编号", "motion": "议案编号"}.get(asked.track, "事项编号")
    rows: list[tuple[tuple[str, str], ...]] = [
        (("交办机关", asked.office), ("交办日期", official.day(asked.handed_on))),
        *_reached(asked),
        ((words.UNIT, asked.unit), ("承办方式", ASSIGNMENT_ROLES.official(asked.role or None))),
        ((matter, asked.matter_number), ("交办文号", asked.slip or "——")),
        (("答复期限", official.day(asked.due_on) or "——"),
         ("退回期限", official.day(asked.return_until) or "——")),
    ]  # fmt: skip
    if asked.deputies:
        rows.append((("提出代表", "、".join(asked.deputies)),))
    rows.append((("标题", asked.title),))
    if asked.place:
        rows.append((("地点", asked.place),))
    return rows


def _reached(asked: Asked) -> list[tuple[tuple[str, str], ...]]:
    """Where the answer goes, as the settings of who asks say; nothing where they say nothing."""
    said = official.contact(asked.body, visitors=False)
    return [(("联系方式", said),)] if said else []


def told(asked: Asked) -> list[tuple[str, str, int]]:
    """What is told at length: label, words, least height in lines."""
    return [("内容", asked.text or "见标题", 4), ("办理要求", asked.request or _REQUEST, 2)]


def blanks(asked: Asked) -> list[tuple[Blank, ...]]:
    """The fields of an answer in rows of one or two; the text and the promises follow."""
    methods = tuple(label.zh for label in REPLY_METHODS.terms.values())
    rows: list[tuple[Blank, ...]] = []
    classes = tuple(f"{grade.code} {grade.label.zh}" for grade in asked.grades)
    if classes:
        rows.append((Blank(words.REPLY_CLASS, classes),))
    rows += [
        (Blank(words.DATED, day=True), Blank(words.DOCUMENT)),
        (Blank(words.METHOD, methods), Blank(words.SIGNED_BY)),
        (Blank(words.CONTACT), Blank(words.PHONE)),
    ]
    return rows


def heading(asked: Asked) -> str:
    """The sheet's title."""
    return words.title(asked.track)


def file_name(asked: Asked, suffix: str) -> str:
    """How the sheet is called: number and unit, so that ten of them in one folder are told apart."""
    plain = f"办理回复单 {asked.matter_number} {asked.unit}".strip()
    return "".join(" " if c in '<>:"/\\|?*' else c for c in plain) + suffix


def write(asked: Asked, target: Path) -> Path:
    """Write the sheet as a workbook or a Word file, as `target` ends. UserError where that cannot be."""
    from station_desk.reports import replydocument, replyworkbook

    makers = {".xlsx": replyworkbook.write, ".docx": replydocument.write}
    make = makers.get(target.suffix.lower())
    if make is None:
        raise UserError(translate("reply sheet", "A reply sheet is saved as .xlsx or .docx."))
    try:
        with whole(target) as out:
            make(asked, out)
    except OSError as error:
        raise UserError(
            translate(
                "reply sheet", "{path} could not be written: {error}", path=target,
                error=error.strerror or str(error),
            )
        ) from error  # fmt: skip
    return target
