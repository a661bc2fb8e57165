"""The form reports.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import (DateLine, FieldError)
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.picks import PickLine

class Ui_Reports(object):
    def setupUi(self, Reports):
        if not Reports.objectName():
            Reports.setObjectName(u"Reports")
        self.lines = QVBoxLayout(Reports)
        self.lines.setSpacing(0)
        self.lines.setObjectName(u"lines")
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea(Reports)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.NoFrame)
        self.area.setFocusPolicy(Qt.NoFocus)
        self.asked = QWidget()
        self.asked.setObjectName(u"asked")
        self.asked_lines = QVBoxLayout(self.asked)
        self.asked_lines.setSpacing(8)
        self.asked_lines.setObjectName(u"asked_lines")
        self.asked_lines.setContentsMargins(16, 14, 16, 8)
        self.named = QHBoxLayout()
        self.named.setSpacing(4)
        self.named.setObjectName(u"named")
        self.title = QLabel(self.asked)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"role", u"section")
        self.title.setWordWrap(True)

        self.named.addWidget(self.title)

        self.star = Button(self.asked)
        self.star.setObjectName(u"star")
        self.star.setCheckable(True)
        self.star.setProperty(u"small", True)
        self.star.setProperty(u"kind", u"icon")
        self.star.setProperty(u"iconName", u"star")

        self.named.addWidget(self.star, 0, Qt.AlignTop)

        self.named.setStretch(0, 1)

        self.asked_lines.addLayout(self.named)

        self.about = QLabel(self.asked)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"role", u"second")
        self.about.setWordWrap(True)

        self.asked_lines.addWidget(self.about)

        self.g1 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.asked_lines.addItem(self.g1)

        self.number_part = QWidget(self.asked)
        self.number_part.setObjectName(u"number_part")
        self.number_box = QVBoxLayout(self.number_part)
        self.number_box.setSpacing(3)
        self.number_box.setObjectName(u"number_box")
        self.number_box.setContentsMargins(0, 0, 0, 0)
        self.number_label = QLabel(self.number_part)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setProperty(u"role", u"label")

        self.number_box.addWidget(self.number_label)

        self.number = PickLine(self.number_part)
        self.number.setObjectName(u"number")

        self.number_box.addWidget(self.number)

        self.number_error = FieldError(self.number_part)
        self.number_error.setObjectName(u"number_error")

        self.number_box.addWidget(self.number_error)


        self.asked_lines.addWidget(self.number_part)

        self.deputy_part = QWidget(self.asked)
        self.deputy_part.setObjectName(u"deputy_part")
        self.deputy_box = QVBoxLayout(self.deputy_part)
        self.deputy_box.setSpacing(3)
        self.deputy_box.setObjectName(u"deputy_box")
        self.deputy_box.setContentsMargins(0, 0, 0, 0)
        self.deputy_label = QLabel(self.deputy_part)
        self.deputy_label.setObjectName(u"deputy_label")
        self.deputy_label.setProperty(u"role", u"label")

        self.deputy_box.addWidget(self.deputy_label)

        self.deputy = QComboBox(self.deputy_part)
        self.deputy.setObjectName(u"deputy")
        self.deputy.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.deputy.setMinimumContentsLength(6)

        self.deputy_box.addWidget(self.deputy)

        self.deputy_error = FieldError(self.deputy_part)
        self.deputy_error.setObjectName(u"deputy_error")

        self.deputy_box.addWidget(self.deputy_error)


        self.asked_lines.addWidget(self.deputy_part)

        self.period_part = QWidget(self.asked)
        self.period_part.setObjectName(u"period_part")
        self.period_lines = QVBoxLayout(self.period_part)
        self.period_lines.setSpacing(6)
        self.period_lines.setObjectName(u"period_lines")
        self.period_lines.setContentsMargins(0, 0, 0, 0)
        self.period_label = QLabel(self.period_part)
        self.period_label.setObjectName(u"period_label")
        self.period_label.setProperty(u"role", u"label")

        self.period_lines.addWidget(self.period_label)

        self.stepper = QHBoxLayout()
        self.stepper.setSpacing(6)
        self.stepper.setObjectName(u"stepper")
        self.stepper.setContentsMargins(0, 0, 0, 0)
        self.unit = QComboBox(self.period_part)
        self.unit.setObjectName(u"unit")
        self.unit.setProperty(u"wide", 84)

        self.stepper.addWidget(self.unit)

        self.period = QComboBox(self.period_part)
        self.period.setObjectName(u"period")
        self.period.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.period.setMinimumContentsLength(6)

        self.stepper.addWidget(self.period)

        self.rest = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.stepper.addItem(self.rest)

        self.stepper.setStretch(1, 1)

        self.period_lines.addLayout(self.stepper)

        self.days = QWidget(self.period_part)
        self.days.setObjectName(u"days")
        self.day_line = QVBoxLayout(self.days)
        self.day_line.setSpacing(6)
        self.day_line.setObjectName(u"day_line")
        self.day_line.setContentsMargins(0, 0, 0, 0)
        self.first = DateLine(self.days)
        self.first.setObjectName(u"first")

        self.day_line.addWidget(self.first)

        self.last = DateLine(self.days)
        self.last.setObjectName(u"last")

        self.day_line.addWidget(self.last)


        self.period_lines.addWidget(self.days)

        self.period_error = FieldError(self.period_part)
        self.period_error.setObjectName(u"period_error")

        self.period_lines.addWidget(self.period_error)


        self.asked_lines.addWidget(self.period_part)

        self.scope_part = QWidget(self.asked)
        self.scope_part.setObjectName(u"scope_part")
        self.scope_box = QVBoxLayout(self.scope_part)
        self.scope_box.setSpacing(3)
        self.scope_box.setObjectName(u"scope_box")
        self.scope_box.setContentsMargins(0, 0, 0, 0)
        self.scope_label = QLabel(self.scope_part)
        self.scope_label.setObjectName(u"scope_label")
        self.scope_label.setProperty(u"role", u"label")

        self.scope_box.addWidget(self.scope_label)

        self.scope = QComboBox(self.scope_part)
        self.scope.setObjectName(u"scope")
        self.scope.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(6)

        self.scope_box.addWidget(self.scope)


        self.asked_lines.addWidget(self.scope_part)

        self.g2 = QSpacerItem(0, 2, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.asked_lines.addItem(self.g2)

        self.masked = QCheckBox(self.asked)
        self.masked.setObjectName(u"masked")

        self.asked_lines.addWidget(self.masked)

        self.why_part = QWidget(self.asked)
        self.why_part.setObjectName(u"why_part")
        self.why_box = QVBoxLayout(self.why_part)
        self.why_box.setSpacing(3)
        self.why_box.setObjectName(u"why_box")
        self.why_box.setContentsMargins(0, 4, 0, 0)
        self.why_label = QLabel(self.why_part)
        self.why_label.setObjectName(u"why_label")
        self.why_label.setProperty(u"role", u"label")

        self.why_box.addWidget(self.why_label)

        self.why = QLineEdit(self.why_part)
        self.why.setObjectName(u"why")
        self.why.setMaxLength(80)

        self.why_box.addWidget(self.why)

        self.why_error = FieldError(self.why_part)
        self.why_error.setObjectName(u"why_error")

        self.why_box.addWidget(self.why_error)

        self.why_note = QLabel(self.why_part)
        self.why_note.setObjectName(u"why_note")
        self.why_note.setProperty(u"role", u"second")
        self.why_note.setWordWrap(True)

        self.why_box.addWidget(self.why_note)

        self.show_full = Button(self.why_part)
        self.show_full.setObjectName(u"show_full")

        self.why_box.addWidget(self.show_full)


        self.asked_lines.addWidget(self.why_part)

        self.g3 = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.asked_lines.addItem(self.g3)

        self.l1 = QFrame(self.asked)
        self.l1.setObjectName(u"l1")
        self.l1.setProperty(u"part", u"hairline")

        self.asked_lines.addWidget(self.l1)

        self.summary = QWidget(self.asked)
        self.summary.setObjectName(u"summary")
        self.summary_lines = QVBoxLayout(self.summary)
        self.summary_lines.setSpacing(6)
        self.summary_lines.setObjectName(u"summary_lines")
        self.summary_lines.setContentsMargins(0, 0, 0, 0)

        self.asked_lines.addWidget(self.summary)

        self.push = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.asked_lines.addItem(self.push)

        self.area.setWidget(self.asked)

        self.lines.addWidget(self.area)

        self.l2 = QFrame(Reports)
        self.l2.setObjectName(u"l2")
        self.l2.setProperty(u"part", u"hairline")

        self.lines.addWidget(self.l2)

        self.foot = QWidget(Reports)
        self.foot.setObjectName(u"foot")
        self.foot_lines = QVBoxLayout(self.foot)
        self.foot_lines.setSpacing(8)
        self.foot_lines.setObjectName(u"foot_lines")
        self.foot_lines.setContentsMargins(16, 10, 16, 14)
        self.notice = Notice(self.foot)
        self.notice.setObjectName(u"notice")

        self.foot_lines.addWidget(self.notice)

        self.facts = QLabel(self.foot)
        self.facts.setObjectName(u"facts")
        self.facts.setProperty(u"role", u"second")
        self.facts.setWordWrap(True)

        self.foot_lines.addWidget(self.facts)

        self.outs = QHBoxLayout()
        self.outs.setSpacing(8)
        self.outs.setObjectName(u"outs")
        self.outs.setContentsMargins(0, 0, 0, 0)
        self.excel = Button(self.foot)
        self.excel.setObjectName(u"excel")
        self.excel.setProperty(u"kind", u"plain")
        self.excel.setProperty(u"iconName", u"file-spreadsheet")

        self.outs.addWidget(self.excel)

        self.word = Button(self.foot)
        self.word.setObjectName(u"word")
        self.word.setProperty(u"kind", u"plain")
        self.word.setProperty(u"iconName", u"file-text")

        self.outs.addWidget(self.word)

        self.pdf = Button(self.foot)
        self.pdf.setObjectName(u"pdf")
        self.pdf.setProperty(u"kind", u"plain")
        self.pdf.setProperty(u"iconName", u"file-down")

        self.outs.addWidget(self.pdf)


        self.foot_lines.addLayout(self.outs)

        self.own = Button(self.foot)
        self.own.setObjectName(u"own")
        self.own.setProperty(u"kind", u"plain")
        self.own.setProperty(u"iconName", u"file-pen")

        self.foot_lines.addWidget(self.own)

        self.each = Button(self.foot)
        self.each.setObjectName(u"each")
        self.each.setProperty(u"kind", u"plain")
        self.each.setProperty(u"iconName", u"folder-open")

        self.foot_lines.addWidget(self.each)

        self.print = Button(self.foot)
        self.print.setObjectName(u"print")
        self.print.setProperty(u"kind", u"primary")
        self.print.setProperty(u"iconName", u"printer")

        self.foot_lines.addWidget(self.print)


        self.lines.addWidget(self.foot)

#if QT_CONFIG(shortcut)
        self.number_label.setBuddy(self.number)
        self.deputy_label.setBuddy(self.deputy)
        self.scope_label.setBuddy(self.scope)
        self.why_label.setBuddy(self.why)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Reports)

        QMetaObject.connectSlotsByName(Reports)
    # setupUi

    def retranslateUi(self, Reports):
        self.title.setText("")
#if QT_CONFIG(tooltip)
        self.star.setToolTip(QCoreApplication.translate("Reports", u"Keep at the top of the list", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.star.setAccessibleName(QCoreApplication.translate("Reports", u"Keep at the top of the list", None))
#endif // QT_CONFIG(accessibility)
        self.about.setText("")
        self.number_label.setText(QCoreApplication.translate("Reports", u"Number of the matter", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("Reports", u"Number of the matter", None))
#endif // QT_CONFIG(accessibility)
        self.number.setPlaceholderText(QCoreApplication.translate("Reports", u"number, title, place", None))
        self.deputy_label.setText(QCoreApplication.translate("Reports", u"Deputy", None))
#if QT_CONFIG(accessibility)
        self.deputy.setAccessibleName(QCoreApplication.translate("Reports", u"Deputy", None))
#endif // QT_CONFIG(accessibility)
        self.period_label.setText(QCoreApplication.translate("Reports", u"Period", None))
#if QT_CONFIG(accessibility)
        self.unit.setAccessibleName(QCoreApplication.translate("Reports", u"Kind of period", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.period.setAccessibleName(QCoreApplication.translate("Reports", u"Period", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(QCoreApplication.translate("Reports", u"From", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.last.setAccessibleName(QCoreApplication.translate("Reports", u"To", None))
#endif // QT_CONFIG(accessibility)
        self.scope_label.setText(QCoreApplication.translate("Reports", u"Scope", None))
#if QT_CONFIG(accessibility)
        self.scope.setAccessibleName(QCoreApplication.translate("Reports", u"Scope", None))
#endif // QT_CONFIG(accessibility)
        self.masked.setText(QCoreApplication.translate("Reports", u"Mask personal details", None))
        self.why_label.setText(QCoreApplication.translate("Reports", u"Why in full", None))
#if QT_CONFIG(accessibility)
        self.why.setAccessibleName(QCoreApplication.translate("Reports", u"Why in full", None))
#endif // QT_CONFIG(accessibility)
        self.why.setPlaceholderText(QCoreApplication.translate("Reports", u"such as: calls of today", None))
        self.why_note.setText(QCoreApplication.translate("Reports", u"Written down with your name.", None))
        self.show_full.setText(QCoreApplication.translate("Reports", u"Show in full", None))
        self.facts.setText("")
        self.excel.setText(QCoreApplication.translate("Reports", u"Excel", None))
        self.word.setText(QCoreApplication.translate("Reports", u"Word", None))
        self.pdf.setText(QCoreApplication.translate("Reports", u"PDF", None))
        self.own.setText(QCoreApplication.translate("Reports", u"Own workbook", None))
#if QT_CONFIG(tooltip)
        self.own.setToolTip(QCoreApplication.translate("Reports", u"Fill your own Excel workbook with these figures", None))
#endif // QT_CONFIG(tooltip)
        self.each.setText(QCoreApplication.translate("Reports", u"Each station", None))
#if QT_CONFIG(tooltip)
        self.each.setToolTip(QCoreApplication.translate("Reports", u"A file for each station, into one folder", None))
#endif // QT_CONFIG(tooltip)
        self.print.setText(QCoreApplication.translate("Reports", u"Print", None))
        pass
    # retranslateUi
