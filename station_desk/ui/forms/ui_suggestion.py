"""The form suggestion.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.stage_bar import StageBar

class Ui_SuggestionHead(object):
    def setupUi(self, SuggestionHead):
        if not SuggestionHead.objectName():
            SuggestionHead.setObjectName(u"SuggestionHead")
        self.lay1 = QVBoxLayout(SuggestionHead)
        self.lay1.setSpacing(8)
        self.lay1.setObjectName(u"lay1")
        self.lay1.setContentsMargins(24, 8, 24, 10)
        self.lay2 = QHBoxLayout()
        self.lay2.setSpacing(8)
        self.lay2.setObjectName(u"lay2")
        self.lay2.setContentsMargins(0, 0, 0, 0)
        self.back = Button(SuggestionHead)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"kind", u"link")
        self.back.setProperty(u"iconName", u"chevron-left")
        self.back.setProperty(u"flush", True)
        self.back.setProperty(u"small", True)

        self.lay2.addWidget(self.back)

        self.number = QLabel(SuggestionHead)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"role", u"second")

        self.lay2.addWidget(self.number)

        self.provisional = QLabel(SuggestionHead)
        self.provisional.setObjectName(u"provisional")
        self.provisional.setProperty(u"role", u"second")

        self.lay2.addWidget(self.provisional)

        self.marks = QLabel(SuggestionHead)
        self.marks.setObjectName(u"marks")
        self.marks.setProperty(u"role", u"second")
        self.marks.setProperty(u"tone", u"accent")

        self.lay2.addWidget(self.marks)

        self.gap3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.lay2.addItem(self.gap3)

        self.sideBox = QWidget(SuggestionHead)
        self.sideBox.setObjectName(u"sideBox")
        self.lay4 = QHBoxLayout(self.sideBox)
        self.lay4.setSpacing(0)
        self.lay4.setObjectName(u"lay4")
        self.lay4.setContentsMargins(0, 0, 0, 0)

        self.lay2.addWidget(self.sideBox)

        self.previous = Button(SuggestionHead)
        self.previous.setObjectName(u"previous")
        self.previous.setProperty(u"kind", u"word")
        self.previous.setProperty(u"iconName", u"chevron-up")
        self.previous.setProperty(u"small", True)

        self.lay2.addWidget(self.previous)

        self.next = Button(SuggestionHead)
        self.next.setObjectName(u"next")
        self.next.setProperty(u"kind", u"word")
        self.next.setProperty(u"iconName", u"chevron-down")
        self.next.setProperty(u"small", True)

        self.lay2.addWidget(self.next)

        self.printSheet = Button(SuggestionHead)
        self.printSheet.setObjectName(u"printSheet")
        self.printSheet.setProperty(u"kind", u"word")
        self.printSheet.setProperty(u"iconName", u"printer")
        self.printSheet.setProperty(u"small", True)

        self.lay2.addWidget(self.printSheet)


        self.lay1.addLayout(self.lay2)

        self.lay5 = QHBoxLayout()
        self.lay5.setSpacing(12)
        self.lay5.setObjectName(u"lay5")
        self.lay5.setContentsMargins(0, 0, 0, 0)
        self.title = ElidedLabel(SuggestionHead)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"title")

        self.lay5.addWidget(self.title)

        self.verbsBox = QWidget(SuggestionHead)
        self.verbsBox.setObjectName(u"verbsBox")
        self.lay6 = QHBoxLayout(self.verbsBox)
        self.lay6.setSpacing(8)
        self.lay6.setObjectName(u"lay6")
        self.lay6.setContentsMargins(0, 0, 0, 0)

        self.lay5.addWidget(self.verbsBox)

        self.lay5.setStretch(0, 1)

        self.lay1.addLayout(self.lay5)

        self.stages = StageBar(SuggestionHead)
        self.stages.setObjectName(u"stages")

        self.lay1.addWidget(self.stages)


        self.retranslateUi(SuggestionHead)

        QMetaObject.connectSlotsByName(SuggestionHead)
    # setupUi

    def retranslateUi(self, SuggestionHead):
        self.back.setText(QCoreApplication.translate("SuggestionHead", u"Suggestions", None))
        self.previous.setText(QCoreApplication.translate("SuggestionHead", u"Previous", None))
        self.next.setText(QCoreApplication.translate("SuggestionHead", u"Next", None))
        self.printSheet.setText(QCoreApplication.translate("SuggestionHead", u"Suggestion sheet", None))
        pass
    # retranslateUi
