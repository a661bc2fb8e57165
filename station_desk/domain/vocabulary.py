"""Codes of the trade with their official Chinese terms, each said once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from station_desk.i18n import Label


class SiteRole(StrEnum):
    """What kind of place a desk serves."""

    STATION = "station"
    TOWN = "town"
    COUNTY = "county"
    CITY = "city"
    DEPUTY = "deputy"


class Role(StrEnum):
    """Who acts: gates the verbs of a track."""

    CLERK = "clerk"
    HEAD = "head"
    DEPUTY = "deputy"
    OFFICE = "office"  # staff of a town's, county's or city's congress office
    VIEWER = "viewer"


DEFAULT_ROLE: Mapping[SiteRole, Role] = MappingProxyType(
    {
        SiteRole.STATION: Role.CLERK,
        SiteRole.TOWN: Role.OFFICE,
        SiteRole.COUNTY: Role.OFFICE,
        SiteRole.CITY: Role.OFFICE,
        SiteRole.DEPUTY: Role.DEPUTY,
    }
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of codes in the order they are offered."""

    name: str
    terms: Mapping[str, Label]

    def label(self, code: str | None) -> str:
        """The code's term in the language shown; an unknown code (from a newer desk) shows as itself."""
        if code is None:
            return ""
        term = self.terms.get(code)
        return code if term is None else str(term)

    def official(self, code: str | None) -> str:
        """The code's Chinese term, for printed forms."""
        if code is None:
            return ""
        term = self.terms.get(code)
        return code if term is None else term.zh


def _vocabulary(name: str, *terms: tuple[str, str, str]) -> Vocabulary:
    return Vocabulary(name, MappingProxyType({code: Label(en, zh) for code, en, zh in terms}))


SITE_ROLES = _vocabulary(
    "site_role",
    ("station", "Station", "联络站"),
    ("town", "Town congress", "镇街人大"),
    ("county", "County congress", "县（市、区）人大"),
    ("city", "City congress", "市人大"),
    ("deputy", "Deputy", "代表"),
)
ROLES = _vocabulary(
    "role",
    ("clerk", "Clerk", "站务员"),
    ("head", "Station head", "站长"),
    ("deputy", "Deputy", "代表"),
    ("office", "Congress office", "人大工作人员"),
    ("viewer", "Viewer", "只读"),
)
LEVELS = _vocabulary(
    "level",
    ("national", "National", "全国"),
    ("province", "Province", "省"),
    ("city", "City", "市"),
    ("county", "County", "县（市、区）"),
    ("town", "Town", "镇"),
)
STATION_KINDS = _vocabulary(
    "station_kind",
    ("central", "Central station", "中心联络站"),
    ("village", "Village or community station", "村居联络站"),
    ("industry", "Industry station", "行业联络站"),
    ("mobile", "Mobile station", "流动联络站"),
)
CHANNELS = _vocabulary(
    "channel",
    ("station", "At the station", "驻站"),
    ("visit", "Home visit", "走访"),
    ("open_day", "Open day", "直联日"),
    ("grid", "In the grid", "网格"),
    ("phone", "By phone", "电话"),
    ("online", "Online", "网络"),
    ("letter", "By letter", "来信"),
)
GENDERS = _vocabulary("gender", ("f", "Female", "女"), ("m", "Male", "男"))
URGENCIES = _vocabulary("urgency", ("normal", "Normal", "一般"), ("urgent", "Urgent", "紧急"))
TRACKS = _vocabulary("track", ("issue", "Issue", "群众事项"), ("suggestion", "Suggestion", "代表建议"))
OUTCOMES = _vocabulary(
    "outcome",
    ("answered", "Answered on the spot", "当场答复"),
    ("handled", "Handled", "已办结"),
    ("replied", "Replied in writing", "书面答复"),
    ("refused", "Not accepted", "不予受理"),
    ("merged", "Merged", "已并入"),
    ("withdrawn", "Withdrawn", "已撤回"),
    ("petition", "Led to the petition office", "转信访"),
    ("done", "Completed", "已办结"),
)
ASSIGNMENT_ROLES = _vocabulary(
    "assignment_role",
    ("lead", "Lead", "主办"),
    ("co", "Co-handling", "会办"),
    ("separate", "Separate", "分别办理"),
)
SIGNER_ROLES = _vocabulary("signer_role", ("lead", "Lead deputy", "领衔"), ("joint", "Joint deputy", "附议"))
LINK_KINDS = _vocabulary(
    "link_kind",
    ("raised-from", "Raised from", "来源事项"),
    ("part-of", "Part of", "属于"),
    ("merged-into", "Merged into", "并入"),
    ("same-as", "Same as", "同一件事"),
    ("follows-up", "Follows up", "接续"),
    ("answers", "Answers", "答复"),
)
REPLY_KINDS = _vocabulary("reply_kind", ("reply", "Reply", "答复"), ("opinion", "Co-opinion", "会办意见"))
REPLY_METHODS = _vocabulary(
    "reply_method",
    ("meeting", "In person", "面商"),
    ("phone", "By phone", "电话"),
    ("letter", "By letter", "书面"),
)
VERDICTS = _vocabulary(
    "verdict",
    ("very_satisfied", "Very satisfied", "非常满意"),
    ("satisfied", "Satisfied", "满意"),
    ("fairly", "Fairly satisfied", "基本满意"),
    ("dissatisfied", "Dissatisfied", "不满意"),
)
DEPUTY_VERDICTS = _vocabulary(
    "deputy_verdict",
    ("satisfied", "Satisfied", "满意"),
    ("fairly", "Fairly satisfied", "基本满意"),
    ("dissatisfied", "Dissatisfied", "不满意"),
)
FEEDBACK_METHODS = _vocabulary(
    "feedback_method",
    ("phone", "By phone", "电话"),
    ("visit", "In person", "上门"),
    ("station", "At the station", "到站"),
    ("message", "By message", "短信或微信"),
    ("letter", "In writing", "书面"),
    ("online", "Online", "网络"),
)
CONSENTS = _vocabulary(
    "consent",
    ("full", "Full text may be published", "同意全文公开"),
    ("title", "Title only", "仅同意公开标题"),
    ("none", "Not to be published", "不同意公开"),
)
FORMED_BY = _vocabulary(
    "formed_by",
    ("research", "Special research", "专题调研"),
    ("talks", "Talks", "座谈"),
    ("visits", "Visits and other", "走访等其他"),
)
YEARS_RUNNING = _vocabulary(
    "years_running",
    ("one", "First time", "首次提出"),
    ("two", "Two years", "两年"),
    ("three", "Three years", "三年"),
    ("more", "Over three years", "三年以上"),
)
UNIT_KINDS = _vocabulary(
    "unit_kind",
    ("government", "Government department", "政府部门"),
    ("street", "Town or street office", "镇街"),
    ("village", "Village or community", "村居"),
    ("station", "The station itself", "本站"),
    ("other", "Other", "其他"),
)
PUBLIC_STATUS = _vocabulary("deputy_status", ("active", "In office", "在任"), ("ended", "Ended", "已终止"))

ALL: Mapping[str, Vocabulary] = MappingProxyType(
    {
        v.name: v
        for v in (
            SITE_ROLES,
            ROLES,
            LEVELS,
            STATION_KINDS,
            CHANNELS,
            GENDERS,
            URGENCIES,
            TRACKS,
            OUTCOMES,
            ASSIGNMENT_ROLES,
            SIGNER_ROLES,
            LINK_KINDS,
            REPLY_KINDS,
            REPLY_METHODS,
            VERDICTS,
            DEPUTY_VERDICTS,
            FEEDBACK_METHODS,
            CONSENTS,
            FORMED_BY,
            YEARS_RUNNING,
            UNIT_KINDS,
            PUBLIC_STATUS,
        )
    }
)
