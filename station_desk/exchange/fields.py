"""What a ledger's columns may hold, by kind of ledger, with every name clerks are known to give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from station_desk.i18n import Label


class LedgerKind(StrEnum):
    """What the rows of a sheet become."""

    ISSUES = "issues"
    DEPUTIES = "deputies"
    UNITS = "units"
    GRIDS = "grids"
    CATEGORIES = "categories"
    ANSWERS = "answers"


class Holds(StrEnum):
    """What the cells of a field look like; a column that looks otherwise is a weaker proposal."""

    TEXT = "text"
    LONG = "long"
    DAY = "day"
    COUNT = "count"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `names` are whole headers, best first; `parts` are found inside longer headers."""

    name: str
    label: Label
    holds: Holds
    names: tuple[str, ...]
    parts: tuple[str, ...] = ()


def _field(name: str, en: str, zh: str, holds: Holds, names: str, parts: str = "") -> Field:
    return Field(name, Label(en, zh), holds, (zh, *names.split()), tuple(parts.split()))


_TEXT, _LONG, _DAY, _COUNT, _PHONE = Holds.TEXT, Holds.LONG, Holds.DAY, Holds.COUNT, Holds.PHONE

# fmt: off
# The ledger of domain.md 2.10 (one layout of many), and the exports of message boards.
_ISSUES = (
    _field(
        "source_number", "Number", "编号", _TEXT,
        "留言编号 事项编号 工单编号 工单号 受理编号 登记编号 流水号 信访编号 案件编号 来信编号 "
        "事件编号 来源编号 单号 id",
        "编号 工单号 流水号",
    ),
    _field(
        "visitor_name", "Visitor", "反映人", _TEXT,
        "留言用户 来访人 来访人姓名 反映人姓名 反映群众 来访群众 群众姓名 选民姓名 姓名 投诉人 "
        "来电人 信访人 诉求人 留言人 "
        "网友 用户名 来信人 联系人 群众 选民 反映人员 提出人",
        "反映人 来访人 来电人 信访人 留言用户 姓名",
    ),
    _field(
        "visitor_phone", "Telephone", "联系电话", _PHONE,
        "电话 手机 手机号 手机号码 联系方式 来电号码 电话号码 反映人电话 来访人电话 联系人电话",
        "联系电话 电话 手机 联系方式",
    ),
    _field(
        "visitor_address", "Address", "住址", _TEXT,
        "地址 家庭住址 联系地址 家庭地址 居住地 居住地址 现住址 来访人住址 反映人住址",
        "住址 地址",
    ),
    _field(
        "title", "Title", "标题", _TEXT,
        "留言主题 主题 事由 事项名称 事项标题 诉求标题 问题标题 题目 留言标题 事项 摘要 名称 工单标题 案由",
        "标题 主题 事由",
    ),
    _field(
        "text", "In the visitor's words", "内容", _LONG,
        "留言详情 反映内容 内容摘要 反映问题 问题描述 原话记录 原话 主要内容 留言内容 详情 "
        "详细内容 事项内容 问题内容 "
        "反映事项 反映情况 具体内容 诉求内容 问题 描述 收集内容 情况反映 意见内容 群众反映 "
        "反映问题及建议 意见建议内容",
        "留言详情 内容 描述 原话 反映问题 反映情况 详情",
    ),
    _field(
        "appeal", "Appeal", "诉求", _LONG,
        "群众诉求 主要诉求 要求 具体诉求 意见建议 诉求事项 意见和建议 反映诉求",
        "诉求",
    ),
    _field(
        "opened_on", "Day raised", "收集日期", _DAY,
        "留言时间 登记日期 登记时间 接待日期 接待时间 反映时间 反映日期 来访时间 来访日期 "
        "受理时间 受理日期 收集时间 日期 时间 "
        "来电时间 创建时间 提交时间 提出时间 发布时间 来信时间 日期起止",
        "留言时间 登记 收集时间 收集日期 接待时间 接待日期 来访时间 反映时间 受理时间",
    ),
    _field(
        "category", "Category", "类别", _TEXT,
        "一级标签 一级分类 事项类别 分类 问题类别 诉求类别 问题分类 内容分类 所属类别 领域 类型 "
        "事项类型 标签 事项分类 问题类型 "
        "类目 所属领域 诉求类型 反映类型",
        "一级标签 一级分类 类别 分类 标签 类型",
    ),
    _field(
        "place", "Place", "村居", _TEXT,
        "村(居) 村(社区) 所属村居 社区 所属社区 所在村居 地点 属地 发生地点 事发地点 村社区 村社 "
        "村别 所在社区 地区 区域 村委会",
        "村居 社区 地点",
    ),
    _field("grid", "Grid", "网格", _TEXT, "所属网格 网格名称 网格编号 所在网格", "网格"),
    _field(
        "station", "Station", "站点", _TEXT,
        "联络站 所属站点 联络站名称 所属联络站",
        "联络站 站点",
    ),
    _field(
        "deputy", "Deputy", "代表", _TEXT,
        "接待代表 人大代表 代表姓名 收集代表 值班代表 驻站代表 联系代表 接待人 值班人大代表",
        "代表",
    ),
    _field(
        "unit", "Handling unit", "承办单位", _TEXT,
        "承办 主办单位 责任单位 办理单位 处置部门 答复单位 转办单位 承办部门 责任部门 办理部门 "
        "答复部门 处理单位 牵头单位 "
        "交办单位 处置单位 答复机构",
        "承办单位 主办单位 责任单位 承办部门 办理单位",
    ),
    _field(
        "handed_on", "Handed over on", "交办日", _DAY,
        "交办日期 交办时间 转办日期 转办时间 分办日期 分办时间 派单时间 移交日期 转交日期",
        "交办日 交办时间 转办日 转办时间 分办",
    ),
    _field(
        "due_on", "Due on", "限办日", _DAY,
        "限办日期 办理期限 答复期限 截止日期 办结期限 限办截止 到期日 办理时限 限办时间 截止时间 "
        "到期时间 限期",
        "期限 截止 时限 限办",
    ),
    _field(
        "reply_text", "Reply", "答复意见", _LONG,
        "答复内容 回复内容 办理情况 答复 回复 处理情况 处置情况 回复意见 官方回复 答复情况 "
        "办理答复 代表当场答复 办理过程",
        "答复意见 答复内容 回复内容 办理情况 处理情况",
    ),
    _field(
        "replied_on", "Replied on", "答复时间", _DAY,
        "答复日期 回复时间 回复日期 答复日",
        "答复时间 答复日 回复时间 回复日",
    ),
    _field(
        "closed_on", "Done on", "办结日", _DAY,
        "办结日期 办结时间 完成时间 完成日期 结案时间 办毕日期",
        "办结日 办结时间 完成时间",
    ),
    _field(
        "outcome", "Outcome", "结果", _TEXT,
        "办理结果 处理结果 办结状态 办理状态 状态 处理方式 是否办结 办结情况 办理方式 当前状态 "
        "处置结果 是否解决",
        "结果 状态 是否办结",
    ),
    _field(
        "feedback_on", "Told the visitor on", "反馈日", _DAY,
        "反馈日期 反馈时间 回访时间 回访日期 反馈群众日期",
        "反馈日 反馈时间 回访时间 回访日",
    ),
    _field(
        "feedback_channel", "Told how", "反馈方式", _TEXT,
        "回访方式 反馈形式 反馈渠道",
        "反馈方式 回访方式",
    ),
    _field(
        "verdict", "Visitor's verdict", "群众评价", _TEXT,
        "评价 满意度 群众满意度 满意情况 评价结果 是否满意 满意程度 群众是否满意 测评结果",
        "评价 满意",
    ),
    _field(
        "people", "People", "人数", _COUNT,
        "来访人数 涉及人数 反映人数 人次 联名人数",
        "人数",
    ),
    _field(
        "source", "Channel", "来源", _TEXT,
        "渠道 来源渠道 接待方式 反映渠道 反映方式 收集方式 来访方式 信访形式 形式 诉求来源 "
        "收集渠道 事项来源 来件渠道",
        "来源 渠道 接待方式",
    ),
    _field("remark", "Remark", "备注", _LONG, "说明 备注说明", "备注"),
    _field("against", "Against", "反对数", _COUNT, "反对 踩 踩数", "反对"),
    _field("likes", "Likes", "点赞数", _COUNT, "点赞 赞 赞数 支持数", "点赞"),
)

_DEPUTIES = (
    _field("name", "Name", "姓名", _TEXT, "代表姓名 人大代表 代表", "姓名"),
    _field(
        "level", "Level", "层级", _TEXT,
        "代表层级 级别 代表级别 代表类别 何级代表",
        "层级 级别",
    ),
    _field("term", "Term", "届", _TEXT, "届次 届别 届数 所属届次", "届"),
    _field(
        "constituency", "Constituency or delegation", "选区", _TEXT,
        "代表团 选区/代表团 所属选区 所属代表团 选区名称 选举单位 原选区",
        "选区 代表团",
    ),
    _field(
        "card", "Card number", "代表证号", _TEXT,
        "证号 代表证号码 代表证 证件号 代表证编号",
        "证号",
    ),
    _field(
        "phone", "Telephone", "电话", _PHONE,
        "联系电话 手机 手机号 手机号码 联系方式 电话号码",
        "电话 手机",
    ),
    _field(
        "occupation", "Occupation", "职业", _TEXT,
        "职务 工作单位及职务 单位职务 单位及职务 工作单位",
        "职务 职业",
    ),
    _field(
        "station", "Station", "站点", _TEXT,
        "联络站 所属站点 所属联络站 进驻联络站 驻站",
        "联络站 站点",
    ),
    _field("group", "Group", "小组", _TEXT, "代表小组 所属小组 组别 专业小组", "小组"),
)

_UNITS = (
    _field(
        "name", "Unit", "单位名称", _TEXT,
        "单位 名称 承办单位 部门 部门名称 单位全称 全称",
        "单位名称 部门名称",
    ),
    _field("short_name", "Short name", "简称", _TEXT, "单位简称 部门简称", "简称"),
    _field("contact", "Contact", "联系人", _TEXT, "联络人 联络员 经办人 联系人姓名", "联系人 联络"),
    _field(
        "phone", "Telephone", "电话", _PHONE,
        "联系电话 办公电话 手机 联系方式 电话号码",
        "电话 手机",
    ),
    _field(
        "parent", "Parent unit", "上级", _TEXT,
        "上级单位 主管单位 主管部门 上级部门 归口单位",
        "上级 主管",
    ),
)

_GRIDS = (
    _field(
        "code", "Grid code", "网格编号", _TEXT,
        "编号 网格编码 编码 网格代码 网格号",
        "编号 编码",
    ),
    _field("name", "Grid", "网格名称", _TEXT, "名称 网格 网格名", "网格名"),
    _field(
        "village", "Village", "村居", _TEXT,
        "村(居) 村(社区) 所属村居 社区 所属社区 村社区",
        "村居 社区",
    ),
    _field("head", "Grid head", "网格长", _TEXT, "网格员 网格长姓名 负责人 姓名", "网格长 网格员"),
    _field(
        "phone", "Telephone", "电话", _PHONE,
        "联系电话 手机 网格长电话 联系方式 手机号码",
        "电话 手机",
    ),
)

_CATEGORIES = (
    _field(
        "first", "First level", "一级分类", _TEXT,
        "一级标签 一级类别 类别 分类 大类 名称 类别名称",
        "一级 大类",
    ),
    _field("second", "Second level", "二级分类", _TEXT, "二级标签 二级类别 中类 子类", "二级"),
    _field("third", "Third level", "三级分类", _TEXT, "三级标签 三级类别 小类", "三级"),
    _field("code", "Code", "编码", _TEXT, "编号 代码 分类编码 类别编码", "编码 代码"),
    _field("remark", "Remark", "备注", _LONG, "说明", "备注 说明"),
)

_ANSWERS = (
    _field("title", "Title", "标题", _TEXT, "问题 常见问题 咨询问题 题目 名称", "标题 问题"),
    _field("text", "Answer", "答复内容", _LONG, "答复 回复 解答 答案 内容 答复口径 口径", "答复 回复 解答"),
    _field("category", "Category", "类别", _TEXT, "分类 事项类别 问题类别", "类别 分类"),
    _field("keywords", "Keywords", "关键词", _TEXT, "关键字 标签", "关键"),
    _field("source", "By which rule", "政策依据", _TEXT, "依据 文件依据 法规依据 政策文件", "依据"),
)

# fmt: on

FIELDS: Mapping[LedgerKind, tuple[Field, ...]] = MappingProxyType(
    {
        LedgerKind.ISSUES: _ISSUES,
        LedgerKind.DEPUTIES: _DEPUTIES,
        LedgerKind.UNITS: _UNITS,
        LedgerKind.GRIDS: _GRIDS,
        LedgerKind.CATEGORIES: _CATEGORIES,
        LedgerKind.ANSWERS: _ANSWERS,
    }
)

# Without one of these in the sheet there is nothing to import; any one of a group is enough.
NEEDED: Mapping[LedgerKind, tuple[str, ...]] = MappingProxyType(
    {
        LedgerKind.ISSUES: ("title", "text", "appeal"),
        LedgerKind.DEPUTIES: ("name",),
        LedgerKind.UNITS: ("name",),
        LedgerKind.GRIDS: ("name", "code"),
        LedgerKind.CATEGORIES: ("first",),
        LedgerKind.ANSWERS: ("text",),
    }
)


def field_of(kind: LedgerKind, name: str) -> Field:
    """The declared field `name` of `kind`; KeyError if there is none."""
    for field in FIELDS[kind]:
        if field.name == name:
            return field
    raise KeyError(name)
