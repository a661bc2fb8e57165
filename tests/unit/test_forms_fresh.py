"""The generated forms are exactly what the forms give."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import forms

A_FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0">
 <class>SlipDialog</class>
 <widget class="QDialog" name="SlipDialog">
  <property name="windowTitle"><string>Hand-over slip</string></property>
  <layout class="QVBoxLayout" name="column">
   <item><widget class="QLineEdit" name="number"/></item>
  </layout>
 </widget>
 <resources/>
 <connections/>
</ui>
"""


@pytest.fixture
def a_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project to generate forms in."""
    monkeypatch.setattr(forms, "ROOT", tmp_path)
    monkeypatch.setattr(forms, "FORMS", tmp_path / "forms")
    monkeypatch.setattr(forms, "GENERATED", tmp_path / "generated")
    (tmp_path / "forms").mkdir()
    return tmp_path


def test_every_form_of_the_program_is_generated_and_fresh() -> None:
    assert forms.stale() == []


def test_no_form_hides_in_a_sub_folder_where_nobody_generates_it() -> None:
    assert sorted(forms.FORMS.rglob("*.ui")) == forms.sources()


def test_a_new_form_is_stale_until_generated(a_house: Path) -> None:
    (a_house / "forms" / "slip.ui").write_text(A_FORM, "utf-8")
    assert forms.stale() == ["slip.ui has no generated ui_slip.py."]

    forms.write()

    assert forms.stale() == []
    made = (a_house / "generated" / "ui_slip.py").read_text("utf-8")
    assert "class Ui_SlipDialog" in made
    assert "WARNING" not in made.split("class ", 1)[0]


def test_an_edited_form_and_a_form_taken_away_are_noticed(a_house: Path) -> None:
    form = a_house / "forms" / "slip.ui"
    form.write_text(A_FORM, "utf-8")
    forms.write()

    form.write_text(A_FORM.replace("Hand-over slip", "Feedback slip"), "utf-8")
    assert forms.stale() == ["ui_slip.py is not what slip.ui gives."]

    form.unlink()
    assert forms.stale() == ["ui_slip.py has no form any more."]
    forms.write()
    assert forms.stale() == []
