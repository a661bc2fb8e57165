"""答复函, 会办意见, 审议结果报告, and a unit's written answer to whoever raised an issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from station_desk.casework.dossier_papers import LetterSheet
from station_desk.domain.records import Motion, Suggestion
from station_desk.reports import official
from station_desk.reports.letterhead import Letter
from station_desk.reports.pages import OFFICIAL, About
from station_desk.reports.request import ReportRequest

_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Written:
    """A letter in words, before it is a page or a file to edit; `title` in the parts between which it may be
    broken, `paragraphs` without their indent, "" for what it does not have."""

    sender: str
    number: str
    corner: str
    issuer: str
    title: tuple[str, ...]
    to: str
    paragraphs: tuple[str, ...]
    unit: str
    day: str
    contact: str
    copies: str


def written(sheet: LetterSheet, request: ReportRequest) -> Written:
    """The letter's words; a visitor's name masked as asked."""
    reply = sheet.reply
    contact = "，".join(
        part
        for part in (
            f"联系人：{reply.contact}" if reply.contact else "",
            f"联系电话：{reply.phone}" if reply.phone else "",
        )
        if part
    )
    return Written(
        sheet.unit or "（承办单位）",
        reply.number or "",
        _corner(sheet),
        reply.signed_by or "",
        _title(sheet),
        f"{_to(sheet, request)}：",
        (*_body(sheet), *_promises(sheet), *_thanks(sheet)),
        sheet.unit,
        official.day(reply.dated),
        f"（{contact}）" if contact else "",
        _copies(sheet),
    )


def letters(sheets: Sequence[LetterSheet], request: ReportRequest, out: BinaryIO) -> int:
    """Each letter on pages of its own."""
    first = sheets[0]
    title, number = title_of(first), first.reply.number or first.detail.row.number
    about = About(f"{title} {number}".strip(), title, first.unit or request.made_by, note=request.undecided)
    paper = Letter(out, about, OFFICIAL)
    for sheet in sheets:
        letter = written(sheet, request)
        paper.begin(letter.sender, letter.number, letter.corner, letter.issuer)
        paper.outline(f"{title_of(sheet)}　{sheet.unit}")
        _one(paper, letter)
    return paper.finish()


def title_of(sheet: LetterSheet) -> str:
    """关于…第×号建议答复的函, by the kind of answer and of matter."""
    return "".join(_title(sheet))


def _title(sheet: LetterSheet) -> tuple[str, ...]:
    """The title in the parts between which it may be broken; by its title where it has no number yet."""
    record, row = sheet.detail.record, sheet.detail.row
    if not isinstance(record, Suggestion | Motion):
        return ("关于反映事项办理情况的答复",)
    motion = isinstance(record, Motion)
    if not row.official_number:
        ending = {"opinion": "的会办意见", "report": "审议结果的报告"}.get(sheet.reply.kind or "", "答复的函")
        return (f"关于《{record.title or ''}》", ending)
    numbers = [row.official_number, *(o.official_number or o.number for o in sheet.also)]
    given = [official.numbered(number) for number in numbers]
    named = (*(f"{number}、" for number in given[:-1]), given[-1])
    head = f"关于{record.session or ('' if motion else '闭会期间')}"
    if sheet.reply.kind == "opinion":
        return (head, *named, f"{'议案' if motion else '建议'}的会办意见")
    return (head, *named, "议案审议结果的报告" if motion else "代表建议答复的函")


def _corner(sheet: LetterSheet) -> str:
    """The class letter at the top right of the first page; only a reply has one."""
    return f"{sheet.reply.reply_class}类" if sheet.reply.reply_class and sheet.reply.kind == "reply" else ""


def _to(sheet: LetterSheet, request: ReportRequest) -> str:
    """Whom it is written to: every signer; of a co-opinion the leading unit; of a report the congress."""
    detail = sheet.detail
    if sheet.reply.kind == "opinion":
        return "、".join(sheet.leads) or "主办单位"
    if sheet.reply.kind == "report":
        return sheet.office
    if isinstance(detail.record, Suggestion):
        return f"{detail.record.group or ''}{'、'.join(s.name for s in detail.signers)}代表"
    if official.confidential(detail.record):
        return "来访群众"
    who = detail.visitor
    return official.person(who.name if who is not None else None, masked=request.masked) or "来访群众"


def _one(paper: Letter, letter: Written) -> None:
    paper.title(*letter.title)
    paper.say(letter.to, indent=False)
    contact = len(paper.broken(f"　　{letter.contact}")) if letter.contact else 0
    below = contact + paper.copied_lines(letter.copies)
    for part in letter.paragraphs[:-1]:
        paper.say(part)
    # Sender, day and copies never begin a page without a line of the letter.
    paper.say(letter.paragraphs[-1], keep=paper.signed_lines(letter.unit) + below)
    paper.signed(letter.unit, letter.day)
    if letter.contact:
        paper.say(letter.contact)
    if letter.copies:
        paper.copies(letter.copies)


def _promises(sheet: LetterSheet) -> list[str]:
    """What the unit promises, each with its day."""
    if not sheet.promises:
        return []
    out = ["对其中需要继续推进的事项，承诺如下："]
    for at, row in enumerate(sheet.promises):
        mark = _NUMERALS[at] if at < len(_NUMERALS) else str(at + 1)
        what = (row.promise.what or "").rstrip("。；;")
        out.append(f"（{mark}）{what}（{official.day(row.promise.by)}前完成）。")
    return out


def _body(sheet: LetterSheet) -> list[str]:
    """The recorded text; where it begins at once with the matter, opened as letters are."""
    text = "\n".join(part.strip("　 ") for part in (sheet.reply.text or "").splitlines() if part.strip())
    if "收悉" in text[:120] or sheet.reply.kind == "report":
        return [text]
    record = sheet.detail.record
    title = record.title or ""
    if sheet.reply.kind == "opinion":
        return [f"《{title}》收悉。经研究，提出会办意见如下：", text]
    if isinstance(record, Suggestion):
        whose = "你们" if len(sheet.detail.signers) > 1 or record.group else "您"
        return [f"{whose}提出的《{title}》收悉。经研究，现答复如下：", text]
    return [f"您于{official.day(record.opened_on)}反映的“{title}”一事收悉。经办理，现答复如下：", text]


def _thanks(sheet: LetterSheet) -> list[str]:
    text = sheet.reply.text or ""
    if sheet.reply.kind == "opinion":
        return [] if "专此" in text[-60:] else ["以上意见，请在答复代表时一并考虑。"]
    if sheet.reply.kind == "report":
        return ["以上报告，请予审议。"] if "请" not in text[-30:] else []
    if "感谢" in text[-120:]:
        return []
    if isinstance(sheet.detail.record, Suggestion):
        return ["衷心感谢对我们工作的关心和支持，欢迎继续提出宝贵意见。"]
    return ["感谢您的反映，欢迎继续监督。"]


def _copies(sheet: LetterSheet) -> str:
    """The congress office, and with a suggestion the government's own office."""
    if not isinstance(sheet.detail.record, Suggestion):
        return sheet.office if sheet.reply.kind == "reply" else ""
    return "，".join(part for part in (sheet.office, "政府办公室") if part)
