"""The form suggestion_body.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.notice import Notice

class Ui_SuggestionBody(object):
    def setupUi(self, SuggestionBody):
        if not SuggestionBody.objectName():
            SuggestionBody.setObjectName(u"SuggestionBody")
        self.lay1 = QVBoxLayout(SuggestionBody)
        self.lay1.setSpacing(8)
        self.lay1.setObjectName(u"lay1")
        self.lay1.setContentsMargins(24, 16, 24, 16)
        self.due = Notice(SuggestionBody)
        self.due.setObjectName(u"due")
        self.due.setProperty(u"kind", u"amber")

        self.lay1.addWidget(self.due)

        self.why = QLabel(SuggestionBody)
        self.why.setObjectName(u"why")
        self.why.setProperty(u"role", u"second")
        self.why.setWordWrap(True)

        self.lay1.addWidget(self.why)

        self.numberBox = QWidget(SuggestionBody)
        self.numberBox.setObjectName(u"numberBox")
        self.lay2 = QVBoxLayout(self.numberBox)
        self.lay2.setSpacing(4)
        self.lay2.setObjectName(u"lay2")
        self.lay2.setContentsMargins(0, 0, 0, 0)
        self.lay3 = QHBoxLayout()
        self.lay3.setSpacing(12)
        self.lay3.setObjectName(u"lay3")
        self.lay3.setContentsMargins(0, 0, 0, 0)
        self.numberField = Field(self.numberBox)
        self.numberField.setObjectName(u"numberField")
        self.number = QLineEdit(self.numberField)
        self.number.setObjectName(u"number")

        self.lay3.addWidget(self.numberField)

        self.sessionField = Field(self.numberBox)
        self.sessionField.setObjectName(u"sessionField")
        self.session = QLineEdit(self.sessionField)
        self.session.setObjectName(u"session")

        self.lay3.addWidget(self.sessionField)

        self.giveNumber = Button(self.numberBox)
        self.giveNumber.setObjectName(u"giveNumber")
        self.giveNumber.setProperty(u"kind", u"tonal")

        self.lay3.addWidget(self.giveNumber)


        self.lay2.addLayout(self.lay3)


        self.lay1.addWidget(self.numberBox)

        self.mistake = Notice(SuggestionBody)
        self.mistake.setObjectName(u"mistake")
        self.mistake.setProperty(u"kind", u"red")

        self.lay1.addWidget(self.mistake)

        self.sections = QWidget(SuggestionBody)
        self.sections.setObjectName(u"sections")
        self.lay4 = QVBoxLayout(self.sections)
        self.lay4.setSpacing(16)
        self.lay4.setObjectName(u"lay4")
        self.lay4.setContentsMargins(0, 0, 0, 0)

        self.lay1.addWidget(self.sections)

        self.lay8 = QHBoxLayout()
        self.lay8.setSpacing(8)
        self.lay8.setObjectName(u"lay8")
        self.lay8.setContentsMargins(0, 8, 0, 0)
        self.textTitle = QLabel(SuggestionBody)
        self.textTitle.setObjectName(u"textTitle")
        self.textTitle.setProperty(u"role", u"section")

        self.lay8.addWidget(self.textTitle)

        self.gap9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lay8.addItem(self.gap9)

        self.edit = Button(SuggestionBody)
        self.edit.setObjectName(u"edit")
        self.edit.setProperty(u"kind", u"link")
        self.edit.setProperty(u"iconName", u"pencil")
        self.edit.setProperty(u"flush", True)
        self.edit.setProperty(u"small", True)

        self.lay8.addWidget(self.edit)


        self.lay1.addLayout(self.lay8)

        self.text = QLabel(SuggestionBody)
        self.text.setObjectName(u"text")
        self.text.setWordWrap(True)

        self.lay1.addWidget(self.text)

        self.gap10 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.lay1.addItem(self.gap10)


        self.retranslateUi(SuggestionBody)

        QMetaObject.connectSlotsByName(SuggestionBody)
    # setupUi

    def retranslateUi(self, SuggestionBody):
        self.numberField.setProperty(u"label", QCoreApplication.translate("SuggestionBody", u"Official number", None))
        self.number.setPlaceholderText(QCoreApplication.translate("SuggestionBody", u"2026\u95ed-007", None))
        self.sessionField.setProperty(u"label", QCoreApplication.translate("SuggestionBody", u"Session", None))
        self.giveNumber.setText(QCoreApplication.translate("SuggestionBody", u"Give the number", None))
        self.textTitle.setText(QCoreApplication.translate("SuggestionBody", u"Text of the suggestion", None))
        self.edit.setText(QCoreApplication.translate("SuggestionBody", u"Revise", None))
        pass
    # retranslateUi
