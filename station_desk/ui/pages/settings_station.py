"""This station: its own entry, its name and the office above it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework import browse, offices
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Site, Station
from station_desk.domain.vocabulary import SITE_ROLES
from station_desk.errors import UserError, ValidationError
from station_desk.ui import look
from station_desk.ui.pages.settings_form import RecordForm
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import scrolled
from station_desk.ui.words import joined


@dataclass(frozen=True, slots=True)
class _Own:
    key: RecordId | None
    station: Station | None
    site: Site


class StationSection(QWidget):
    """The site's name and parent for every desk; the station's address and hours where it is one, else the
    office's address and telephone: what its papers carry."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key: RecordId | None = None
        self._is_station = False
        self.facts = QLabel()
        self.facts.setProperty("role", "second")
        self.name, self.parent_code = QLineEdit(), QLineEdit()
        self.name.setMaxLength(200)
        self.parent_code.setMaxLength(20)
        self.name_field = Field(label=self.tr("Name shown in the window and on packages"), editor=self.name)
        self.parent_field = Field(label=self.tr("Code of the office above"), editor=self.parent_code)
        self.address, self.phone = QLineEdit(), QLineEdit()
        self.address.setMaxLength(200)
        self.phone.setMaxLength(40)
        self.address_field = Field(label=self.tr("Address on papers"), editor=self.address)
        self.phone_field = Field(label=self.tr("Telephone on papers"), editor=self.phone)
        self.form = RecordForm(Station, fixed=frozenset({"code"}), columns=2)
        self.form_title = QLabel(self.tr("The station"))
        self.form_title.setProperty("role", "section")
        self.notice = Notice(kind="red")
        self.notice.hide()
        self.save_button = Button(text=self.tr("Save"), kind="primary")
        self.save_button.clicked.connect(self.save)
        inside = QWidget()
        column = QWidget(inside)
        self._column = column
        self._inside = QVBoxLayout(column)
        for part in (
            self.facts, self.name_field, self.parent_field, self.address_field, self.phone_field,
            self.form_title, self.form, self.notice,
        ):  # fmt: skip
            self._inside.addWidget(part)
        # Which of these it has is known once its entries are read: nothing is shown and taken away again.
        for part in (self.address_field, self.phone_field, self.form_title, self.form):
            part.hide()
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch(1)
        self._inside.addLayout(row)
        self._inside.addStretch(1)
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 1)
        across.addStretch(0)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(scrolled(inside))
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._inside.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(24))
        self._inside.setSpacing(theme.px(10))
        self._column.setMaximumWidth(theme.px(600))

    def arrive(self) -> None:
        """Read this site's entries again."""
        self._session.read(self._read, self._show, owner=self)

    def _read(self) -> _Own:
        desk = self._session.desk
        office = browse.office(desk)
        code = desk.identity.site
        site = next((site for _, site in office.sites if site.code == code), Site(code=code))
        for key, station in office.stations:
            if station.code == code:
                return _Own(key, station, site)
        return _Own(None, None, site)

    def _show(self, own: _Own) -> None:
        identity = self._session.desk.identity
        self._key = own.key
        self._is_station = own.station is not None
        self.facts.setText(
            joined(
                (
                    self.tr("Code {code}").format(code=identity.site),
                    SITE_ROLES.label(identity.role),
                )
            )
        )
        self.name.setText(own.site.name or identity.name)
        self.parent_code.setText(own.site.parent or "")
        self.address.setText(own.site.address or "")
        self.phone.setText(own.site.phone or "")
        for field in (self.address_field, self.phone_field):
            field.setVisible(not self._is_station)
        self.form_title.setVisible(self._is_station)
        self.form.setVisible(self._is_station)
        if own.station is not None:
            self.form.show_record(own.station)

    def save(self) -> None:
        """Save the name, the parent and the station's entry."""
        desk, actor = self._session.desk, self._session.actor
        name, above = self.name.text().strip(), self.parent_code.text().strip()
        address, phone = self.address.text(), self.phone.text()
        record, key = self.form.record(), self._key
        self.notice.hide()
        self.name_field.say("" if name else self.tr("Please fill this in."))
        self.parent_field.say(
            self.tr("A site cannot be its own parent.") if above == desk.identity.site else ""
        )
        if not name or above == desk.identity.site:
            return

        def saved() -> Changed:
            if key is not None:
                offices.save(desk, actor, record, key)
            return offices.rename_site(desk, actor, name, above, address, phone)

        self._session.write(saved, done=self._saved, failed=self._refused, owner=self)

    def _saved(self, changed: Changed) -> None:
        self._session.said.emit(self.tr("Saved"), True)
        self.arrive()

    def _refused(self, error: UserError) -> None:
        homeless = self.form.say(error.problems) if isinstance(error, ValidationError) else str(error)
        self.notice.show_words(text=homeless)
        self.notice.setVisible(bool(homeless))
