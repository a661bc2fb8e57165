"""Every sentence can be translated, and is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from station_desk import i18n
from tools import catalogue, words
from tools.machine import ROOT, Failure

SOURCE = """
from station_desk import i18n


class Page:
    def title(self, count):
        i18n.translate("issues", "{count} matters are overdue.", count=count)
        note = f"{self.tr('Saved')} {count}"
        return note.translate({1: 2}), self.tr("Opened " "today")
"""


@pytest.fixture
def a_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one module and no catalogue yet."""
    module = tmp_path / "page.py"
    module.write_text(SOURCE, "utf-8")
    for name in ("TS", "QM", "JSON", "LOCK"):
        monkeypatch.setattr(catalogue, name, tmp_path / "i18n" / getattr(catalogue, name).name)
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path / "i18n")
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    monkeypatch.setattr(catalogue, "source_files", lambda: [module])
    monkeypatch.setattr("tools.forms.FORMS", tmp_path / "forms")
    return tmp_path


def the_rule_broken_by(tmp_path: Path, code: str) -> str:
    """The one complaint about a line of code inside a class."""
    file = tmp_path / "broken.py"
    file.write_text(f"class Page:\n    def show(self):\n        {code}\n", "utf-8")
    found = words.find([file], tmp_path)
    assert found.sentences == ()
    (problem,) = found.problems
    return problem


def test_the_catalogue_is_fresh_and_every_sentence_has_its_chinese() -> None:
    assert catalogue.problems() == []


def test_every_translating_call_in_the_source_holds_literals_and_is_in_the_catalogue() -> None:
    found = words.find(catalogue.source_files(), ROOT)
    known = catalogue.known()

    assert found.problems == ()
    assert [s.where for s in found.sentences if s.text not in known.get(s.context, {})] == []


def test_sentences_with_values_inside_f_strings_and_side_by_side_are_found(a_house: Path) -> None:
    assert catalogue.current() == {
        "Page": {"Opened today": "", "Saved": ""},
        "issues": {"{count} matters are overdue.": ""},
    }


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ('self.tr(f"Saved {self}")', "the text of tr() must be a string literal"),
        ("self.tr(title)", "the text of tr() must be a string literal"),
        ('self.tr("%n rows", "", 3)', "tr() takes one literal"),
        ('i18n.translate(CONTEXT, "Saved")', "the context of translate() must be a string literal"),
        ('i18n.translate("issues", text="Saved")', "translate() takes two literals"),
        ('translate("issues", "Saved " + name)', "the text of translate() must be a string literal"),
    ],
)
def test_what_no_translator_could_be_shown_is_refused(tmp_path: Path, code: str, rule: str) -> None:
    problem = the_rule_broken_by(tmp_path, code)
    assert problem.startswith("broken.py:3: ")
    assert rule in problem


def test_a_helper_fills_the_gaps_and_loses_nobody_elses_work(a_house: Path) -> None:
    catalogue.update()
    assert "No Chinese yet for [Page] 'Saved'" in catalogue.problems()

    mine, yours = a_house / "mine.json", a_house / "yours.json"
    mine.write_text(json.dumps({"Page": {"Saved": "已保存", "Opened today": "今日打开"}}), "utf-8")
    yours.write_text(json.dumps({"issues": {"{count} matters are overdue.": "逾期 {count} 件。"}}), "utf-8")
    catalogue.fill(mine)
    catalogue.fill(yours)

    assert catalogue.missing(catalogue.current()) == {}
    assert catalogue.problems() == []
    assert not catalogue.LOCK.exists()


def test_a_module_half_written_loses_none_of_its_chinese(a_house: Path) -> None:
    file = a_house / "slip.json"
    file.write_text(json.dumps({"Page": {"Saved": "已保存"}}), "utf-8")
    catalogue.fill(file)

    (a_house / "page.py").write_text(SOURCE + "\nclass Half(", "utf-8")
    with pytest.raises(Failure, match=r"page.py:\d+ is not valid Python"):
        catalogue.update()

    assert catalogue.known()["Page"]["Saved"] == "已保存"


def test_a_place_lost_in_translation_is_noticed(a_house: Path) -> None:
    file = a_house / "slip.json"
    file.write_text(json.dumps({"issues": {"{count} matters are overdue.": "有事项逾期。"}}), "utf-8")
    catalogue.fill(file)
    assert any(line.startswith("Different {places} in [issues]") for line in catalogue.problems())


def test_chinese_for_a_sentence_that_is_not_there_is_named_and_the_rest_kept(a_house: Path) -> None:
    file = a_house / "slip.json"
    file.write_text(json.dumps({"Page": {"Saved": "已保存", "Savd": "已存"}}), "utf-8")
    with pytest.raises(Failure, match="Savd"):
        catalogue.fill(file)
    assert catalogue.known()["Page"]["Saved"] == "已保存"


def test_the_core_speaks_from_the_same_catalogue_without_qt(
    a_house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = a_house / "all.json"
    file.write_text(json.dumps({"issues": {"{count} matters are overdue.": "逾期 {count} 件。"}}), "utf-8")
    catalogue.fill(file)
    monkeypatch.setattr(i18n._State, "catalogue", json.loads(catalogue.JSON.read_text("utf-8")))

    assert i18n.translate("issues", "{count} matters are overdue.", count=3) == "逾期 3 件。"
    i18n.set_language(i18n.ENGLISH)
    assert i18n.translate("issues", "{count} matters are overdue.", count=3) == "3 matters are overdue."
