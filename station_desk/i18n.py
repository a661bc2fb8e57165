"""The two languages, without Qt: a catalogue for sentences and paired labels for the trade's terms."""

from __future__ import annotations

import json
from dataclasses import dataclass

from station_desk import paths

CHINESE = "zh_CN"
ENGLISH = "en"
LANGUAGES = (CHINESE, ENGLISH)


class _State:
    """The language of this process, chosen once at start by `cli` or `app`."""

    language = CHINESE
    catalogue: dict[str, dict[str, str]] | None = None


def language() -> str:
    """The language now shown: `zh_CN` (the default) or `en`."""
    return _State.language


def set_language(code: str) -> None:
    """Choose `zh_CN` or `en`; anything else falls back to Chinese, the language of the stations."""
    _State.language = code if code in LANGUAGES else CHINESE


def _catalogue() -> dict[str, dict[str, str]]:
    if _State.catalogue is None:
        file = paths.resource("i18n/zh_CN.json")
        _State.catalogue = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return _State.catalogue


def translate(context: str, text: str, **values: object) -> str:
    """The sentence `text` (English source, a literal) in the language shown, with `{name}` places filled.

    The catalogue is compiled from the same .ts file that Qt's translator uses (`dev.py i18n`).
    """
    shown = text
    if _State.language == CHINESE:
        shown = _catalogue().get(context, {}).get(text, text)
    return shown.format(**values) if values else shown


@dataclass(frozen=True, slots=True)
class Label:
    """A term of the trade in both languages. Official forms always print `zh`."""

    en: str
    zh: str

    def __str__(self) -> str:
        return self.zh if _State.language == CHINESE else self.en
