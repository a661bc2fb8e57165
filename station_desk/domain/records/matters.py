"""Who came, and what is handled: visits, visitors, and every kind of matter."""

from __future__ import annotations

from datetime import date, datetime

from station_desk.domain import declare as d
from station_desk.domain.declare import Privacy, Record, RecordId, Write, record


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
    minor: bool | None = d.flag("Under 14", "未满十四周岁")
    guardian: str | None = d.text("Guardian", "监护人", limit=60, privacy=Privacy.NAME)
    guardian_phone: str | None = d.text("Guardian's telephone", "监护人电话", limit=40, privacy=Privacy.PHONE)
    guardian_agreed: bool | None = d.flag("The guardian agreed", "监护人同意")


@record("visit", "Visit", "来访", casework=True)
class Visit(Record):
    """One reception of one visitor or group."""

    number: str | None = d.text("Visit number", "来访编号", limit=40, write=Write.ADDED)
    station: str | None = d.code("Station", "站点", write=Write.ADDED)
    began: datetime | None = d.moment("Came at", "接待时间", required=True, write=Write.CREATOR)
    channel: str | None = d.code("Channel", "接待方式", "channel", required=True, write=Write.CREATOR)
    deputies: tuple[RecordId, ...] | None = d.refs(
        "Deputies receiving", "接待代表", "deputy", write=Write.CREATOR
    )
    recorder: str | None = d.text("Recorded by", "记录人", limit=60, write=Write.CREATOR)
    visitor: RecordId | None = d.ref("Visitor", "来访人", "visitor", write=Write.ADDED)
    people: int | None = d.number("How many came", "来访人数", write=Write.CREATOR)
    others: tuple[RecordId, ...] | None = d.refs(
        "Others who speak for the group", "其他来访代表", "visitor", write=Write.CREATOR
    )
    informed: bool | None = d.flag("Told of purpose and keeping", "已告知用途和保存期", write=Write.CREATOR)


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
    confidential: bool | None = d.flag("Asks not to be named", "要求保密")


@record("suggestion", "Suggestion", "代表建议", casework=True)
class Suggestion(Matter):
    """A deputy's suggestion, criticism or opinion to be handled by the government (代表法)."""

    # What is submitted in deputies' names is its owner's to word.
    title: str | None = d.text("Title", "标题", required=True, search=True, write=Write.OWNER)
    text: str | None = d.long("Text", "内容", search=True, write=Write.OWNER)
    level: str | None = d.code("Put to the congress of", "所属层级", "level", write=Write.ADDED)
    group: str | None = d.text("In the name of a group", "以代表小组名义", limit=80, write=Write.OWNER)
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


@record("motion", "Motion", "议案", casework=True)
class Motion(Matter):
    """A motion put to a session by the number of deputies the law asks for: case, grounds, and plan."""

    # What is submitted in deputies' names is its owner's to word.
    title: str | None = d.text("Title", "标题", required=True, search=True, write=Write.OWNER)
    text: str | None = d.long("Text", "内容", search=True, write=Write.OWNER)
    level: str | None = d.code("Put to the congress of", "所属层级", "level", write=Write.ADDED)
    group: str | None = d.text("In the name of a delegation", "以代表团名义", limit=80, write=Write.OWNER)
    session: str | None = d.text("Session", "届次会议", limit=60)
    consent: str | None = d.code("Publication", "公开意见", "consent", write=Write.OWNER)
    grounds: str | None = d.long("Grounds", "案据", write=Write.OWNER, search=True)
    plan: str | None = d.long("Plan", "方案", write=Write.OWNER, search=True)
