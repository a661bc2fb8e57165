"""The form step_dialog.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QLabel, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.notice import Notice

class Ui_StepDialog(object):
    def setupUi(self, StepDialog):
        if not StepDialog.objectName():
            StepDialog.setObjectName(u"StepDialog")
        StepDialog.resize(560, 420)
        self.outer = QVBoxLayout(StepDialog)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(24, 18, 24, 16)
        self.verb = QLabel(StepDialog)
        self.verb.setObjectName(u"verb")
        self.verb.setProperty(u"role", u"title")
        self.verb.setTextFormat(Qt.TextFormat.PlainText)

        self.outer.addWidget(self.verb)

        self.matter = ElidedLabel(StepDialog)
        self.matter.setObjectName(u"matter")
        self.matter.setProperty(u"role", u"second")

        self.outer.addWidget(self.matter)

        self.notice = Notice(StepDialog)
        self.notice.setObjectName(u"notice")

        self.outer.addWidget(self.notice)

        self.area = QScrollArea(StepDialog)
        self.area.setObjectName(u"area")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.fields = QVBoxLayout(self.inside)
        self.fields.setSpacing(12)
        self.fields.setObjectName(u"fields")
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.area.setWidget(self.inside)

        self.outer.addWidget(self.area)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.gap = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)

        self.cancel = Button(StepDialog)
        self.cancel.setObjectName(u"cancel")

        self.buttons.addWidget(self.cancel)

        self.save = Button(StepDialog)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")
        self.save.setProperty(u"aside", u"Ctrl+Enter")

        self.buttons.addWidget(self.save)


        self.outer.addLayout(self.buttons)


        self.retranslateUi(StepDialog)

        QMetaObject.connectSlotsByName(StepDialog)
    # setupUi

    def retranslateUi(self, StepDialog):
        self.cancel.setText(QCoreApplication.translate("StepDialog", u"Cancel", None))
        pass
    # retranslateUi
