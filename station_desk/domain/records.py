"""Every record and field of the trade, declared once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from station_desk.domain import declare as d
from station_desk.domain.declare import Privacy, Record, RecordId, Write, record

# --- places and people of the office -------------------------------------------------------------


@record("site", "Site", "站点与机关")
class Site(Record):
    """One office that keeps a desk: a station, a town congress, a county, the city, a deputy."""

    code: str | None = d.code("Site code", "代码", required=True, limit=20, write=Write.ADDED)
    name: str | None = d.text("Name", "名称", required=True)
    role: str | None = d.code("Kind", "类型", "site_role", required=True, write=Write.ADDED)
    parent: str | None = d.code("Parent site", "上级代码", write=Write.CREATOR)


@record("desk", "Desk", "工作台")
class DeskKey(Record):
    """The certificate of one installation: which replica speaks for which site, with which key."""

    site: str | None = d.code("Site code", "站点代码", required=True, write=Write.ADDED)
    replica: str | None = d.text("Replica", "副本", required=True, write=Write.ADDED)
    key: str | None = d.text("Public key", "公钥", required=True, write=Write.ADDED)


@record("station", "Station", "联络站")
class Station(Record):
    """The place where deputies receive the public."""

    code: str | None = d.code("Station code", "站码", required=True, limit=20)
    name: str | None = d.text("Name", "站名", required=True)
    kind: str | None = d.code("Kind", "类别", "station_kind")
    town: str | None = d.text("Town or street", "镇街")
    address: str | None = d.text("Address", "地址")
    hours: str | None = d.text("Opening hours", "开放时间")
    phone: str | None = d.text("Telephone", "电话", limit=40)
    head: str | None = d.text("Station head", "站长", limit=60)
    liaison: str | None = d.text("Liaison", "联络员", limit=60)


@record("grid", "Grid", "网格")
class Grid(Record):
    """A neighbourhood grid."""

    code: str | None = d.text("Code", "编号", limit=40)
    name: str | None = d.text("Name", "名称", required=True)
    village: str | None = d.text("Village or community", "村居")
    head: str | None = d.text("Grid head", "网格长", limit=60)
    phone: str | None = d.text("Telephone", "电话", limit=40, privacy=Privacy.PHONE)


@record("unit", "Unit", "承办单位")
class Unit(Record):
    """A department or office that handles what is handed over to it."""

    name: str | None = d.text("Name", "单位名称", required=True, search=True)
    short: str | None = d.text("Short name", "简称", limit=60)
    kind: str | None = d.code("Kind", "类型", "unit_kind")
    contact: str | None = d.text("Contact", "联系人", limit=60)
    phone: str | None = d.text("Telephone", "电话", limit=40)


@record("deputy", "Deputy", "人大代表")
class Deputy(Record):
    """A people's-congress deputy."""

    name: str | None = d.text("Name", "姓名", required=True, limit=60, search=True)
    level: str | None = d.code("Level", "层级", "level", required=True)
    term: str | None = d.text("Term", "届次", limit=40)
    district: str | None = d.text("Constituency or delegation", "选区或代表团")
    credential: str | None = d.text("Credential number", "代表证号", limit=40)
    phone: str | None = d.text("Telephone", "电话", limit=40, privacy=Privacy.PHONE)
    address: str | None = d.text("Postal address", "通讯地址")
    postcode: str | None = d.text("Postcode", "邮政编码", limit=10)
    occupation: str | None = d.text("Occupation", "职业")
    station: str | None = d.code("Station code", "所属站点")
    group: str | None = d.text("Group", "代表小组")
    status: str | None = d.code("Status", "资格状态", "deputy_status")


@record("category", "Category", "类别")
class Category(Record):
    """A class of matters, editable by the town; a hidden one is no longer offered."""

    name: str | None = d.text("Name", "名称", required=True, limit=60)
    rank: int | None = d.number("Order", "次序")
    code_12345: str | None = d.text("12345 code", "12345 编码", limit=40)
    hidden: bool | None = d.flag("No longer offered", "停用")


@record("profile", "Rule profile", "规则方案")
class Profile(Record):
    """One version of the rules a town edits; a matter keeps the version it began under."""

    version: str | None = d.text("Version", "版本", required=True, limit=60, write=Write.ADDED)
    name: str | None = d.text("Name", "名称", required=True, write=Write.ADDED)
    body: str | None = d.long("Rules", "规则", required=True, limit=500_000, write=Write.ADDED)


# --- who came ------------------------------------------------------------------------------------


@record("visitor", "Visitor", "来访人", withheld=True)
class Visitor(Record):
    """Who came. Kept apart from everything else, so that it can be left out, shown to few, and erased."""

    name: str | None = d.text("Name", "姓名", limit=60, search=True, privacy=Privacy.NAME)
    gender: str | None = d.code("Gender", "性别", "gender")
    phone: str | None = d.text("Telephone", "电话", limit=40, privacy=Privacy.PHONE)
    address: str | None = d.text("Address", "住址", privacy=Privacy.HIDDEN)
    grid: RecordId | None = d.ref("Grid", "网格", "grid")
    voter: bool | None = d.flag("Voter here", "是否选民")
    informed_on: date | None = d.day("Told of purpose and keeping", "告知日期")


@record("visit", "Visit", "来访", casework=True)
class Visit(Record):
    """One reception of one visitor or group."""

    number: str | None = d.text("Visit number", "来访编号", limit=40, write=Write.ADDED)
    station: str | None = d.code("Station", "站点", write=Write.ADDED)
    began: datetime | None = d.moment("Came at", "接待时间", required=True)
    channel: str | None = d.code("Channel", "接待方式", "channel", required=True)
    deputies: tuple[RecordId, ...] | None = d.refs("Deputies receiving", "接待代表", "deputy")
    recorder: str | None = d.text("Recorded by", "记录人", limit=60)
    visitor: RecordId | None = d.ref("Visitor", "来访人", "visitor", write=Write.ADDED)
    people: int | None = d.number("How many came", "来访人数")
    informed: bool | None = d.flag("Told of purpose and keeping", "已告知用途和保存期")


# --- what is handled -----------------------------------------------------------------------------


@record("matter", "Matter", "事项", casework=True)
class Matter(Record):
    """What every handled thing shares, whatever its track; stage and due date are computed, never written."""

    number: str | None = d.text("Number", "编号", limit=60, search=True, write=Write.ADDED)
    official_number: str | None = d.text(
        "Official number", "正式编号", limit=60, search=True, write=Write.OFFICE
    )
    title: str | None = d.text("Title", "标题", required=True, search=True)
    text: str | None = d.long("Text", "内容", search=True)
    category: str | None = d.text("Category", "类别", limit=60)
    place: str | None = d.text("Place", "地点", search=True)
    grid: RecordId | None = d.ref("Grid", "网格", "grid")
    station: str | None = d.code("Station", "站点", write=Write.ADDED)
    owner: str | None = d.code("Owner site", "主管站点", write=Write.OWNER)
    opened_on: date | None = d.day("Opened", "登记日期", required=True)
    people: int | None = d.number("People concerned", "涉及人数")
    urgency: str | None = d.code("Urgency", "紧急程度", "urgency")
    sensitive: bool | None = d.flag("Sensitive", "敏感")
    profile: str | None = d.code("Rule profile", "规则版本", write=Write.ADDED)


@record("issue", "Issue", "群众事项", casework=True)
class Issue(Matter):
    """What a visitor raised, in their own words."""

    appeal: str | None = d.text("What they ask for", "诉求", limit=500, search=True)
    visit: RecordId | None = d.ref("Visit", "来访", "visit", write=Write.ADDED)
    visitor: RecordId | None = d.ref("Visitor", "来访人", "visitor", write=Write.ADDED)
    channel: str | None = d.code("Channel", "来源", "channel", write=Write.ADDED)
    source_number: str | None = d.text(
        "Number in the source", "来源编号", limit=80, search=True, write=Write.ADDED
    )
    source_key: str | None = d.text(
        "Source row", "来源标识", limit=64, privacy=Privacy.HIDDEN, write=Write.ADDED
    )
    likes: int | None = d.number("Supported by", "点赞数", write=Write.ADDED)
    against: int | None = d.number("Opposed by", "反对数", write=Write.ADDED)


@record("suggestion", "Suggestion", "代表建议", casework=True)
class Suggestion(Matter):
    """A deputy's suggestion, criticism or opinion to be handled by the government (代表法)."""

    session: str | None = d.text("Session", "届次会议", limit=60)
    at_session: bool | None = d.flag("Raised at a session", "会议期间提出", write=Write.OWNER)
    consent: str | None = d.code("Publication", "公开意见", "consent", write=Write.OWNER)
    formed_by: str | None = d.code("How it was formed", "形成方式", "formed_by", write=Write.OWNER)
    years_running: str | None = d.code(
        "Raised for several years", "多年提出", "years_running", write=Write.OWNER
    )
    wants_contact: bool | None = d.flag("Wishes closer contact", "希望加强沟通", write=Write.OWNER)
    reference_only: bool | None = d.flag(
        "For reference, no written reply", "仅供参考，不需书面答复", write=Write.OWNER
    )
    proposed_units: str | None = d.text("Proposed units", "建议承办单位", write=Write.OWNER)


# --- how it is handled ---------------------------------------------------------------------------


@record("step", "Step", "办理步骤", casework=True)
class Step(Record):
    """One verb done to a matter or to one of its assignments; only ever added."""

    matter: RecordId | None = d.ref("Matter", "事项", "matter", required=True, write=Write.ADDED)
    assignment: RecordId | None = d.ref("Assignment", "交办", "assignment", write=Write.ADDED)
    verb: str | None = d.code("Step", "步骤", required=True, write=Write.ADDED)
    on: date | None = d.day("Day", "日期", required=True, write=Write.ADDED)
    at: datetime | None = d.moment("Time", "时间", write=Write.ADDED)
    text: str | None = d.long("Note", "说明", limit=4_000, write=Write.ADDED)
    until: date | None = d.day("Until", "至", write=Write.ADDED)
    code: str | None = d.code("Result", "结果", write=Write.ADDED)
    about: RecordId | None = d.ref("About", "所涉记录", "any", write=Write.ADDED)
    after: tuple[RecordId, ...] | None = d.refs("After", "在其后", "step", write=Write.ADDED)


@record("link", "Link", "关联", casework=True)
class Link(Record):
    """A tie from one matter to another."""

    kind: str | None = d.code("Kind", "关系", "link_kind", required=True, write=Write.ADDED)
    source: RecordId | None = d.ref("From", "自", "matter", required=True, write=Write.ADDED)
    target: RecordId | None = d.ref("To", "至", "matter", required=True, write=Write.ADDED)


@record("signer", "Signer", "提出代表", casework=True)
class Signer(Record):
    """A deputy who puts their name to a suggestion."""

    matter: RecordId | None = d.ref("Suggestion", "建议", "matter", required=True, write=Write.ADDED)
    deputy: RecordId | None = d.ref("Deputy", "代表", "deputy", required=True, write=Write.ADDED)
    role: str | None = d.code("Role", "身份", "signer_role", required=True)
    rank: int | None = d.number("Order", "次序")


@record("assignment", "Assignment", "交办", casework=True)
class Assignment(Record):
    """One unit's charge of a matter; it runs its own small track."""

    matter: RecordId | None = d.ref("Matter", "事项", "matter", required=True, write=Write.ADDED)
    unit: RecordId | None = d.ref("Unit", "承办单位", "unit", required=True, write=Write.ADDED)
    role: str | None = d.code("Role", "承办方式", "assignment_role", required=True, write=Write.ADDED)
    number: str | None = d.text("Slip number", "文号", limit=60, write=Write.ADDED)
    handed_on: date | None = d.day("Handed over", "交办日期", required=True, write=Write.ADDED)
    request: str | None = d.long("What is asked", "办理要求", limit=2_000, write=Write.ADDED)
    handed_by: str | None = d.text("Handed over by", "交办人", limit=60, write=Write.ADDED)


@record("reply", "Reply", "答复", casework=True)
class Reply(Record):
    """What a unit answered, with its class under the scheme in force."""

    matter: RecordId | None = d.ref("Matter", "事项", "matter", required=True, write=Write.ADDED)
    assignment: RecordId | None = d.ref("Assignment", "交办", "assignment", write=Write.ADDED)
    unit: RecordId | None = d.ref("Unit", "承办单位", "unit", write=Write.ADDED)
    kind: str | None = d.code("Kind", "种类", "reply_kind", required=True, write=Write.ADDED)
    number: str | None = d.text("Document number", "发文字号", limit=60, write=Write.OFFICE)
    dated: date | None = d.day("Dated", "答复日期", required=True, write=Write.OFFICE)
    scheme: str | None = d.code("Class scheme", "分类方案", write=Write.OFFICE)
    reply_class: str | None = d.code("Class", "类别", write=Write.OFFICE)
    method: str | None = d.code("How", "沟通方式", "reply_method", write=Write.OFFICE)
    text: str | None = d.long("Text", "答复内容", required=True, write=Write.OFFICE)
    contact: str | None = d.text("Contact", "联系人", limit=60, write=Write.OFFICE)
    phone: str | None = d.text("Telephone", "联系电话", limit=40, write=Write.OFFICE)


@record("consultation", "Consultation", "征询意见", casework=True)
class Consultation(Record):
    """One signer's verdict on the handling: attitude and result apart (上海、山东), by round."""

    matter: RecordId | None = d.ref("Suggestion", "建议", "matter", required=True, write=Write.ADDED)
    signer: RecordId | None = d.ref("Signer", "提出代表", "signer", required=True, write=Write.ADDED)
    round: int | None = d.number("Round", "轮次", required=True, write=Write.ADDED)
    returned_on: date | None = d.day("Returned", "收回日期", required=True)
    attitude: str | None = d.code("Attitude", "办理态度", "deputy_verdict")
    result: str | None = d.code("Result", "办理结果", "deputy_verdict", required=True)
    opinion: str | None = d.long("Opinion", "具体意见", limit=4_000)


@record("feedback", "Feedback", "反馈", casework=True)
class Feedback(Record):
    """One telling of the outcome to the visitor."""

    matter: RecordId | None = d.ref("Matter", "事项", "matter", required=True, write=Write.ADDED)
    told_on: date | None = d.day("Told on", "反馈日期", required=True, write=Write.ADDED)
    method: str | None = d.code("How", "反馈方式", "feedback_method", required=True, write=Write.ADDED)
    by: str | None = d.text("By", "反馈人", limit=60, write=Write.ADDED)
    text: str | None = d.long("What was said", "反馈内容", limit=4_000, write=Write.ADDED)


TYPES: Mapping[str, type[Record]] = MappingProxyType(
    {
        cls.type_name: cls
        for cls in (
            Site,
            DeskKey,
            Station,
            Grid,
            Unit,
            Deputy,
            Category,
            Profile,
            Visitor,
            Visit,
            Issue,
            Suggestion,
            Step,
            Link,
            Signer,
            Assignment,
            Reply,
            Consultation,
            Feedback,
        )
    }
)
"""Every record type by its stored name; `matter` itself is abstract, its tracks are stored."""

MATTERS: Mapping[str, type[Matter]] = MappingProxyType({"issue": Issue, "suggestion": Suggestion})
"""Record types that are handled along a track; the type name is the track's code."""
