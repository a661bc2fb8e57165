"""The words of a reply sheet: what its fields are called, on the way out and on the way back."""

from __future__ import annotations

import re
import unicodedata

MARK = "station-desk-reply"
"""The first word of a reply sheet's hidden keywords; its site and the assignment's id follow."""

NUMBER = "回执编号"
UNIT = "承办单位"
REPLY_CLASS = "办理结果类别"
METHOD = "沟通方式"
DOCUMENT = "发文字号"
DATED = "答复日期"
CONTACT = "联系人"
PHONE = "联系电话"
SIGNED_BY = "签发人"
PROMISE = "承诺事项"
BY = "完成时限"
REASON = "退回理由"
RETURNED = "退回日期"

ORDINALS = "一二三四五"
"""A sheet has room for five promises."""

_TEXTS = {"reply": "答复意见", "opinion": "会办意见", "issue": "办理情况", "motion": "办理报告"}

LABELS = {
    NUMBER: "returns",
    UNIT: "unit",
    REPLY_CLASS: "reply_class",
    METHOD: "method",
    DOCUMENT: "number",
    DATED: "dated",
    CONTACT: "contact",
    PHONE: "phone",
    SIGNED_BY: "signed_by",
    REASON: "reason",
    RETURNED: "returned_on",
    BY: "by",
    **dict.fromkeys(_TEXTS.values(), "text"),
    **{f"{PROMISE}{ordinal}": f"what{at}" for at, ordinal in enumerate(ORDINALS)},
}
"""Every label that stands before something read back, and what it is called here."""

_ASIDE = re.compile(r"[（(].*?[)）]|[\s:：*＊]")


def keywords(site: str, assignment: bytes) -> str:
    """The hidden keywords of a sheet."""
    return f"{MARK} {site} {assignment.hex()}"


def read_keywords(text: str) -> tuple[str, bytes]:
    """The site and the assignment of hidden keywords; empty where they are none of ours.

    Office programs put commas, semicolons or spaces between keywords as they please.
    """
    found = re.fullmatch(rf"{MARK}[;,\s]+(.*?)[;,\s]+([0-9a-f]{{32}})", text.strip(), re.DOTALL)
    return (found[1], bytes.fromhex(found[2])) if found else ("", b"")


def text_label(track: str, role: str) -> str:
    """What the unit's own words are called: a reply, a co-opinion, how an issue was handled, a report."""
    if role == "co":
        return _TEXTS["opinion"]
    return _TEXTS.get(track, _TEXTS["reply"])


def title(track: str) -> str:
    """The sheet's heading."""
    return {"suggestion": "代表建议办理回复单", "motion": "代表议案办理回复单"}.get(
        track, "群众反映事项办理回复单"
    )


def label_of(cell: str) -> str:
    """Which field a cell's words announce; empty where they are no label."""
    if len(cell) > 40:
        return ""
    return LABELS.get(_ASIDE.sub("", unicodedata.normalize("NFKC", cell)), "")
