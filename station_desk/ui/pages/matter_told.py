"""Who was told about an issue: each of those who came, when, how, by whom, and what they said of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from station_desk.casework import feedback
from station_desk.casework.browse import MatterDetail
from station_desk.domain.declare import RecordId
from station_desk.domain.privacy import WITHHELD, masked_name
from station_desk.domain.records import Feedback, Visitor
from station_desk.domain.vocabulary import FEEDBACK_METHODS, OUTCOMES, VERDICTS
from station_desk.ui import look, words
from station_desk.ui.session import Session
from station_desk.ui.widgets.side_panel import Section


def people(detail: MatterDetail) -> list[tuple[RecordId | None, str]]:
    """Everyone behind an issue with the name as it may be shown: the visitor first, masked beside others."""
    known: dict[RecordId, Visitor] = dict(detail.others)
    if detail.visitor_id is not None and detail.visitor is not None:
        known[detail.visitor_id] = detail.visitor
    out: list[tuple[RecordId | None, str]] = []
    for record in feedback.constituents(detail):
        name = known[record].name or ""
        out.append((record, str(WITHHELD) if detail.row.confidential else masked_name(name)))
    return out


def guardian(detail: MatterDetail) -> str:
    """Of a child, the guardian as may be shown and whether they agreed; empty for anybody else."""
    visitor = detail.visitor
    if visitor is None or not visitor.minor:
        return ""
    name = str(WITHHELD) if detail.row.confidential else masked_name(visitor.guardian or "")
    agreed = QApplication.translate("MatterTold", "agreed") if visitor.guardian_agreed else ""
    return words.joined((name, agreed))


def section(session: Session, detail: MatterDetail) -> Section | None:
    """The table; None where nobody came or it is no issue that has ended."""
    listed = people(detail)
    by_person: dict[RecordId | None, list[Feedback]] = {}
    for _, told in detail.feedback:
        by_person.setdefault(told.visitor or (listed[0][0] if listed else None), []).append(told)
    ended = bool(detail.course and detail.course.finished_on) or bool(detail.feedback)
    if detail.row.track != "issue" or not ended or not (listed or by_person):
        return None
    waiting = feedback.untold(detail)
    left = QApplication.translate("MatterTold", "{n} still to be told").format(n=len(waiting))
    owed = waiting and detail.row.closed_on is None and not at_once(detail)
    made = Section(title=_heading(), aside=left if owed else "")
    box = QWidget(made)
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    theme = look.current()
    grid.setHorizontalSpacing(theme.px(14))
    grid.setVerticalSpacing(theme.px(6))
    for column, head in enumerate(_heads()):
        _cell(grid, 0, column, head, "label")
    grid.setColumnStretch(3, 1)
    line = 1
    for record, name in listed or [(None, "")]:
        told_to = by_person.pop(record, [])
        for told in told_to:
            _line(session, grid, line, name, told)
            line += 1
        if not told_to:
            _cell(grid, line, 0, name or words.person_words(detail.row))
            _cell(grid, line, 1, _without(session, detail), "second")
            line += 1
    for rest in by_person.values():
        for told in rest:
            _line(session, grid, line, words.person_words(detail.row), told)
            line += 1
    made.add(box)
    return made


def at_once(detail: MatterDetail) -> bool:
    """Whether everybody knew at once: answered on the spot, or in writing."""
    return detail.row.outcome in ("answered", "replied")


def _without(session: Session, detail: MatterDetail) -> str:
    """What stands where no telling was recorded."""
    if at_once(detail):
        when = words.day_words(detail.row.told_on, session.today())
        return words.joined((when, OUTCOMES.label(detail.row.outcome)))
    if detail.row.closed_on is not None:
        return QApplication.translate("MatterTold", "was not told")
    return QApplication.translate("MatterTold", "not told yet")


def _heading() -> str:
    return QApplication.translate("MatterTold", "Back to the people")


def _heads() -> tuple[str, ...]:
    return (
        QApplication.translate("MatterTold", "Who"),
        QApplication.translate("MatterTold", "Told"),
        QApplication.translate("MatterTold", "Verdict"),
        QApplication.translate("MatterTold", "What was said"),
    )


def _line(session: Session, grid: QGridLayout, line: int, name: str, told: Feedback) -> None:
    when = words.day_words(told.told_on, session.today())
    how = words.joined((when, FEEDBACK_METHODS.label(told.method), told.by or ""))
    _cell(grid, line, 0, name)
    _cell(grid, line, 1, how)
    verdict = _cell(grid, line, 2, VERDICTS.label(told.verdict) if told.verdict else "—")
    if told.verdict == "dissatisfied":
        verdict.setProperty("tone", "red")
    _cell(grid, line, 3, words.joined((told.reason or "", told.text or "")), "second")


def _cell(grid: QGridLayout, row: int, column: int, text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(column == 3)
    if role:
        label.setProperty("role", role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
    return label
