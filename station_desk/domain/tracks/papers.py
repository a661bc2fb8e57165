"""The steps that suggestions and motions share: signed, checked, numbered, handled by units, withdrawn."""

from __future__ import annotations

from station_desk.domain.tracks.model import EVERYONE, OFFICE, WITH_DEPUTY, Need, StepDecl
from station_desk.i18n import Label

HANDLED = ("assigned", "handling")
"""The stages in which units have it. A step without stages here gets each track's own by `replace`."""

COUNTERSIGN = StepDecl(
    "countersign",
    Label("Sign", "签名附议"),
    (),
    roles=WITH_DEPUTY,
    needs=(Need.SIGN,),
    icon="pencil",
    minor=True,
)

CHECK = StepDecl(
    "check",
    Label("Check", "核对"),
    ("draft",),
    "checked",
    needs=(Need.NOTE,),
    icon="list-checks",
)

SEND_BACK = StepDecl(
    "send_back",
    Label("Send back to be revised", "退回修改"),
    ("checked", "submitted"),
    "draft",
    roles=OFFICE,
    needs=(Need.REASON,),
    stops=True,
    icon="undo-2",
    noun=Label("Sent back", "退回修改"),
)

NUMBER = StepDecl(
    "number",
    Label("Give the official number", "立案编号"),
    (),
    roles=OFFICE,
    needs=(Need.NUMBER,),
    icon="list",
    minor=True,
)

SIGN = StepDecl(
    "sign",
    Label("Record receipt", "签收"),
    HANDLED,
    roles=OFFICE,
    on_assignment=True,
    icon="check",
)

EXTEND = StepDecl(
    "extend",
    Label("Grant extension", "准予延期"),
    HANDLED,
    roles=OFFICE,
    needs=(Need.UNTIL, Need.REASON),
    on_assignment=True,
    icon="calendar-clock",
)

URGE = StepDecl(
    "urge",
    Label("Urge", "催办"),
    HANDLED,
    needs=(Need.NOTE,),
    on_assignment=True,
    icon="bell",
)

OPINION = StepDecl(
    "opinion",
    Label("Record co-opinion", "登记会办意见"),
    HANDLED,
    roles=OFFICE,
    needs=(Need.REPLY,),
    on_assignment=True,
    icon="file-text",
    noun=Label("Co-opinion", "会办意见"),
)

WITHDRAW = StepDecl(
    "withdraw",
    Label("Withdraw in writing", "书面撤回"),
    (),
    "closed",
    roles=WITH_DEPUTY,
    needs=(Need.REASON,),
    stops=True,
    outcome="withdrawn",
    icon="circle-x",
    minor=True,
)

NOTE = StepDecl(
    "note",
    Label("Note", "记录"),
    (),
    roles=EVERYONE,
    needs=(Need.REASON,),
    icon="pencil",
    minor=True,
)
