"""The form welcome.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QGridLayout,
    QHBoxLayout, QLabel, QLineEdit, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import FieldError
from station_desk.ui.widgets.notice import Notice

class Ui_Welcome(object):
    def setupUi(self, Welcome):
        if not Welcome.objectName():
            Welcome.setObjectName(u"Welcome")
        self.lines = QVBoxLayout(Welcome)
        self.lines.setSpacing(6)
        self.lines.setObjectName(u"lines")
        self.lines.setContentsMargins(64, 40, 24, 24)
        self.title = QLabel(Welcome)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.lines.addWidget(self.title)

        self.text = QLabel(Welcome)
        self.text.setObjectName(u"text")
        self.text.setProperty(u"role", u"")
        self.text.setProperty(u"tone", u"text2")
        self.text.setWordWrap(True)

        self.lines.addWidget(self.text)

        self.gap1 = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.lines.addItem(self.gap1)

        self.line1 = QFrame(Welcome)
        self.line1.setObjectName(u"line1")
        self.line1.setProperty(u"part", u"hairline")

        self.lines.addWidget(self.line1)

        self.gap2 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.lines.addItem(self.gap2)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(10)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.code_box = QVBoxLayout()
        self.code_box.setSpacing(3)
        self.code_box.setObjectName(u"code_box")
        self.code_box.setContentsMargins(0, 0, 0, 0)
        self.code_label = QLabel(Welcome)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setProperty(u"role", u"label")

        self.code_box.addWidget(self.code_label)

        self.code = QLineEdit(Welcome)
        self.code.setObjectName(u"code")

        self.code_box.addWidget(self.code)

        self.code_error = FieldError(Welcome)
        self.code_error.setObjectName(u"code_error")

        self.code_box.addWidget(self.code_error)


        self.fields.addLayout(self.code_box, 0, 0, 1, 1)

        self.name_box = QVBoxLayout()
        self.name_box.setSpacing(3)
        self.name_box.setObjectName(u"name_box")
        self.name_box.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(Welcome)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"label")

        self.name_box.addWidget(self.name_label)

        self.name = QLineEdit(Welcome)
        self.name.setObjectName(u"name")

        self.name_box.addWidget(self.name)

        self.name_error = FieldError(Welcome)
        self.name_error.setObjectName(u"name_error")

        self.name_box.addWidget(self.name_error)


        self.fields.addLayout(self.name_box, 0, 1, 1, 1)

        self.role_box = QVBoxLayout()
        self.role_box.setSpacing(3)
        self.role_box.setObjectName(u"role_box")
        self.role_box.setContentsMargins(0, 0, 0, 0)
        self.role_label = QLabel(Welcome)
        self.role_label.setObjectName(u"role_label")
        self.role_label.setProperty(u"role", u"label")

        self.role_box.addWidget(self.role_label)

        self.role = QComboBox(Welcome)
        self.role.setObjectName(u"role")

        self.role_box.addWidget(self.role)

        self.role_error = FieldError(Welcome)
        self.role_error.setObjectName(u"role_error")

        self.role_box.addWidget(self.role_error)


        self.fields.addLayout(self.role_box, 1, 0, 1, 1)

        self.parent_box = QVBoxLayout()
        self.parent_box.setSpacing(3)
        self.parent_box.setObjectName(u"parent_box")
        self.parent_box.setContentsMargins(0, 0, 0, 0)
        self.parent_label = QLabel(Welcome)
        self.parent_label.setObjectName(u"parent_label")
        self.parent_label.setProperty(u"role", u"label")

        self.parent_box.addWidget(self.parent_label)

        self.parent = QLineEdit(Welcome)
        self.parent.setObjectName(u"parent")

        self.parent_box.addWidget(self.parent)

        self.parent_error = FieldError(Welcome)
        self.parent_error.setObjectName(u"parent_error")

        self.parent_box.addWidget(self.parent_error)


        self.fields.addLayout(self.parent_box, 1, 1, 1, 1)

        self.clerk_box = QVBoxLayout()
        self.clerk_box.setSpacing(3)
        self.clerk_box.setObjectName(u"clerk_box")
        self.clerk_box.setContentsMargins(0, 0, 0, 0)
        self.clerk_label = QLabel(Welcome)
        self.clerk_label.setObjectName(u"clerk_label")
        self.clerk_label.setProperty(u"role", u"label")

        self.clerk_box.addWidget(self.clerk_label)

        self.clerk = QLineEdit(Welcome)
        self.clerk.setObjectName(u"clerk")

        self.clerk_box.addWidget(self.clerk)

        self.clerk_error = FieldError(Welcome)
        self.clerk_error.setObjectName(u"clerk_error")

        self.clerk_box.addWidget(self.clerk_error)


        self.fields.addLayout(self.clerk_box, 2, 0, 1, 1)

        self.file_box = QVBoxLayout()
        self.file_box.setSpacing(3)
        self.file_box.setObjectName(u"file_box")
        self.file_box.setContentsMargins(0, 0, 0, 0)
        self.file_label = QLabel(Welcome)
        self.file_label.setObjectName(u"file_label")
        self.file_label.setProperty(u"role", u"label")

        self.file_box.addWidget(self.file_label)

        self.file = QLineEdit(Welcome)
        self.file.setObjectName(u"file")

        self.file_box.addWidget(self.file)

        self.file_error = FieldError(Welcome)
        self.file_error.setObjectName(u"file_error")

        self.file_box.addWidget(self.file_error)


        self.fields.addLayout(self.file_box, 2, 1, 1, 1)


        self.lines.addLayout(self.fields)

        self.notice = Notice(Welcome)
        self.notice.setObjectName(u"notice")

        self.lines.addWidget(self.notice)

        self.gap3 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.lines.addItem(self.gap3)

        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.make = Button(Welcome)
        self.make.setObjectName(u"make")
        self.make.setProperty(u"kind", u"primary")

        self.row.addWidget(self.make)

        self.push = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row.addItem(self.push)


        self.lines.addLayout(self.row)

        self.gap4 = QSpacerItem(0, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.lines.addItem(self.gap4)

        self.line2 = QFrame(Welcome)
        self.line2.setObjectName(u"line2")
        self.line2.setProperty(u"part", u"hairline")

        self.lines.addWidget(self.line2)

        self.gap5 = QSpacerItem(0, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.lines.addItem(self.gap5)

        self.other = QLabel(Welcome)
        self.other.setObjectName(u"other")
        self.other.setProperty(u"role", u"section")

        self.lines.addWidget(self.other)

        self.row2 = QHBoxLayout()
        self.row2.setSpacing(0)
        self.row2.setObjectName(u"row2")
        self.row2.setContentsMargins(0, 0, 0, 0)
        self.open = Button(Welcome)
        self.open.setObjectName(u"open")
        self.open.setProperty(u"kind", u"link")
        self.open.setProperty(u"iconName", u"folder-open")
        self.open.setProperty(u"small", True)
        self.open.setProperty(u"flush", True)

        self.row2.addWidget(self.open)

        self.push2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row2.addItem(self.push2)


        self.lines.addLayout(self.row2)

        self.row5 = QHBoxLayout()
        self.row5.setSpacing(0)
        self.row5.setObjectName(u"row5")
        self.row5.setContentsMargins(0, 0, 0, 0)
        self.restore = Button(Welcome)
        self.restore.setObjectName(u"restore")
        self.restore.setProperty(u"kind", u"link")
        self.restore.setProperty(u"iconName", u"history")
        self.restore.setProperty(u"small", True)
        self.restore.setProperty(u"flush", True)

        self.row5.addWidget(self.restore)

        self.push5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row5.addItem(self.push5)


        self.lines.addLayout(self.row5)

        self.row3 = QHBoxLayout()
        self.row3.setSpacing(0)
        self.row3.setObjectName(u"row3")
        self.row3.setContentsMargins(0, 0, 0, 0)
        self.demo = Button(Welcome)
        self.demo.setObjectName(u"demo")
        self.demo.setProperty(u"kind", u"link")
        self.demo.setProperty(u"iconName", u"eye")
        self.demo.setProperty(u"small", True)
        self.demo.setProperty(u"flush", True)

        self.row3.addWidget(self.demo)

        self.push3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row3.addItem(self.push3)


        self.lines.addLayout(self.row3)

        self.push4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.lines.addItem(self.push4)

#if QT_CONFIG(shortcut)
        self.code_label.setBuddy(self.code)
        self.name_label.setBuddy(self.name)
        self.role_label.setBuddy(self.role)
        self.parent_label.setBuddy(self.parent)
        self.clerk_label.setBuddy(self.clerk)
        self.file_label.setBuddy(self.file)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Welcome)

        QMetaObject.connectSlotsByName(Welcome)
    # setupUi

    def retranslateUi(self, Welcome):
        self.title.setText(QCoreApplication.translate("Welcome", u"Set up this desk", None))
        self.text.setText(QCoreApplication.translate("Welcome", u"Two minutes. The file stays on this computer; everything can be changed later in the settings.", None))
        self.code_label.setText(QCoreApplication.translate("Welcome", u"Site code", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("Welcome", u"Site code", None))
#endif // QT_CONFIG(accessibility)
        self.code.setPlaceholderText(QCoreApplication.translate("Welcome", u"e.g. HC", None))
        self.name_label.setText(QCoreApplication.translate("Welcome", u"Name of the station or office", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("Welcome", u"Name of the station or office", None))
#endif // QT_CONFIG(accessibility)
        self.role_label.setText(QCoreApplication.translate("Welcome", u"Kind", None))
#if QT_CONFIG(accessibility)
        self.role.setAccessibleName(QCoreApplication.translate("Welcome", u"Kind", None))
#endif // QT_CONFIG(accessibility)
        self.parent_label.setText(QCoreApplication.translate("Welcome", u"Code of the office above", None))
#if QT_CONFIG(accessibility)
        self.parent.setAccessibleName(QCoreApplication.translate("Welcome", u"Code of the office above", None))
#endif // QT_CONFIG(accessibility)
        self.parent.setPlaceholderText(QCoreApplication.translate("Welcome", u"empty if none", None))
        self.clerk_label.setText(QCoreApplication.translate("Welcome", u"Your name", None))
#if QT_CONFIG(accessibility)
        self.clerk.setAccessibleName(QCoreApplication.translate("Welcome", u"Your name", None))
#endif // QT_CONFIG(accessibility)
        self.file_label.setText(QCoreApplication.translate("Welcome", u"Desk file", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("Welcome", u"Desk file", None))
#endif // QT_CONFIG(accessibility)
        self.make.setText(QCoreApplication.translate("Welcome", u"Set up the desk", None))
        self.other.setText(QCoreApplication.translate("Welcome", u"Or", None))
        self.open.setText(QCoreApplication.translate("Welcome", u"Open a desk file", None))
        self.restore.setText(QCoreApplication.translate("Welcome", u"Restore from a backup", None))
        self.demo.setText(QCoreApplication.translate("Welcome", u"Look at the demo desk first", None))
        pass
    # retranslateUi
