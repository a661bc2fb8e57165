"""Places, people and lists of an office, and its rules."""

from __future__ import annotations

from station_desk.domain import declare as d
from station_desk.domain.declare import Privacy, Record, RecordId, Write, record
from station_desk.domain.limits import MAX_COUNT


@record("site", "Site", "站点与机关")
class Site(Record):
    """One office that keeps a desk: a station, a town congress, a county, the city, a deputy. Its address and
    telephone stand on the papers of a congress office; a station's are those of its `Station`."""

    code: str | None = d.code("Site code", "代码", required=True, limit=20, write=Write.ADDED)
    name: str | None = d.text("Name", "名称", required=True)
    role: str | None = d.code("Kind", "类型", "site_role", required=True, write=Write.ADDED)
    parent: str | None = d.code("Parent site", "上级代码", write=Write.CREATOR)
    address: str | None = d.text("Address", "地址")
    phone: str | None = d.text("Telephone", "电话", limit=40)


@record("desk", "Desk", "工作台")
class DeskKey(Record):
    """The certificate of one installation: which replica speaks for which site, with which key.

    A desk restored or copied goes on as a new replica: `after` names the one it follows, and `proof` is that
    one's signature (hex) over the new certificate (`store.incarnation.claim`). `age` is the key (`age1…`) to
    which files for it may be encrypted; `until` strikes it off: its later entries do not count. `last` are
    the hashes of the entries that count last, joined by spaces: one, or one of each branch of a replica that
    two wrote as. Whose word on whom counts: `exchange.trust`.
    """

    site: str | None = d.code("Site code", "站点代码", required=True, write=Write.ADDED)
    replica: str | None = d.text("Replica", "副本", required=True, write=Write.ADDED)
    key: str | None = d.text("Public key", "公钥", required=True, write=Write.ADDED)
    after: str | None = d.text("Replica it follows", "接续的副本", write=Write.ADDED)
    proof: str | None = d.text("That one's signature", "前一副本的签名", write=Write.ADDED)
    age: str | None = d.text("Key to encrypt for", "加密公钥", write=Write.ADDED)
    until: int | None = d.number("Counts up to entry", "有效至第几条", limit=MAX_COUNT, write=Write.ADDED)
    last: str | None = d.text("Hash of that entry", "该条的哈希值", limit=20_000, write=Write.ADDED)


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
    desk: str | None = d.code("Their own desk", "代表工作台代码", limit=20)


@record("category", "Category", "类别")
class Category(Record):
    """A class of matters, editable by the town; a hidden one is no longer offered."""

    name: str | None = d.text("Name", "名称", required=True, limit=60)
    rank: int | None = d.number("Order", "次序")
    code_12345: str | None = d.text("12345 code", "12345 编码", limit=40)
    hidden: bool | None = d.flag("No longer offered", "停用")


@record("answer", "Ready answer", "常用答复")
class Answer(Record):
    """A good answer kept to be given again: offered where the category or the words of a matter fit."""

    title: str | None = d.text("Title", "标题", required=True, limit=80)
    text: str | None = d.long("Answer", "答复内容", required=True, limit=4_000)
    category: str | None = d.text("Category", "类别", limit=60)
    keywords: str | None = d.text("Keywords", "关键词")
    source: str | None = d.text("By which rule", "政策依据")
    hidden: bool | None = d.flag("No longer offered", "停用")


@record("person", "Person at this desk", "工作人员")
class Person(Record):
    """Who works at a desk, and as what: their role decides which pages and steps they have."""

    site: str | None = d.code("Site code", "站点代码", required=True, limit=20, write=Write.ADDED)
    name: str | None = d.text("Name", "姓名", required=True, limit=60)
    role: str | None = d.code("Role", "身份", "role", required=True)
    deputy: RecordId | None = d.ref("Deputy", "人大代表", "deputy")


@record("profile", "Rule profile", "规则方案")
class Profile(Record):
    """One version of the rules a town edits; a matter keeps the version it began under."""

    version: str | None = d.text("Version", "版本", required=True, limit=60, write=Write.ADDED)
    name: str | None = d.text("Name", "名称", required=True, write=Write.ADDED)
    body: str | None = d.long("Rules", "规则", required=True, limit=300_000, write=Write.ADDED)
