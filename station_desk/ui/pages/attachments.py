"""The files attached to a matter: added, saved out, taken off, never opened by themselves."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QInputDialog, QLabel, QVBoxLayout, QWidget

from station_desk.casework import attachments
from station_desk.casework.attachments import AttachmentRow
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError
from station_desk.ui import look, words
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.side_panel import Section


def size_words(size: int) -> str:
    """A size as a person says it: 3 KB, 12.4 MB."""
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(1, round(size / 1024))} KB"


class _Row(QWidget):
    """One file: its name, what it is, and what can be done with it."""

    def __init__(self, panel: AttachmentsPanel, row: AttachmentRow, second: str, may_write: bool) -> None:
        super().__init__(panel)
        self.row = row
        name = ElidedLabel(self)
        name.setText(row.name)
        about = QLabel(second, self)
        about.setProperty("role", "second")
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(name)
        text.addWidget(about)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(text, 1)
        self.saving = Button(self, kind="icon", icon="download")
        self.saving.setToolTip(self.tr("Save a copy…"))
        self.saving.setAccessibleName(self.tr("Save a copy of {name}").format(name=row.name))
        self.saving.setEnabled(row.here)
        self.saving.clicked.connect(partial(panel.choose_target, row))
        line.addWidget(self.saving)
        self.removing = Button(self, kind="icon", icon="x")
        self.removing.setToolTip(self.tr("Take it off…"))
        self.removing.setAccessibleName(self.tr("Take {name} off").format(name=row.name))
        self.removing.setVisible(may_write)
        self.removing.clicked.connect(partial(panel.ask_reason, row))
        line.addWidget(self.removing)


class AttachmentsPanel(QWidget):
    """`show_matter(matter)` reads and lists; `add(files)`, `save(row, target)`, `remove(row, reason)`.

    Files may be dropped on it. Signals: `counted(int)` after every reading, for the tab's words.
    """

    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._matter: RecordId | None = None
        self._writable = False
        self._folder: Path | None = None
        self.rows: list[_Row] = []
        self.section = Section(self, title=self.tr("Attached files"), near=True)
        self.adding = Button(self, text=self.tr("Add files"), kind="link", icon="paperclip")
        self.adding.set_small(True)
        self.adding.set_flush(True)
        self.adding.clicked.connect(self._choose_files)
        self.section.head.addWidget(self.adding)
        self.placeless = QCheckBox(self.tr("Leave out where a photo was taken"), self)
        self.placeless.setChecked(True)
        self.notice = Notice(self, "red")
        self.notice.linkActivated.connect(self._open_folder)
        self.notice.hide()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self.section)
        self._lines.addWidget(self.placeless)
        self._lines.addWidget(self.notice)
        self._lines.addStretch(1)
        self.setAcceptDrops(True)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setSpacing(look.current().px(8))

    # ---- showing -------------------------------------------------------------------------------------

    def show_matter(self, matter: RecordId, *, writable: bool = True) -> None:
        """Read and list the files of a matter; without `writable` they can only be saved out."""
        if matter != self._matter:
            self.notice.hide()
        self._matter, self._writable = matter, writable
        self.adding.setVisible(writable)
        self.placeless.setVisible(writable)
        desk = self._session.desk
        self._session.read(lambda: (matter, attachments.listed(desk, matter)), self._show, owner=self)

    def _show(self, found: tuple[RecordId, tuple[AttachmentRow, ...]]) -> None:
        matter, rows = found
        if matter != self._matter:
            return
        self.section.clear()
        self.rows = []
        today = self._session.today()
        for row in rows:
            added = words.joined((row.added_by, words.day_words(row.added_at.date(), today)))
            here = "" if row.here else self.tr("has not arrived here yet")
            line = _Row(self, row, words.joined((size_words(row.size), added, here)), self._writable)
            self.section.add(line)
            self.rows.append(line)
        if not rows:
            self.section.add_line(
                self.tr(
                    "No files. Drop a unit's letter, a photo or a scan here; at most {size} MB each."
                ).format(size=attachments.MOST // 1024**2)
                if self._writable
                else self.tr("No files.")
            )
        self.counted.emit(len(rows))

    # ---- adding --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._writable and self._matter is not None and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(_files(event))
        event.acceptProposedAction()

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach files"))
        self.add([Path(name) for name in names])

    def add(self, files: list[Path]) -> None:
        """Copy files in, each in a commit of its own; the first refused is said, the others stay."""
        matter, desk, actor = self._matter, self._session.desk, self._session.actor
        if matter is None or not files:
            return
        self.notice.hide()

        placeless = self.placeless.isChecked()

        def work() -> tuple[Changed, int, str]:
            changed, added, refused = Changed(), 0, ""
            for file in files:
                try:
                    changed = attachments.add(desk, actor, matter, file, placeless=placeless)
                    added += 1
                except UserError as error:
                    refused = refused or str(error)
            return changed, added, refused

        self._session.write(
            work, done=self._added, failed=self._refused, owner=self, text=self.tr("Copying files")
        )

    def _added(self, result: tuple[Changed, int, str]) -> None:
        _, added, refused = result
        if added:
            self._session.said.emit(self.tr("{count} files attached").format(count=added), added == 1)
        if refused:
            self._refused(UserError(refused))
        self._again()

    def _again(self) -> None:
        if self._matter is not None:
            self.show_matter(self._matter, writable=self._writable)

    # ---- saving out and taking off -------------------------------------------------------------------

    def choose_target(self, row: AttachmentRow, checked: bool = False) -> None:
        """Ask where a copy goes."""
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), row.name)
        if name:
            self.save(row, Path(name))

    def save(self, row: AttachmentRow, target: Path) -> None:
        """Write a copy of the file to `target`; it is not opened."""
        desk = self._session.desk
        self._session.read(
            lambda: attachments.save_copy(desk, row.id, target),
            self._copied,
            owner=self,
            failed=self._refused,
        )

    def _copied(self, target: Path) -> None:
        self._folder = target.parent
        self.notice.set_kind("green")
        self.notice.show_words(
            text=self.tr("Saved {file}").format(file=target.name), link=self.tr("Show the folder")
        )
        self.notice.show()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def ask_reason(self, row: AttachmentRow, checked: bool = False) -> None:
        """Ask why a file is taken off."""
        reason, meant = QInputDialog.getText(
            self, self.tr("Take the file off"), self.tr("Why is “{name}” taken off?").format(name=row.name)
        )
        if meant:
            self.remove(row, reason)

    def remove(self, row: AttachmentRow, reason: str) -> None:
        """Take a file off; it stays in the history, and undo brings it back."""
        desk, actor = self._session.desk, self._session.actor
        self._session.write(
            lambda: attachments.remove(desk, actor, row.id, reason),
            done=lambda _: self._removed(row),
            failed=self._refused,
            owner=self,
        )

    def _removed(self, row: AttachmentRow) -> None:
        self.notice.hide()
        self._session.said.emit(self.tr("{name} taken off").format(name=row.name), True)
        self._again()

    def _refused(self, error: UserError) -> None:
        self.notice.set_kind("red")
        self.notice.show_words(reason=str(error))
        self.notice.show()


def _files(event: QDropEvent) -> list[Path]:
    """The files that are dragged, no folders."""
    found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in found if path.is_file()]
