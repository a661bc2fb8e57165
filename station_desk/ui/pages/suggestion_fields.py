"""Fields that the sheets of suggestions and motions share: lists of terms, and the congress it is put to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy
from station_desk.domain.vocabulary import LEVELS, Vocabulary


def fill(combo: QComboBox, terms: Vocabulary, none: str = "") -> None:
    """Offer the terms of a vocabulary, after `none` where that may stay unsaid."""
    if none:
        combo.addItem(none, "")
    for code in terms.terms:
        combo.addItem(terms.label(code), code)


class LevelChoice(QObject):
    """To which congress it is put: that of the lead deputy, named as soon as they are, unless another is
    chosen. `value()` is "" for the lead deputy's; `level()` what that comes to."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        self._combo = combo
        self._levels: dict[str, str] = {}
        self._lead = ""
        fill(combo, LEVELS, self.tr("The lead deputy's"))

    def set_deputies(self, deputies: Sequence[tuple[RecordId, Deputy]]) -> None:
        """Whose congress is which."""
        self._levels = {key.hex(): deputy.level or "" for key, deputy in deputies}

    def show_lead(self, keys: Sequence[str]) -> None:
        """Name the congress of the first of these deputies."""
        self._lead = self._levels.get(keys[0], "") if keys else ""
        said = self.tr("The lead deputy's")
        if self._lead:
            said = self.tr("{level} (the lead deputy's)").format(level=LEVELS.label(self._lead))
        self._combo.setItemText(0, said)

    def set_fixed(self, fixed: bool) -> None:
        """Once it is saved, it stays with the congress it was put to."""
        self._combo.setEnabled(not fixed)

    def value(self) -> str:
        return str(self._combo.currentData() or "")

    def level(self) -> str:
        return self.value() or self._lead

    def set_value(self, code: str) -> None:
        self._combo.setCurrentIndex(max(0, self._combo.findData(code)))
