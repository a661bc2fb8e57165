"""What models hand to delegates beside text: the whole frozen row, a cell's tone, icon and weight."""

from __future__ import annotations

from PySide6.QtCore import Qt

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # TodayRow or ListRow for the row delegates
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 2  # name of a colour of the table
ICON_ROLE = int(Qt.ItemDataRole.UserRole) + 3  # name of an icon, drawn before the text
WEIGHT_ROLE = int(Qt.ItemDataRole.UserRole) + 4  # 400 or 500
KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 5  # the record's key, for whoever opens it
LINK_ROLE = int(Qt.ItemDataRole.UserRole) + 6  # true: the cell is a link
