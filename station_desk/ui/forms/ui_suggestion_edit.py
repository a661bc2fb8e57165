"""The form suggestion_edit.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QLineEdit,
    QSizePolicy, QVBoxLayout, QWidget)

from station_desk.ui.widgets.choice import (ChoiceLine, ManyChoice)
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.flow import FlowBox
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.words_box import WordsBox

class Ui_SuggestionEdit(object):
    def setupUi(self, SuggestionEdit):
        if not SuggestionEdit.objectName():
            SuggestionEdit.setObjectName(u"SuggestionEdit")
        self.lay1 = QVBoxLayout(SuggestionEdit)
        self.lay1.setSpacing(10)
        self.lay1.setObjectName(u"lay1")
        self.lay1.setContentsMargins(24, 14, 24, 14)
        self.offer = Notice(SuggestionEdit)
        self.offer.setObjectName(u"offer")
        self.offer.setProperty(u"kind", u"amber")

        self.lay1.addWidget(self.offer)

        self.mistake = Notice(SuggestionEdit)
        self.mistake.setObjectName(u"mistake")
        self.mistake.setProperty(u"kind", u"red")

        self.lay1.addWidget(self.mistake)

        self.follows = Notice(SuggestionEdit)
        self.follows.setObjectName(u"follows")
        self.follows.setProperty(u"kind", u"info")

        self.lay1.addWidget(self.follows)

        self.titleField = Field(SuggestionEdit)
        self.titleField.setObjectName(u"titleField")
        self.title = QLineEdit(self.titleField)
        self.title.setObjectName(u"title")

        self.lay1.addWidget(self.titleField)

        self.deputiesField = Field(SuggestionEdit)
        self.deputiesField.setObjectName(u"deputiesField")
        self.deputies = ManyChoice(self.deputiesField)
        self.deputies.setObjectName(u"deputies")

        self.lay1.addWidget(self.deputiesField)

        self.textField = Field(SuggestionEdit)
        self.textField.setObjectName(u"textField")
        self.text = WordsBox(self.textField)
        self.text.setObjectName(u"text")
        self.text.setProperty(u"lines", 6)

        self.lay1.addWidget(self.textField)

        self.cautionsBox = QWidget(SuggestionEdit)
        self.cautionsBox.setObjectName(u"cautionsBox")
        self.lay2 = QVBoxLayout(self.cautionsBox)
        self.lay2.setSpacing(6)
        self.lay2.setObjectName(u"lay2")
        self.lay2.setContentsMargins(0, 0, 0, 0)

        self.lay1.addWidget(self.cautionsBox)

        self.factsRow = FlowBox(SuggestionEdit)
        self.factsRow.setObjectName(u"factsRow")
        self.categoryField = Field(self.factsRow)
        self.categoryField.setObjectName(u"categoryField")
        self.category = ChoiceLine(self.categoryField)
        self.category.setObjectName(u"category")
        self.placeField = Field(self.factsRow)
        self.placeField.setObjectName(u"placeField")
        self.place = QLineEdit(self.placeField)
        self.place.setObjectName(u"place")
        self.unitsField = Field(self.factsRow)
        self.unitsField.setObjectName(u"unitsField")
        self.proposedUnits = QLineEdit(self.unitsField)
        self.proposedUnits.setObjectName(u"proposedUnits")

        self.lay1.addWidget(self.factsRow)

        self.natureRow = FlowBox(SuggestionEdit)
        self.natureRow.setObjectName(u"natureRow")
        self.consentField = Field(self.natureRow)
        self.consentField.setObjectName(u"consentField")
        self.consent = QComboBox(self.consentField)
        self.consent.setObjectName(u"consent")
        self.formedField = Field(self.natureRow)
        self.formedField.setObjectName(u"formedField")
        self.formedBy = QComboBox(self.formedField)
        self.formedBy.setObjectName(u"formedBy")
        self.yearsField = Field(self.natureRow)
        self.yearsField.setObjectName(u"yearsField")
        self.yearsRunning = QComboBox(self.yearsField)
        self.yearsRunning.setObjectName(u"yearsRunning")
        self.levelField = Field(self.natureRow)
        self.levelField.setObjectName(u"levelField")
        self.level = QComboBox(self.levelField)
        self.level.setObjectName(u"level")
        self.groupField = Field(self.natureRow)
        self.groupField.setObjectName(u"groupField")
        self.group = QLineEdit(self.groupField)
        self.group.setObjectName(u"group")
        self.sessionField = Field(self.natureRow)
        self.sessionField.setObjectName(u"sessionField")
        self.session = QLineEdit(self.sessionField)
        self.session.setObjectName(u"session")

        self.lay1.addWidget(self.natureRow)

        self.checksRow = FlowBox(SuggestionEdit)
        self.checksRow.setObjectName(u"checksRow")
        self.atSession = QCheckBox(self.checksRow)
        self.atSession.setObjectName(u"atSession")
        self.wantsContact = QCheckBox(self.checksRow)
        self.wantsContact.setObjectName(u"wantsContact")
        self.referenceOnly = QCheckBox(self.checksRow)
        self.referenceOnly.setObjectName(u"referenceOnly")

        self.lay1.addWidget(self.checksRow)

        self.lay1.setStretch(5, 1)

        self.retranslateUi(SuggestionEdit)

        QMetaObject.connectSlotsByName(SuggestionEdit)
    # setupUi

    def retranslateUi(self, SuggestionEdit):
        self.titleField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Title", None))
        self.title.setPlaceholderText(QCoreApplication.translate("SuggestionEdit", u"\u5173\u4e8e\u2026\u2026\u7684\u5efa\u8bae", None))
        self.deputiesField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Deputies, the first leads", None))
        self.textField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Text: what is wrong, why, and what is proposed", None))
        self.categoryField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Category", None))
        self.placeField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Place", None))
        self.unitsField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Proposed units", None))
        self.consentField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Publication", None))
        self.formedField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"How it was formed", None))
        self.yearsField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Raised for several years", None))
        self.levelField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Put to the congress of", None))
        self.groupField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"In the name of a group", None))
        self.sessionField.setProperty(u"label", QCoreApplication.translate("SuggestionEdit", u"Session", None))
        self.atSession.setText(QCoreApplication.translate("SuggestionEdit", u"Raised at a session", None))
        self.wantsContact.setText(QCoreApplication.translate("SuggestionEdit", u"Wishes closer contact with the unit", None))
        self.referenceOnly.setText(QCoreApplication.translate("SuggestionEdit", u"For reference, no written reply needed", None))
        pass
    # retranslateUi
