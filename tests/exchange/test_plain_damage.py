"""What the page's reader refuses we refuse, and the other way round, however a package is damaged."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from station_desk import i18n
from station_desk.errors import UserError
from station_desk.exchange import inbox
from tests.builders import a_deputy, a_matter, a_suggestion, a_visit, take
from tests.exchange.folded import read
from tests.exchange.plain.package import Package
from tests.exchange.plain.table import of_page
from tests.exchange.plain.trust import Store
from tests.exchange.plain.values import Refused
from tests.exchange.post import TOWN, a_station, a_town, enrolled, sent, taken
from tests.fuzzing.damage import WAYS


class Scene:
    """A town and a reader that know a station's first package; its next two, which they have not."""

    def __init__(self, folder: Path) -> None:
        self.station, self.town = a_station(folder), a_town(folder)
        enrolled(self.station, self.town)
        first = sent(self.station, TOWN)
        taken(self.town, first)
        taken(self.station, sent(self.town, "HC"))
        self.first, self.table = read(first), of_page()
        self.goods = [self._good(place) for place in ("江会路", "老街")]
        self.bad = folder / "bad.lzb"

    def _good(self, place: str) -> Path:
        deputy = a_deputy(self.station)
        a_visit(self.station, a_matter(f"{place}浸水"), a_matter(f"{place}路灯不亮"), deputies=(deputy,))
        take(self.station, a_suggestion(self.station, deputy), "check")
        return sent(self.station, TOWN)

    def here(self) -> str:
        """Why the town refuses the file; "" where it would take it in."""
        try:
            shown = inbox.preview(self.town, self.bad)
        except UserError as error:
            return str(error)
        return "from a stranger" if shown.strangers else ""

    def there(self) -> str:
        """Why the reader does."""
        try:
            self.store(self.first).take(read(self.bad))
        except Refused as error:
            return str(error) or "refused"
        return ""

    def store(self, first: Package) -> Store:
        sender = first.manifest["sender"]
        store = Store(TOWN, {sender["replica"]: (sender["site"], sender["key"])}, self.table)
        store.take(first)
        return store


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    i18n.set_language(i18n.ENGLISH)
    return Scene(tmp_path_factory.mktemp("scene"))


@pytest.mark.parametrize("way", WAYS)
def test_both_refuse_the_same(scene: Scene, way: str) -> None:
    refused = 0
    for case in range(40):
        chance = Random(f"{way}/{case}")
        good, other = chance.sample(scene.goods, 2)
        WAYS[way](chance, good, other, scene.bad)
        ours, theirs = scene.here(), scene.there()
        assert bool(ours) == bool(theirs), f"case {case}: {ours!r} here, {theirs!r} there"
        refused += bool(ours)
    assert refused >= 15


def test_both_take_what_is_whole(scene: Scene) -> None:
    for good in scene.goods:
        scene.bad.write_bytes(good.read_bytes())
        assert (scene.here(), scene.there()) == ("", "")
