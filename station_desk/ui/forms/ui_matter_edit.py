"""The form matter_edit.ui, generated: edit it in Qt Designer and run `dev.py forms`."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QGridLayout, QHBoxLayout,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.notice import Notice

class Ui_MatterEdit(object):
    def setupUi(self, MatterEdit):
        if not MatterEdit.objectName():
            MatterEdit.setObjectName(u"MatterEdit")
        self.grid = QGridLayout(MatterEdit)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.notice = Notice(MatterEdit)
        self.notice.setObjectName(u"notice")

        self.grid.addWidget(self.notice, 0, 0, 1, 3)

        self.title_field = Field(MatterEdit)
        self.title_field.setObjectName(u"title_field")

        self.grid.addWidget(self.title_field, 1, 0, 1, 3)

        self.text_field = Field(MatterEdit)
        self.text_field.setObjectName(u"text_field")

        self.grid.addWidget(self.text_field, 2, 0, 1, 3)

        self.appeal_field = Field(MatterEdit)
        self.appeal_field.setObjectName(u"appeal_field")

        self.grid.addWidget(self.appeal_field, 3, 0, 1, 3)

        self.category_field = Field(MatterEdit)
        self.category_field.setObjectName(u"category_field")

        self.grid.addWidget(self.category_field, 4, 0, 1, 1)

        self.place_field = Field(MatterEdit)
        self.place_field.setObjectName(u"place_field")

        self.grid.addWidget(self.place_field, 4, 1, 1, 1)

        self.grid_field = Field(MatterEdit)
        self.grid_field.setObjectName(u"grid_field")

        self.grid.addWidget(self.grid_field, 4, 2, 1, 1)

        self.people_field = Field(MatterEdit)
        self.people_field.setObjectName(u"people_field")

        self.grid.addWidget(self.people_field, 5, 0, 1, 1)

        self.urgency_field = Field(MatterEdit)
        self.urgency_field.setObjectName(u"urgency_field")

        self.grid.addWidget(self.urgency_field, 5, 1, 1, 1)

        self.marks = QVBoxLayout()
        self.marks.setSpacing(4)
        self.marks.setObjectName(u"marks")
        self.sensitive = QCheckBox(MatterEdit)
        self.sensitive.setObjectName(u"sensitive")

        self.marks.addWidget(self.sensitive)

        self.confidential = QCheckBox(MatterEdit)
        self.confidential.setObjectName(u"confidential")

        self.marks.addWidget(self.confidential)


        self.grid.addLayout(self.marks, 5, 2, 1, 1)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.save = Button(MatterEdit)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"primary")

        self.buttons.addWidget(self.save)

        self.cancel = Button(MatterEdit)
        self.cancel.setObjectName(u"cancel")

        self.buttons.addWidget(self.cancel)

        self.gap = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.gap)


        self.grid.addLayout(self.buttons, 6, 0, 1, 3)


        self.retranslateUi(MatterEdit)

        QMetaObject.connectSlotsByName(MatterEdit)
    # setupUi

    def retranslateUi(self, MatterEdit):
        self.title_field.setProperty(u"label", QCoreApplication.translate("MatterEdit", u"Title", None))
        self.text_field.setProperty(u"label", QCoreApplication.translate("MatterEdit", u"The visitor's own words", None))
        self.appeal_field.setProperty(u"label", QCoreApplication.translate("MatterEdit", u"What they ask for", None))
        self.category_field.setProperty(u"label", QCoreApplication.translate("MatterEdit", u"Category", None))
        self.place_field.setProperty(u"label", QCoreApplication.translate("MatterEdit", u"Place", None))
        self.grid_field.setProperty(u"label", QCoreApplication.translate("MatterEdit", u"Grid", None))
        self.people_field.setProperty(u"label", QCoreApplication.translate("MatterEdit", u"People concerned", None))
        self.urgency_field.setProperty(u"label", QCoreApplication.translate("MatterEdit", u"Urgency", None))
        self.sensitive.setText(QCoreApplication.translate("MatterEdit", u"Sensitive", None))
        self.confidential.setText(QCoreApplication.translate("MatterEdit", u"Asks not to be named", None))
        self.save.setText(QCoreApplication.translate("MatterEdit", u"Save the correction", None))
        self.cancel.setText(QCoreApplication.translate("MatterEdit", u"Cancel", None))
        pass
    # retranslateUi
