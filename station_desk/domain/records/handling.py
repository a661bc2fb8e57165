"""How a matter is handled: steps, charges, replies, promises, verdicts, and telling."""

from __future__ import annotations

from datetime import date, datetime

from station_desk.domain import declare as d
from station_desk.domain.declare import Record, RecordId, Write, record
from station_desk.domain.limits import MAX_COUNT


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
    signed_on: date | None = d.day("Signed on", "签名日期")


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
    signed_by: str | None = d.text("Signed by", "签发人", limit=60, write=Write.OFFICE)
    letter: RecordId | None = d.ref("Same letter as", "同一答复函", "reply", write=Write.ADDED)


@record("promise", "Promise", "承诺事项", casework=True)
class Promise(Record):
    """What a unit promised in a reply of class B, by when, and whether it was kept (重庆2017第24、28条)."""

    matter: RecordId | None = d.ref("Matter", "事项", "matter", required=True, write=Write.ADDED)
    reply: RecordId | None = d.ref("Reply", "答复", "reply", write=Write.ADDED)
    unit: RecordId | None = d.ref("Unit", "承办单位", "unit", write=Write.ADDED)
    what: str | None = d.long("What is promised", "承诺事项", limit=2_000, required=True, write=Write.ADDED)
    by: date | None = d.day("By", "完成期限", required=True, write=Write.OFFICE)
    state: str | None = d.code("Kept", "兑现情况", "promise_state", write=Write.OFFICE)
    decided_on: date | None = d.day("Established on", "认定日期", write=Write.OFFICE)
    proof: str | None = d.long("How it was seen", "落实情况", limit=2_000, write=Write.OFFICE)


@record("supervision", "Key supervision", "重点督办", casework=True)
class Supervision(Record):
    """A suggestion chosen for key supervision: by which criteria, by whom, led by whom (代表法第52条)."""

    matter: RecordId | None = d.ref("Matter", "事项", "matter", required=True, write=Write.ADDED)
    criterion: str | None = d.code(
        "Criterion", "确定依据", "supervision_criterion", required=True, write=Write.OFFICE
    )
    decided_by: str | None = d.text("Decided by", "确定机关", required=True, write=Write.OFFICE)
    decided_on: date | None = d.day("Decided on", "确定日期", required=True, write=Write.OFFICE)
    led_by: str | None = d.text("Led by", "领衔督办人", required=True, write=Write.OFFICE)
    note: str | None = d.long("What is asked", "督办要求", limit=2_000, write=Write.OFFICE)


@record("honour", "Commendation", "评优", casework=True)
class Honour(Record):
    """A suggestion, an idea or a unit's handling nominated as excellent, and whether it was chosen."""

    matter: RecordId | None = d.ref("Matter", "事项", "matter", required=True, write=Write.ADDED)
    kind: str | None = d.code("Kind", "类别", "honour", required=True, write=Write.ADDED)
    unit: RecordId | None = d.ref("Unit", "承办单位", "unit", write=Write.ADDED)
    year: int | None = d.number("Year", "年度", required=True, write=Write.ADDED)
    nominated_by: str | None = d.text("Nominated by", "推荐单位（人）", limit=120, write=Write.ADDED)
    nominated_on: date | None = d.day("Nominated on", "推荐日期", required=True, write=Write.ADDED)
    reason: str | None = d.long("Reason", "推荐理由", limit=2_000, write=Write.ADDED)
    chosen_on: date | None = d.day("Chosen on", "评定日期", write=Write.OFFICE)
    chosen_by: str | None = d.text("Chosen by", "评定机关", limit=120, write=Write.OFFICE)


@record("attachment", "Attachment", "附件", casework=True)
class Attachment(Record):
    """A file that belongs to a matter; its bytes lie in the desk's store of files under their SHA-256."""

    matter: RecordId | None = d.ref("Matter", "事项", "matter", required=True, write=Write.ADDED)
    about: RecordId | None = d.ref("Belongs to", "所附记录", "any", write=Write.ADDED)
    name: str | None = d.text("File name", "文件名", required=True, write=Write.ADDED)
    sha256: str | None = d.code("Fingerprint", "指纹", required=True, limit=64, write=Write.ADDED)
    size: int | None = d.number("Bytes", "字节数", required=True, limit=MAX_COUNT, write=Write.ADDED)
    media: str | None = d.code("Type", "文件类型", limit=100, write=Write.ADDED)


@record("consultation", "Consultation", "征询意见", casework=True)
class Consultation(Record):
    """One signer's verdict on the handling: attitude and result apart (上海、山东), by round."""

    matter: RecordId | None = d.ref("Suggestion", "建议", "matter", required=True, write=Write.ADDED)
    signer: RecordId | None = d.ref("Signer", "提出代表", "signer", required=True, write=Write.ADDED)
    round: int | None = d.number("Round", "轮次", required=True, write=Write.ADDED)
    returned_on: date | None = d.day("Returned", "收回日期", required=True, write=Write.CREATOR)
    attitude: str | None = d.code("Attitude", "办理态度", "deputy_verdict", write=Write.CREATOR)
    result: str | None = d.code("Result", "办理结果", "deputy_verdict", required=True, write=Write.CREATOR)
    opinion: str | None = d.long("Opinion", "具体意见", limit=4_000, write=Write.CREATOR)
    kind: str | None = d.code("About", "征询类别", "consultation_kind", write=Write.ADDED)


@record("feedback", "Feedback", "反馈", casework=True)
class Feedback(Record):
    """One telling of the outcome to the visitor."""

    matter: RecordId | None = d.ref("Matter", "事项", "matter", required=True, write=Write.ADDED)
    told_on: date | None = d.day("Told on", "反馈日期", required=True, write=Write.ADDED)
    method: str | None = d.code("How", "反馈方式", "feedback_method", required=True, write=Write.ADDED)
    by: str | None = d.text("By", "反馈人", limit=60, write=Write.ADDED)
    text: str | None = d.long("What was said", "反馈内容", limit=4_000, write=Write.ADDED)
    visitor: RecordId | None = d.ref("To", "反馈对象", "visitor", write=Write.ADDED)
    verdict: str | None = d.code("Their verdict", "群众评价", "verdict", write=Write.ADDED)
    reason: str | None = d.text("Why", "评价原因", limit=500, write=Write.ADDED)
