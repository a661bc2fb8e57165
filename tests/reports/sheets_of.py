"""Short ways to printed things: a filled desk, a report in memory, its words."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from station_desk.casework import feedback
from station_desk.casework.context import Desk
from station_desk.casework.feedback import FeedbackEntry
from station_desk.casework.handling import UnitCharge
from station_desk.casework.intake import Answer, HandOver, Refuse, VisitSaved
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId
from station_desk.reports import catalogue
from station_desk.reports.preview import Preview
from station_desk.reports.request import ReportRequest
from tests import builders as b

MADE_AT = datetime(2026, 9, 1, 10, 0)
MAY = Period.of_months("2026-05")
LONG = "江会路南段一落大雨就浸水，浸到人行道上，附近商铺和学校门口都过不去。居民多次反映，一直没有根本解决。"


def asked(
    record: RecordId | None = None, period: Period | None = None, *, masked: bool = True, scope: str = ""
) -> ReportRequest:
    return ReportRequest(
        record=record, period=period, masked=masked, scope=scope, made_by="李敏", made_at=MADE_AT
    )


def a_morning(folder: Path) -> tuple[Desk, VisitSaved]:
    """A visit with three matters: handed over and told, answered, refused."""
    desk = b.a_desk(folder)
    unit, other = b.a_unit(desk), b.a_unit(desk, "会城街道办事处")
    visit = b.a_visit(
        desk,
        b.a_matter(
            "江会路南段一落大雨就浸水，浸到人行道上",
            HandOver((UnitCharge(unit, "lead"), UnitCharge(other, "co"))),
            title='=HYPERLINK("x") 江会路浸水',
        ),
        b.a_matter("医保异地备案怎样办", Answer("到政务服务中心窗口办理")),
        b.a_matter("与邻居的合同纠纷", Refuse("court", "该纠纷已由人民法院立案")),
        deputies=(b.a_deputy(desk),),
        phone="13812344620",
    )
    first = visit.matters[0][0]
    charge = b.charges(desk, first)["区市政管理所"].id
    b.take(desk, first, "sign", date(2026, 5, 11), assignment=charge)
    b.take(desk, first, "finish", date(2026, 5, 20), assignment=charge, text="已清淤并更换井盖三处")
    told = FeedbackEntry(told_on=date(2026, 5, 21), method="phone", by="李敏", verdict="satisfied")
    feedback.tell(desk, b.a_clerk(), first, told)
    return desk, visit


def words(pdf: bytes) -> list[str]:
    """The text of each page without line ends and blanks: the reader puts some between columns."""
    with Preview(pdf) as document:
        return ["".join(document.text(page).split()) for page in range(document.pages)]


def printed(desk: Desk, name: str, request: ReportRequest) -> list[str]:
    return words(catalogue.render(desk, name, request))


def workbook(desk: Desk, name: str, request: ReportRequest) -> Workbook:
    return load_workbook(BytesIO(catalogue.render(desk, name, request, catalogue.XLSX)))
