"""The form reception_matter.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.choice import (ChoiceLine, ManyChoice)
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.fields import (Field, FieldError)
from station_desk.ui.widgets.flow import FlowBox
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.words_box import WordsBox

class Ui_MatterCard(object):
    def setupUi(self, MatterCard):
        if not MatterCard.objectName():
            MatterCard.setObjectName(u"MatterCard")
        MatterCard.setProperty(u"part", u"box")
        self.lay1 = QVBoxLayout(MatterCard)
        self.lay1.setSpacing(0)
        self.lay1.setObjectName(u"lay1")
        self.lay1.setContentsMargins(0, 0, 0, 0)
        self.headBox = QWidget(MatterCard)
        self.headBox.setObjectName(u"headBox")
        self.headBox.setProperty(u"tall", 38)
        self.lay2 = QHBoxLayout(self.headBox)
        self.lay2.setSpacing(8)
        self.lay2.setObjectName(u"lay2")
        self.lay2.setContentsMargins(12, 0, 12, 0)
        self.toggle = Button(self.headBox)
        self.toggle.setObjectName(u"toggle")
        self.toggle.setProperty(u"kind", u"icon")
        self.toggle.setProperty(u"iconName", u"chevron-right")
        self.toggle.setProperty(u"flush", True)

        self.lay2.addWidget(self.toggle)

        self.number = QLabel(self.headBox)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"role", u"row")

        self.lay2.addWidget(self.number)

        self.title = ElidedLabel(self.headBox)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"strong")

        self.lay2.addWidget(self.title)

        self.hint = ElidedLabel(self.headBox)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"role", u"second")

        self.lay2.addWidget(self.hint)

        self.stateIcon = QLabel(self.headBox)
        self.stateIcon.setObjectName(u"stateIcon")

        self.lay2.addWidget(self.stateIcon)

        self.state = QLabel(self.headBox)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"role", u"")

        self.lay2.addWidget(self.state)

        self.edit = Button(self.headBox)
        self.edit.setObjectName(u"edit")
        self.edit.setProperty(u"kind", u"icon")
        self.edit.setProperty(u"iconName", u"pencil")
        self.edit.setProperty(u"flush", True)

        self.lay2.addWidget(self.edit)

        self.remove = Button(self.headBox)
        self.remove.setObjectName(u"remove")
        self.remove.setProperty(u"kind", u"word")
        self.remove.setProperty(u"iconName", u"x")
        self.remove.setProperty(u"flush", True)
        self.remove.setProperty(u"small", True)

        self.lay2.addWidget(self.remove)

        self.lay2.setStretch(3, 1)

        self.lay1.addWidget(self.headBox)

        self.body = QWidget(MatterCard)
        self.body.setObjectName(u"body")
        self.lay3 = QVBoxLayout(self.body)
        self.lay3.setSpacing(8)
        self.lay3.setObjectName(u"lay3")
        self.lay3.setContentsMargins(12, 0, 12, 12)
        self.words = WordsBox(self.body)
        self.words.setObjectName(u"words")
        self.words.setProperty(u"lines", 3)

        self.lay3.addWidget(self.words)

        self.wordsError = FieldError(self.body)
        self.wordsError.setObjectName(u"wordsError")

        self.lay3.addWidget(self.wordsError)

        self.factsRow = FlowBox(self.body)
        self.factsRow.setObjectName(u"factsRow")
        self.appealField = Field(self.factsRow)
        self.appealField.setObjectName(u"appealField")
        self.appeal = QLineEdit(self.appealField)
        self.appeal.setObjectName(u"appeal")
        self.categoryField = Field(self.factsRow)
        self.categoryField.setObjectName(u"categoryField")
        self.category = ChoiceLine(self.categoryField)
        self.category.setObjectName(u"category")
        self.placeField = Field(self.factsRow)
        self.placeField.setObjectName(u"placeField")
        self.place = QLineEdit(self.placeField)
        self.place.setObjectName(u"place")
        self.gridField = Field(self.factsRow)
        self.gridField.setObjectName(u"gridField")
        self.grid = ChoiceLine(self.gridField)
        self.grid.setObjectName(u"grid")

        self.lay3.addWidget(self.factsRow)

        self.proposal = Notice(self.body)
        self.proposal.setObjectName(u"proposal")
        self.proposal.setProperty(u"kind", u"info")

        self.lay3.addWidget(self.proposal)

        self.merging = Notice(self.body)
        self.merging.setObjectName(u"merging")
        self.merging.setProperty(u"kind", u"info")
        self.merging.setProperty(u"iconName", u"link")

        self.lay3.addWidget(self.merging)

        self.routeRow = FlowBox(self.body)
        self.routeRow.setObjectName(u"routeRow")
        self.routeField = Field(self.routeRow)
        self.routeField.setObjectName(u"routeField")
        self.route = Segments(self.routeField)
        self.route.setObjectName(u"route")
        self.unitField = Field(self.routeRow)
        self.unitField.setObjectName(u"unitField")
        self.unit = ChoiceLine(self.unitField)
        self.unit.setObjectName(u"unit")
        self.coField = Field(self.routeRow)
        self.coField.setObjectName(u"coField")
        self.coUnits = ManyChoice(self.coField)
        self.coUnits.setObjectName(u"coUnits")
        self.deputiesField = Field(self.routeRow)
        self.deputiesField.setObjectName(u"deputiesField")
        self.deputies = ManyChoice(self.deputiesField)
        self.deputies.setObjectName(u"deputies")
        self.doorField = Field(self.routeRow)
        self.doorField.setObjectName(u"doorField")
        self.door = QComboBox(self.doorField)
        self.door.setObjectName(u"door")
        self.reasonField = Field(self.routeRow)
        self.reasonField.setObjectName(u"reasonField")
        self.reason = QLineEdit(self.reasonField)
        self.reason.setObjectName(u"reason")
        self.answerField = Field(self.routeRow)
        self.answerField.setObjectName(u"answerField")
        self.answer = WordsBox(self.answerField)
        self.answer.setObjectName(u"answer")
        self.answer.setProperty(u"lines", 2)

        self.lay3.addWidget(self.routeRow)

        self.dueBox = QWidget(self.body)
        self.dueBox.setObjectName(u"dueBox")
        self.lay4 = QHBoxLayout(self.dueBox)
        self.lay4.setSpacing(8)
        self.lay4.setObjectName(u"lay4")
        self.lay4.setContentsMargins(0, 0, 0, 0)
        self.dueIcon = QLabel(self.dueBox)
        self.dueIcon.setObjectName(u"dueIcon")

        self.lay4.addWidget(self.dueIcon)

        self.dueLabel = QLabel(self.dueBox)
        self.dueLabel.setObjectName(u"dueLabel")
        self.dueLabel.setProperty(u"role", u"second")

        self.lay4.addWidget(self.dueLabel)

        self.dueDay = QLabel(self.dueBox)
        self.dueDay.setObjectName(u"dueDay")
        self.dueDay.setProperty(u"role", u"strong")

        self.lay4.addWidget(self.dueDay)

        self.dueReason = QLabel(self.dueBox)
        self.dueReason.setObjectName(u"dueReason")
        self.dueReason.setProperty(u"role", u"second")

        self.lay4.addWidget(self.dueReason)

        self.dueHow = Button(self.dueBox)
        self.dueHow.setObjectName(u"dueHow")
        self.dueHow.setProperty(u"kind", u"link")
        self.dueHow.setProperty(u"flush", True)
        self.dueHow.setProperty(u"small", True)
        self.dueHow.setCheckable(True)

        self.lay4.addWidget(self.dueHow)

        self.gap5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lay4.addItem(self.gap5)


        self.lay3.addWidget(self.dueBox)

        self.why = QLabel(self.body)
        self.why.setObjectName(u"why")
        self.why.setProperty(u"role", u"second")
        self.why.setWordWrap(True)

        self.lay3.addWidget(self.why)

        self.lay3.setStretch(0, 1)

        self.lay1.addWidget(self.body)

        self.lay1.setStretch(1, 1)

        self.retranslateUi(MatterCard)

        QMetaObject.connectSlotsByName(MatterCard)
    # setupUi

    def retranslateUi(self, MatterCard):
        self.number.setText(QCoreApplication.translate("MatterCard", u"1", None))
        self.state.setText("")
        self.remove.setText(QCoreApplication.translate("MatterCard", u"Remove", None))
        self.appealField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"What they ask for", None))
        self.categoryField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"Category", None))
        self.placeField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"Place", None))
        self.gridField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"Grid", None))
        self.routeField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"What is done", None))
        self.unitField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"Unit", None))
        self.coField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"With", None))
        self.deputiesField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"Deputies, the first leads", None))
        self.doorField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"Where it belongs", None))
        self.reasonField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"Reason", None))
        self.answerField.setProperty(u"label", QCoreApplication.translate("MatterCard", u"What was answered", None))
        self.dueLabel.setText(QCoreApplication.translate("MatterCard", u"Due", None))
        self.dueDay.setText("")
        self.dueReason.setText("")
        self.dueHow.setText(QCoreApplication.translate("MatterCard", u"How computed", None))
        pass
    # retranslateUi
