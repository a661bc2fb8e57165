"""The form reception.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QHBoxLayout, QLabel,
    QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.choice import (ChoiceLine, ManyChoice)
from station_desk.ui.widgets.fields import (Field, FieldError)
from station_desk.ui.widgets.flow import FlowBox
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.picks import NameLine
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.words_box import WordsBox

class Ui_ReceptionForm(object):
    def setupUi(self, ReceptionForm):
        if not ReceptionForm.objectName():
            ReceptionForm.setObjectName(u"ReceptionForm")
        self.lay1 = QVBoxLayout(ReceptionForm)
        self.lay1.setSpacing(12)
        self.lay1.setObjectName(u"lay1")
        self.lay1.setContentsMargins(24, 10, 24, 10)
        self.offer = Notice(ReceptionForm)
        self.offer.setObjectName(u"offer")
        self.offer.setProperty(u"kind", u"amber")

        self.lay1.addWidget(self.offer)

        self.mistake = Notice(ReceptionForm)
        self.mistake.setObjectName(u"mistake")
        self.mistake.setProperty(u"kind", u"red")

        self.lay1.addWidget(self.mistake)

        self.pasteBox = QWidget(ReceptionForm)
        self.pasteBox.setObjectName(u"pasteBox")
        self.pasteBox.setProperty(u"part", u"sunken")
        self.lay2 = QVBoxLayout(self.pasteBox)
        self.lay2.setSpacing(6)
        self.lay2.setObjectName(u"lay2")
        self.lay2.setContentsMargins(12, 10, 12, 10)
        self.pasteHint = QLabel(self.pasteBox)
        self.pasteHint.setObjectName(u"pasteHint")
        self.pasteHint.setProperty(u"role", u"second")

        self.lay2.addWidget(self.pasteHint)

        self.pasteText = WordsBox(self.pasteBox)
        self.pasteText.setObjectName(u"pasteText")
        self.pasteText.setProperty(u"lines", 4)

        self.lay2.addWidget(self.pasteText)

        self.lay3 = QHBoxLayout()
        self.lay3.setSpacing(8)
        self.lay3.setObjectName(u"lay3")
        self.lay3.setContentsMargins(0, 0, 0, 0)
        self.gap4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lay3.addItem(self.gap4)

        self.pasteCancel = Button(self.pasteBox)
        self.pasteCancel.setObjectName(u"pasteCancel")
        self.pasteCancel.setProperty(u"kind", u"word")

        self.lay3.addWidget(self.pasteCancel)

        self.pasteTake = Button(self.pasteBox)
        self.pasteTake.setObjectName(u"pasteTake")
        self.pasteTake.setProperty(u"kind", u"tonal")

        self.lay3.addWidget(self.pasteTake)


        self.lay2.addLayout(self.lay3)


        self.lay1.addWidget(self.pasteBox)

        self.visitorRow = FlowBox(ReceptionForm)
        self.visitorRow.setObjectName(u"visitorRow")
        self.nameField = Field(self.visitorRow)
        self.nameField.setObjectName(u"nameField")
        self.visitorName = NameLine(self.nameField)
        self.visitorName.setObjectName(u"visitorName")
        self.phoneField = Field(self.visitorRow)
        self.phoneField.setObjectName(u"phoneField")
        self.phoneBox = QWidget(self.phoneField)
        self.phoneBox.setObjectName(u"phoneBox")
        self.lay5 = QHBoxLayout(self.phoneBox)
        self.lay5.setSpacing(4)
        self.lay5.setObjectName(u"lay5")
        self.lay5.setContentsMargins(0, 0, 0, 0)
        self.phone = QLineEdit(self.phoneBox)
        self.phone.setObjectName(u"phone")

        self.lay5.addWidget(self.phone)

        self.phoneEye = Button(self.phoneBox)
        self.phoneEye.setObjectName(u"phoneEye")
        self.phoneEye.setProperty(u"iconName", u"eye")

        self.lay5.addWidget(self.phoneEye)

        self.addressField = Field(self.visitorRow)
        self.addressField.setObjectName(u"addressField")
        self.address = QLineEdit(self.addressField)
        self.address.setObjectName(u"address")
        self.gridField = Field(self.visitorRow)
        self.gridField.setObjectName(u"gridField")
        self.grid = ChoiceLine(self.gridField)
        self.grid.setObjectName(u"grid")

        self.lay1.addWidget(self.visitorRow)

        self.meansRow = FlowBox(ReceptionForm)
        self.meansRow.setObjectName(u"meansRow")
        self.channelBox = QWidget(self.meansRow)
        self.channelBox.setObjectName(u"channelBox")
        self.lay6 = QHBoxLayout(self.channelBox)
        self.lay6.setSpacing(6)
        self.lay6.setObjectName(u"lay6")
        self.lay6.setContentsMargins(0, 0, 0, 0)
        self.channelLabel = QLabel(self.channelBox)
        self.channelLabel.setObjectName(u"channelLabel")
        self.channelLabel.setProperty(u"role", u"label")

        self.lay6.addWidget(self.channelLabel)

        self.channel = Segments(self.channelBox)
        self.channel.setObjectName(u"channel")

        self.lay6.addWidget(self.channel)

        self.channelMore = Button(self.channelBox)
        self.channelMore.setObjectName(u"channelMore")
        self.channelMore.setProperty(u"iconName", u"ellipsis")
        self.channelMore.setProperty(u"kind", u"icon")

        self.lay6.addWidget(self.channelMore)

        self.deputyBox = QWidget(self.meansRow)
        self.deputyBox.setObjectName(u"deputyBox")
        self.lay7 = QHBoxLayout(self.deputyBox)
        self.lay7.setSpacing(8)
        self.lay7.setObjectName(u"lay7")
        self.lay7.setContentsMargins(0, 0, 0, 0)
        self.deputyLabel = QLabel(self.deputyBox)
        self.deputyLabel.setObjectName(u"deputyLabel")
        self.deputyLabel.setProperty(u"role", u"label")

        self.lay7.addWidget(self.deputyLabel)

        self.deputies = ManyChoice(self.deputyBox)
        self.deputies.setObjectName(u"deputies")

        self.lay7.addWidget(self.deputies)

        self.informedBox = QWidget(self.meansRow)
        self.informedBox.setObjectName(u"informedBox")
        self.lay8 = QVBoxLayout(self.informedBox)
        self.lay8.setSpacing(2)
        self.lay8.setObjectName(u"lay8")
        self.lay8.setContentsMargins(0, 0, 0, 0)
        self.informed = QCheckBox(self.informedBox)
        self.informed.setObjectName(u"informed")

        self.lay8.addWidget(self.informed)

        self.informedError = FieldError(self.informedBox)
        self.informedError.setObjectName(u"informedError")

        self.lay8.addWidget(self.informedError)


        self.lay1.addWidget(self.meansRow)

        self.lay9 = QHBoxLayout()
        self.lay9.setSpacing(8)
        self.lay9.setObjectName(u"lay9")
        self.lay9.setContentsMargins(0, 4, 0, 0)
        self.mattersTitle = QLabel(ReceptionForm)
        self.mattersTitle.setObjectName(u"mattersTitle")
        self.mattersTitle.setProperty(u"role", u"section")

        self.lay9.addWidget(self.mattersTitle)

        self.mattersCount = QLabel(ReceptionForm)
        self.mattersCount.setObjectName(u"mattersCount")
        self.mattersCount.setProperty(u"role", u"second")

        self.lay9.addWidget(self.mattersCount)

        self.gap10 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lay9.addItem(self.gap10)

        self.another = Button(ReceptionForm)
        self.another.setObjectName(u"another")
        self.another.setProperty(u"kind", u"link")
        self.another.setProperty(u"iconName", u"plus")
        self.another.setProperty(u"flush", True)

        self.lay9.addWidget(self.another)


        self.lay1.addLayout(self.lay9)

        self.cardsBox = QWidget(ReceptionForm)
        self.cardsBox.setObjectName(u"cardsBox")
        self.lay11 = QVBoxLayout(self.cardsBox)
        self.lay11.setSpacing(8)
        self.lay11.setObjectName(u"lay11")
        self.lay11.setContentsMargins(0, 0, 0, 0)

        self.lay1.addWidget(self.cardsBox)

        self.lay1.setStretch(6, 1)

        self.retranslateUi(ReceptionForm)

        QMetaObject.connectSlotsByName(ReceptionForm)
    # setupUi

    def retranslateUi(self, ReceptionForm):
        self.pasteHint.setText(QCoreApplication.translate("ReceptionForm", u"Paste the text here; the fields it names are proposed below.", None))
        self.pasteText.setPlaceholderText(QCoreApplication.translate("ReceptionForm", u"I am\u2026, my phone is\u2026, on \u2026 Road\u2026", None))
        self.pasteCancel.setText(QCoreApplication.translate("ReceptionForm", u"Cancel", None))
        self.pasteTake.setText(QCoreApplication.translate("ReceptionForm", u"Take into the card", None))
        self.nameField.setProperty(u"label", QCoreApplication.translate("ReceptionForm", u"Visitor", None))
        self.visitorName.setPlaceholderText(QCoreApplication.translate("ReceptionForm", u"Name, or initials", None))
        self.phoneField.setProperty(u"label", QCoreApplication.translate("ReceptionForm", u"Telephone", None))
        self.addressField.setProperty(u"label", QCoreApplication.translate("ReceptionForm", u"Address", None))
        self.gridField.setProperty(u"label", QCoreApplication.translate("ReceptionForm", u"Grid", None))
        self.channelLabel.setText(QCoreApplication.translate("ReceptionForm", u"By", None))
        self.deputyLabel.setText(QCoreApplication.translate("ReceptionForm", u"Deputies", None))
        self.informed.setText(QCoreApplication.translate("ReceptionForm", u"Told of purpose and keeping", None))
        self.mattersTitle.setText(QCoreApplication.translate("ReceptionForm", u"Matters", None))
        self.mattersCount.setText("")
        self.another.setText(QCoreApplication.translate("ReceptionForm", u"Another matter", None))
        self.another.setProperty(u"aside", QCoreApplication.translate("ReceptionForm", u"Ctrl+M", None))
        pass
    # retranslateUi
