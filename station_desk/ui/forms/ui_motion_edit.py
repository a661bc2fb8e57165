"""The form motion_edit.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QLineEdit, QSizePolicy,
    QVBoxLayout, QWidget)

from station_desk.ui.widgets.choice import (ChoiceLine, ManyChoice)
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.flow import FlowBox
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.words_box import WordsBox

class Ui_MotionEdit(object):
    def setupUi(self, MotionEdit):
        if not MotionEdit.objectName():
            MotionEdit.setObjectName(u"MotionEdit")
        self.lay1 = QVBoxLayout(MotionEdit)
        self.lay1.setSpacing(10)
        self.lay1.setObjectName(u"lay1")
        self.lay1.setContentsMargins(24, 14, 24, 14)
        self.offer = Notice(MotionEdit)
        self.offer.setObjectName(u"offer")
        self.offer.setProperty(u"kind", u"amber")

        self.lay1.addWidget(self.offer)

        self.mistake = Notice(MotionEdit)
        self.mistake.setObjectName(u"mistake")
        self.mistake.setProperty(u"kind", u"red")

        self.lay1.addWidget(self.mistake)

        self.needed = Notice(MotionEdit)
        self.needed.setObjectName(u"needed")
        self.needed.setProperty(u"kind", u"info")

        self.lay1.addWidget(self.needed)

        self.titleField = Field(MotionEdit)
        self.titleField.setObjectName(u"titleField")
        self.title = QLineEdit(self.titleField)
        self.title.setObjectName(u"title")

        self.lay1.addWidget(self.titleField)

        self.deputiesField = Field(MotionEdit)
        self.deputiesField.setObjectName(u"deputiesField")
        self.deputies = ManyChoice(self.deputiesField)
        self.deputies.setObjectName(u"deputies")

        self.lay1.addWidget(self.deputiesField)

        self.groundsField = Field(MotionEdit)
        self.groundsField.setObjectName(u"groundsField")
        self.grounds = WordsBox(self.groundsField)
        self.grounds.setObjectName(u"grounds")
        self.grounds.setProperty(u"lines", 5)

        self.lay1.addWidget(self.groundsField)

        self.planField = Field(MotionEdit)
        self.planField.setObjectName(u"planField")
        self.plan = WordsBox(self.planField)
        self.plan.setObjectName(u"plan")
        self.plan.setProperty(u"lines", 5)

        self.lay1.addWidget(self.planField)

        self.factsRow = FlowBox(MotionEdit)
        self.factsRow.setObjectName(u"factsRow")
        self.levelField = Field(self.factsRow)
        self.levelField.setObjectName(u"levelField")
        self.level = QComboBox(self.levelField)
        self.level.setObjectName(u"level")
        self.groupField = Field(self.factsRow)
        self.groupField.setObjectName(u"groupField")
        self.group = QLineEdit(self.groupField)
        self.group.setObjectName(u"group")
        self.sessionField = Field(self.factsRow)
        self.sessionField.setObjectName(u"sessionField")
        self.session = QLineEdit(self.sessionField)
        self.session.setObjectName(u"session")
        self.categoryField = Field(self.factsRow)
        self.categoryField.setObjectName(u"categoryField")
        self.category = ChoiceLine(self.categoryField)
        self.category.setObjectName(u"category")
        self.consentField = Field(self.factsRow)
        self.consentField.setObjectName(u"consentField")
        self.consent = QComboBox(self.consentField)
        self.consent.setObjectName(u"consent")

        self.lay1.addWidget(self.factsRow)

        self.lay1.setStretch(5, 1)
        self.lay1.setStretch(6, 1)

        self.retranslateUi(MotionEdit)

        QMetaObject.connectSlotsByName(MotionEdit)
    # setupUi

    def retranslateUi(self, MotionEdit):
        self.titleField.setProperty(u"label", QCoreApplication.translate("MotionEdit", u"What the motion is about", None))
        self.title.setPlaceholderText(QCoreApplication.translate("MotionEdit", u"\u5173\u4e8e\u2026\u2026\u7684\u8bae\u6848", None))
        self.deputiesField.setProperty(u"label", QCoreApplication.translate("MotionEdit", u"Deputies, the first leads", None))
        self.groundsField.setProperty(u"label", QCoreApplication.translate("MotionEdit", u"Grounds: why it is needed", None))
        self.planField.setProperty(u"label", QCoreApplication.translate("MotionEdit", u"Plan: what is to be done", None))
        self.levelField.setProperty(u"label", QCoreApplication.translate("MotionEdit", u"Put to the congress of", None))
        self.groupField.setProperty(u"label", QCoreApplication.translate("MotionEdit", u"In the name of a delegation", None))
        self.sessionField.setProperty(u"label", QCoreApplication.translate("MotionEdit", u"Session", None))
        self.categoryField.setProperty(u"label", QCoreApplication.translate("MotionEdit", u"Category", None))
        self.consentField.setProperty(u"label", QCoreApplication.translate("MotionEdit", u"Publication", None))
        pass
    # retranslateUi
