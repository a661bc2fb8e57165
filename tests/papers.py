"""Every form and table on paper, short and long: `python -m tests.papers DIR` (files and contact sheets)."""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from PIL import Image

from station_desk.casework import browse, feedback, honours, motions, official
from station_desk.casework.context import Desk
from station_desk.casework.feedback import FeedbackEntry
from station_desk.casework.handling import UnitCharge
from station_desk.casework.honours import SupervisionEntry
from station_desk.casework.intake import Answer, HandOver, Refuse
from station_desk.casework.motions import MotionEntry
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Station, Suggestion
from station_desk.reports import catalogue
from station_desk.reports.catalogue import REPORTS, Kind, PeriodNeed
from station_desk.reports.preview import Preview
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports import suggestions_of as s

RARE = "䶮㛃𬱖𣲘𠮷"
LONG = (
    "江会路南段一落大雨就浸水，浸到人行道上，附近商铺和学校门口都过不去。居民多次反映，一直没有根本解决，"
    "希望有关部门尽快查明排水管网现状，拿出整治方案，明确完成时限，并把进展向群众公开。"
)
MADE_AT = datetime(2026, 9, 1, 10, 0)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
_ACROSS, _SCALE = 6, 0.75


@dataclass(frozen=True, slots=True)
class Scene:
    """A desk, and by what each kind of record is printed there."""

    name: str
    desk: Desk
    about: dict[str, RecordId]
    masked: bool = True


def short(folder: Path) -> Scene:
    """A few words everywhere, one signer, and every field that may be missing missing."""
    desk = b.a_desk(folder)
    return _scene("short", desk, b.a_deputy(desk), signers=1, text="路灯不亮。", name="梁锦萍")


def rare(folder: Path) -> Scene:
    """Names with characters beyond the basic plane; three signers; details in full."""
    desk = b.a_desk(folder)
    _settled(desk)
    found = _scene(
        "rare", desk, b.a_deputy(desk, f"陈{RARE}"), signers=3, text=f"{RARE}村口路灯不亮。", name=f"梁{RARE}"
    )
    return replace(found, masked=False)


def long(folder: Path) -> Scene:
    """Texts of pages, names of units that fill lines, forty co-signers."""
    desk = b.a_desk(folder)
    _settled(desk)
    text = "\n".join(f"{n}．{LONG}" for n in range(1, 16))
    return _scene(
        "long", desk, b.a_deputy(desk, "欧阳志强"), signers=41, text=text, name="司徒美玲", more=True
    )


def _settled(desk: Desk) -> None:
    """The station says who it is."""
    (record, _), *_ = browse.office(desk).stations
    with desk.writing(b.a_clerk(), "save_station") as work:
        work.update(
            Station, record, address="会城街道振兴路8号二楼", head="黄志华", liaison="李敏",
            hours="每周四9:00至11:30", phone="0750-6661234",
        )  # fmt: skip


def _scene(
    kind: str, desk: Desk, received: RecordId, *, signers: int, text: str, name: str, more: bool = False
) -> Scene:
    housing = s.unit(desk, s.HOUSING if not more else s.HOUSING + "（" + s.CITY + "）")
    city = s.unit(desk, s.CITY)
    both = (UnitCharge(housing, "lead"), UnitCharge(city, "co")) if more else (UnitCharge(housing, "lead"),)
    visit = b.a_visit(
        desk, b.a_matter(text, HandOver(both), title="江会路南段浸水" if not more else LONG[:60]),
        b.a_matter("医保异地备案怎样办", Answer("到政务服务中心窗口办理")),
        b.a_matter("与邻居的合同纠纷", Refuse("court", text[:600] if more else "已由人民法院立案")),
        visitor=name, phone="13812344620", deputies=(received,),
    )  # fmt: skip
    handed, _, refused = (record for record, *_ in visit.matters)
    charge = b.the(desk, handed).assignments[0].id
    b.take(desk, handed, "sign", date(2026, 5, 11), assignment=charge)
    for row in b.the(desk, handed).assignments[1:]:
        b.take(desk, handed, "sign", date(2026, 5, 11), assignment=row.id)
    done = f"已清淤。{text[:900] if more else ''}"
    b.take(desk, handed, "finish", date(2026, 5, 20), assignment=charge, text=done)
    told = FeedbackEntry(told_on=date(2026, 5, 21), method="phone", by="李敏", verdict="satisfied")
    feedback.tell(desk, b.a_clerk(), handed, told)
    made = _suggested(desk, signers, text, more)
    motion = motions.put(
        desk, b.a_clerk(),
        MotionEntry(
            title="关于制定养犬管理规定的议案",
            deputies=s.deputies(desk, [f"联名{n:02d}" for n in range(signers)]),
            opened_on=s.RAISED, session="第四次会议", grounds=text, plan="一、明确管理部门。",
        ),
    ).id  # fmt: skip
    lead = b.the(desk, made).signers[0].signer.deputy
    assert lead is not None
    return Scene(
        kind, desk,
        {"visit": visit.visit, "issue": refused, "assignment": handed, "feedback": handed, "suggestion": made,
         "reply": made, "consultation": made, "supervision": made, "motion": motion, "deputy": lead,
         "urge": _owed(desk, received, more)},
    )  # fmt: skip


def _suggested(desk: Desk, signers: int, text: str, more: bool) -> RecordId:
    """A suggestion answered with promises, under key supervision, judged by its lead deputy."""
    names = [f"陈{RARE[n % len(RARE)]}雄{n or ''}" for n in range(signers)]
    title = f"关于整治{LONG[:40] if more else '江会路南段'}内涝的建议"
    made = s.submitted(desk, s.deputies(desk, names), at_session=True, title=title)
    with desk.writing(b.a_clerk(), "edit") as work:
        work.update(Suggestion, made, text=text)
    official.give(desk, b.a_clerk(), made, "16-4-012", "", s.day(5))
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"), (s.unit(desk, s.WATER), "co"))
    chosen = SupervisionEntry(
        on=s.day(10),
        criterion="cross",
        decided_by="主任会议",
        led_by="梁副主任",
        note=LONG * 4 if more else "",
    )
    honours.supervise(desk, b.a_clerk(), made, chosen)
    s.replied(desk, made, s.WATER, s.day(20), reply_class="", text=text if more else "无意见。")
    fields: dict[str, object] = {"reply_class": "B", "text": "已列入计划。"}
    if more:
        fields |= {
            "text": text, "promises": (s.PIPES, s.GULLIES), "contact": "黄志远", "phone": "0750-6661234",
            "signed_by": "陈局长", "method": "meeting", "number": "新建函〔2026〕47号",
        }  # fmt: skip
    s.replied(desk, made, s.HOUSING, s.day(80), **fields)
    s.judged(desk, made, 0, "fairly", s.day(90))
    return made


def _owed(desk: Desk, lead: RecordId, more: bool) -> RecordId:
    """A suggestion whose unit has not answered in time, and was urged."""
    made = s.submitted(desk, (lead,), title="关于增设路灯的建议")
    s.handed(desk, made, (s.unit(desk, s.CITY), "lead"))
    charge = b.the(desk, made).assignments[0].id
    for n in range(6 if more else 0):
        b.take(desk, made, "urge", s.day(90 + n), assignment=charge, text=LONG)
    return made


def sheets(scene: Scene) -> Iterator[tuple[str, str, bytes]]:
    """Every report that this desk can make: its name, the format, the file."""
    for report in REPORTS.values():
        record = scene.about.get("urge" if report.name == "urge" else report.record)
        request = ReportRequest(
            record=record, period=YEAR if report.period is PeriodNeed.REQUIRED else None, masked=scene.masked,
            made_by="李敏", made_at=MADE_AT,
        )  # fmt: skip
        for suffix in ("pdf", "docx"):
            if suffix in report.formats and (not report.record or record is not None):
                yield report.name, suffix, catalogue.render(scene.desk, report.name, request, suffix)


def pictures(pdf: bytes, most: int = 8) -> list[Image.Image]:
    """Its first pages."""
    with Preview(pdf) as document:
        drawn = [document.draw(page, _SCALE) for page in range(min(document.pages, most))]
    return [
        Image.frombytes("RGBA", (p.width, p.height), p.pixels, "raw", "RGBA", p.stride).convert("RGB")
        for p in drawn
    ]


def contact_sheet(pages: list[Image.Image]) -> Image.Image:
    """Pages side by side on grey, six to a line."""
    wide, high = max(p.width for p in pages) + 8, max(p.height for p in pages) + 8
    across = min(_ACROSS, len(pages))
    sheet = Image.new("RGB", (wide * across, high * -(-len(pages) // across)), "#8a8f98")
    for at, page in enumerate(pages):
        sheet.paste(page, (at % across * wide + 4, at // across * high + 4))
    return sheet


def main(folder: Path) -> None:
    """Draw all of it into `folder`: a file each, a contact sheet of each scene's forms and of its tables."""
    folder.mkdir(parents=True, exist_ok=True)
    for make in (short, rare, long):
        with tempfile.TemporaryDirectory() as home:
            scene = make(Path(home))
            drawn: defaultdict[Kind, list[Image.Image]] = defaultdict(list)
            for name, suffix, data in sheets(scene):
                (folder / f"{scene.name}-{name}.{suffix}").write_bytes(data)
                if suffix == "pdf":
                    drawn[REPORTS[name].kind] += pictures(data)
            for kind, pages in drawn.items():
                contact_sheet(pages).save(folder / f"{scene.name}-{kind.value}s.png")
                print(f"{scene.name}: {len(pages)} pages of {kind.value}s")
            scene.desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
