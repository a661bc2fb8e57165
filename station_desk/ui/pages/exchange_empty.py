"""What the exchange page offers while no file is to be decided."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from station_desk.ui.widgets.empty_state import Door, EmptyState, Step


class NothingYet(EmptyState):
    """Keys chosen: "open", "send", and the doors "trust", "ledger", "paper", "watch"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_steps(
            self.tr("Nothing to decide just now"),
            self.tr("Offices exchange files; no network is needed. A file twice or late does no harm."),
            [
                Step(
                    "open",
                    self.tr("Take in what came"),
                    self.tr(
                        "Drop a file here: it is verified, then shown; a whole folder is taken in at once"
                    ),
                    self.tr("Open files"),
                ),
                Step(
                    "send",
                    self.tr("Send what is new"),
                    self.tr("At the left, for each office: everything it has not confirmed yet"),
                    self.tr("To the outbox"),
                ),
            ],
            [
                Door(
                    "trust",
                    self.tr("Accept an office, read out the fingerprint of this desk"),
                    "key-round",
                ),
                Door("watch", self.tr("Watch a shared folder"), "folder-search"),
                Door("ledger", self.tr("Take in an old ledger (Excel, CSV)"), "file-spreadsheet"),
                Door("paper", self.tr("Type in a unit's reply that came on paper"), "file-text"),
            ],
            self.tr("Or"),
        )
