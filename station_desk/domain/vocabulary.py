"""Codes of the trade with their official Chinese terms, each said once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
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
    OFFICE = "office"  # staff of a town's congress office
    COUNTY = "county"  # staff of a county's or the city's congress office
    VIEWER = "viewer"


DEFAULT_ROLE: Mapping[SiteRole, Role] = MappingProxyType(
    {
        SiteRole.STATION: Role.CLERK,
        SiteRole.TOWN: Role.OFFICE,
        SiteRole.COUNTY: Role.COUNTY,
        SiteRole.CITY: Role.COUNTY,
        SiteRole.DEPUTY: Role.DEPUTY,
    }
)


@cache
def acting(role: str, at_office: bool, at_home: bool, at_deputys: bool = False) -> frozenset[Role]:
    """What somebody of `role` may act as for a matter: `at_office`, at the desk of its congress office;
    `at_home`, at the desk that registered it. Staff of another office only look on and take notes; at a
    deputy's desk (`at_deputys`) everybody is a deputy, whatever they call themselves."""
    if role not in Role._value2member_map_:
        return frozenset()  # a role of a newer version
    own = Role(role)
    if own in (Role.VIEWER, Role.DEPUTY):
        return frozenset({own})
    if at_deputys:
        return frozenset({Role.DEPUTY})
    found: set[Role] = {Role.COUNTY if own is Role.OFFICE else own}
    if at_home:
        found.add(Role.CLERK)
    if at_office:
        found.add(Role.OFFICE)
    return frozenset(found)


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
    ("office", "Town congress staff", "镇街人大工作人员"),
    ("county", "County or city congress staff", "县市人大工作人员"),
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
TRACKS = _vocabulary(
    "track",
    ("issue", "Issue", "群众事项"),
    ("suggestion", "Suggestion", "代表建议"),
    ("motion", "Motion", "议案"),
)
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
    ("met", "Settled at a meeting", "会商办结"),
    ("adopted", "Adopted by the meeting", "会议通过"),
    ("reported", "Deliberated and reported", "已审议报告"),
    ("to_suggestion", "Handled as a suggestion", "转作建议办理"),
)
ASSIGNMENT_ROLES = _vocabulary(
    "assignment_role",
    ("lead", "Lead", "主办"),
    ("co", "Co-handling", "会办"),
    ("separate", "Separate", "分别办理"),
)
CONTACT_METHODS = _vocabulary(
    "contact_method",
    ("meeting", "In person", "面谈"),
    ("visit", "On site", "现场调研"),
    ("phone", "By phone", "电话"),
    ("letter", "In writing", "书面"),
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
    ("together", "Handled together", "并案办理"),
    ("same-number", "Bears the same number", "编号相同"),
)
REPLY_KINDS = _vocabulary(
    "reply_kind",
    ("reply", "Reply", "答复"),
    ("opinion", "Co-opinion", "会办意见"),
    ("report", "Report on the deliberation", "审议结果报告"),
)
CONSULTATION_KINDS = _vocabulary(
    "consultation_kind",
    ("reply", "On the reply", "答复征询"),
    ("redo", "On the new reply", "重新办理后征询"),
    ("second", "On what was promised", "二次征求意见"),
    ("look_back", "Looking back", "回头看征询"),
)
PROMISE_STATES = _vocabulary(
    "promise_state",
    ("kept", "Kept", "已兑现"),
    ("unkept", "Not kept", "未兑现"),
)
SUPERVISION_CRITERIA = _vocabulary(  # 青岛2021第21条
    "supervision_criterion",
    ("public", "Of major concern to the public", "群众反映强烈、社会普遍关注"),
    ("many", "Raised by many deputies", "代表反映比较集中"),
    ("cross", "Across departments and difficult", "涉及多个部门、办理难度较大"),
    ("yearly", "A priority of the year", "事关年度中心工作"),
    ("other", "Other", "其他"),
)
DECISIONS = _vocabulary(
    "decision",
    ("adopted", "Adopted", "会议通过"),
    ("reported", "Report taken, not adopted now", "同意审议结果报告"),
)
HONOURS = _vocabulary(
    "honour",
    ("suggestion", "Excellent suggestion", "优秀建议"),
    ("idea", "Golden idea", "金点子"),
    ("handling", "Excellent handling", "办理先进"),
)
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
            CONTACT_METHODS,
            SIGNER_ROLES,
            LINK_KINDS,
            REPLY_KINDS,
            CONSULTATION_KINDS,
            PROMISE_STATES,
            SUPERVISION_CRITERIA,
            DECISIONS,
            HONOURS,
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
