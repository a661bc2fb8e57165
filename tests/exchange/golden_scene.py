"""The scene of the golden packages. Run as a module it writes those that are missing, and never another."""

from __future__ import annotations

import tempfile
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from station_desk import i18n
from station_desk.casework import attachments, handling, offices, replies
from station_desk.casework.context import Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.domain.records import Unit
from station_desk.exchange import confirming, sealing, stream
from tests.builders import DAY, a_clerk, a_deputy, a_matter, a_suggestion, a_visit, take
from tests.exchange.post import COUNTY, OFFICE, TOWN, a_station, a_town, enrolled, taken

GOLDEN = Path(__file__).parent / "golden"
PASSPHRASE = "会城 1957"
LETTER = b"%PDF-1.4\n% a letter about Jianghui Road\n" + b"0 " * 60 + b"\n%%EOF\n"


class Scene(NamedTuple):
    """A county's town and its station, and the files they wrote."""

    station: Desk
    town: Desk
    from_station: Path
    from_town: Path
    receipt: Path


def a_scene(folder: Path) -> Scene:
    """A station with visits, a letter and a suggestion sends them up; the town has the suggestion replied to
    with a promise, and sends all of it on to the county; the station confirms."""
    station, town, tray = a_station(folder), a_town(folder, parent=COUNTY), folder / "tray"
    tray.mkdir()
    enrolled(station, town)
    issue = a_visit(station, phone="13800001234").matters[0][0]
    a_visit(station, a_matter("路灯不亮", title="灯"), a_matter("井盖松动", title="盖"), visitor="林国栋")
    suggestion = a_suggestion(station, a_deputy(station), issues=(issue,))
    for verb in ("check", "submit"):
        take(station, suggestion, verb)
    letter = folder / "来函.pdf"
    letter.write_bytes(LETTER)
    attachments.add(station, a_clerk(), issue, letter)
    first = stream.export(station, TOWN, tray).path
    taken(town, first)
    unit = offices.save(town, OFFICE, Unit(name="区市政管理所"))[0]
    handling.hand_over(town, OFFICE, suggestion, DAY, [UnitCharge(unit, "lead")])
    handling.take(town, OFFICE, suggestion, "sign", StepEntry(on=DAY, text="已核实"))
    promise = PromiseEntry("圭峰路口加装路灯 12 盏", DAY.replace(month=12, day=31))
    entry = ReplyEntry(dated=DAY.replace(day=20), text="已列入计划", reply_class="B", promises=(promise,))
    replies.record(town, OFFICE, suggestion, entry)
    up = stream.export(town, COUNTY, tray).path
    taken(station, stream.export(town, "HC", tray).path)
    receipt = confirming.write(station, TOWN, tray)
    return Scene(station, town, first, up, receipt)


def sealed(scene: Scene) -> Path:
    """The station's next package, of one visit, sealed with the passphrase."""
    a_visit(scene.station, a_matter("公交站无遮雨棚", title="棚"), visitor="何伟")
    return sealing.export(scene.station, TOWN, scene.receipt.parent, passphrase=PASSPHRASE).path


def main() -> None:
    """Write what is missing."""
    i18n.set_language(i18n.ENGLISH)
    with tempfile.TemporaryDirectory() as folder:
        scene = a_scene(Path(folder))
        for path in (scene.from_station, scene.from_town, scene.receipt, sealed(scene)):
            target = GOLDEN / path.name
            if not target.exists():
                copyfile(path, target)


if __name__ == "__main__":
    main()
