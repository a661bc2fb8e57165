"""The form machine.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QLabel, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.segments import Segments

class Ui_Machine(object):
    def setupUi(self, Machine):
        if not Machine.objectName():
            Machine.setObjectName(u"Machine")
        self.lines = QVBoxLayout(Machine)
        self.lines.setSpacing(8)
        self.lines.setObjectName(u"lines")
        self.lines.setContentsMargins(24, 16, 24, 24)
        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(24)
        self.grid.setVerticalSpacing(12)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.language_label = QLabel(Machine)
        self.language_label.setObjectName(u"language_label")
        self.language_label.setProperty(u"role", u"label")

        self.grid.addWidget(self.language_label, 1, 0, 1, 1)

        self.language = Segments(Machine)
        self.language.setObjectName(u"language")

        self.grid.addWidget(self.language, 1, 1, 1, 1)

        self.look_label = QLabel(Machine)
        self.look_label.setObjectName(u"look_label")
        self.look_label.setProperty(u"role", u"label")

        self.grid.addWidget(self.look_label, 2, 0, 1, 1)

        self.look = Segments(Machine)
        self.look.setObjectName(u"look")

        self.grid.addWidget(self.look, 2, 1, 1, 1)

        self.scale_label = QLabel(Machine)
        self.scale_label.setObjectName(u"scale_label")
        self.scale_label.setProperty(u"role", u"label")

        self.grid.addWidget(self.scale_label, 3, 0, 1, 1)

        self.scale = Segments(Machine)
        self.scale.setObjectName(u"scale")

        self.grid.addWidget(self.scale, 3, 1, 1, 1)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.grid.addItem(self.rest, 0, 2, 1, 1)

        self.grid.setColumnStretch(2, 1)

        self.lines.addLayout(self.grid)

        self.g1 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.lines.addItem(self.g1)

        self.l1 = QFrame(Machine)
        self.l1.setObjectName(u"l1")
        self.l1.setProperty(u"part", u"hairline")

        self.lines.addWidget(self.l1)

        self.g2 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.lines.addItem(self.g2)

        self.backup_title = QLabel(Machine)
        self.backup_title.setObjectName(u"backup_title")
        self.backup_title.setProperty(u"role", u"section")

        self.lines.addWidget(self.backup_title)

        self.backup_text = QLabel(Machine)
        self.backup_text.setObjectName(u"backup_text")
        self.backup_text.setProperty(u"role", u"second")
        self.backup_text.setWordWrap(True)

        self.lines.addWidget(self.backup_text)

        self.row1 = QHBoxLayout()
        self.row1.setSpacing(8)
        self.row1.setObjectName(u"row1")
        self.row1.setContentsMargins(0, 0, 0, 0)
        self.backup = Button(Machine)
        self.backup.setObjectName(u"backup")
        self.backup.setProperty(u"kind", u"plain")
        self.backup.setProperty(u"iconName", u"hard-drive-download")

        self.row1.addWidget(self.backup)

        self.folder = Button(Machine)
        self.folder.setObjectName(u"folder")
        self.folder.setProperty(u"kind", u"word")
        self.folder.setProperty(u"iconName", u"folder-open")

        self.row1.addWidget(self.folder)

        self.p1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row1.addItem(self.p1)


        self.lines.addLayout(self.row1)

        self.g3 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.lines.addItem(self.g3)

        self.l2 = QFrame(Machine)
        self.l2.setObjectName(u"l2")
        self.l2.setProperty(u"part", u"hairline")

        self.lines.addWidget(self.l2)

        self.g4 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.lines.addItem(self.g4)

        self.desk_title = QLabel(Machine)
        self.desk_title.setObjectName(u"desk_title")
        self.desk_title.setProperty(u"role", u"section")

        self.lines.addWidget(self.desk_title)

        self.desk_text = QLabel(Machine)
        self.desk_text.setObjectName(u"desk_text")
        self.desk_text.setProperty(u"role", u"second")
        self.desk_text.setWordWrap(True)

        self.lines.addWidget(self.desk_text)

        self.row2 = QHBoxLayout()
        self.row2.setSpacing(8)
        self.row2.setObjectName(u"row2")
        self.row2.setContentsMargins(0, 0, 0, 0)
        self.check = Button(Machine)
        self.check.setObjectName(u"check")
        self.check.setProperty(u"kind", u"plain")
        self.check.setProperty(u"iconName", u"clipboard-check")

        self.row2.addWidget(self.check)

        self.open = Button(Machine)
        self.open.setObjectName(u"open")
        self.open.setProperty(u"kind", u"word")
        self.open.setProperty(u"iconName", u"folder-open")

        self.row2.addWidget(self.open)

        self.p2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row2.addItem(self.p2)


        self.lines.addLayout(self.row2)

        self.notice = Notice(Machine)
        self.notice.setObjectName(u"notice")

        self.lines.addWidget(self.notice)

        self.p3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.lines.addItem(self.p3)

#if QT_CONFIG(shortcut)
        self.language_label.setBuddy(self.language)
        self.look_label.setBuddy(self.look)
        self.scale_label.setBuddy(self.scale)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Machine)

        QMetaObject.connectSlotsByName(Machine)
    # setupUi

    def retranslateUi(self, Machine):
        self.language_label.setText(QCoreApplication.translate("Machine", u"Language", None))
#if QT_CONFIG(accessibility)
        self.language.setAccessibleName(QCoreApplication.translate("Machine", u"Language", None))
#endif // QT_CONFIG(accessibility)
        self.look_label.setText(QCoreApplication.translate("Machine", u"Look", None))
#if QT_CONFIG(accessibility)
        self.look.setAccessibleName(QCoreApplication.translate("Machine", u"Look", None))
#endif // QT_CONFIG(accessibility)
        self.scale_label.setText(QCoreApplication.translate("Machine", u"Text size", None))
#if QT_CONFIG(accessibility)
        self.scale.setAccessibleName(QCoreApplication.translate("Machine", u"Text size", None))
#endif // QT_CONFIG(accessibility)
        self.backup_title.setText(QCoreApplication.translate("Machine", u"Backup", None))
        self.backup_text.setText("")
        self.backup.setText(QCoreApplication.translate("Machine", u"Back up now", None))
        self.folder.setText(QCoreApplication.translate("Machine", u"Choose the folder", None))
        self.desk_title.setText(QCoreApplication.translate("Machine", u"Desk file", None))
        self.desk_text.setText("")
        self.check.setText(QCoreApplication.translate("Machine", u"Check the data", None))
        self.open.setText(QCoreApplication.translate("Machine", u"Open another desk", None))
        pass
    # retranslateUi
