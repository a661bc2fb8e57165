"""Draws made-up Today and Matters pages and the kit to PNG files, to be held beside the design pictures.

Run: `python tests/ui/gallery.py FOLDER` (offscreen). Not a test; people and matters are invented.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.main_window import MainWindow, PageSpec
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.chips import Chip, ChipRow
from station_desk.ui.widgets.count_strip import Count, CountStrip
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.empty_state import Door, EmptyState, Step
from station_desk.ui.widgets.fields import DateLine, Field
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.rows import ListRow, RowList, TodayRow, TodayTable
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.side_panel import Section, SidePanel, hairline
from station_desk.ui.widgets.stage_bar import Stage, StageBar
from station_desk.ui.widgets.table import Table
from station_desk.ui.widgets.timeline import Happening, Timeline

TODAY = [
    TodayRow("逾期 6 个工作日", "5月13日 到期", "江会路南段雨天积水，住户三次来电未见处理", "HC-2026-0098・市政排水・梁锦萍", "区市政管理所", "处置中・已催 1 次", "催办", "red", True),
    TodayRow("逾期 3 个工作日", "5月18日 到期", "朱紫路夜宵档油烟直排，二楼住户晚上无法开窗", "HC-2026-0104・环境整治・匿名", "街道综合执法办", "处置中", "催办", "red", True),
    TodayRow("逾期 2 个工作日", "5月19日 到期", "天马村口公交站牌被树遮挡", "HC-2026-0089・交通出行・吴月娥", "本站", "已办结，待反馈", "反馈群众", "red", True),
    TodayRow("今天到期", "5月21日", "关于增设东甲社区长者饭堂配送点的建议", "2026闭-004・适老・陈伟雄 领衔", "区民政局", "已答复 B 类，待征询", "登记征询", "amber", True),
    TodayRow("明天到期", "5月22日", "同德路学校门口放学时段乱停车", "HC-2026-0131・交通出行・区炳辉", "区交警大队", "退回一次，待改派", "重新分办", "amber", True),
    TodayRow("明天到期", "5月22日", "帝临新村 6 栋外墙瓷砖脱落", "HC-2026-0133・公共安全・赵桂嫦等 4 人", "区住建局", "处置中", "登记办结", "amber", True),
    TodayRow("还有 3 个工作日", "5月26日", "南庚村文化室夜间照明不足", "HC-2026-0127・文化・黎伯", "南庚村委会", "处置中", "登记办结", "amber"),
    TodayRow("还有 4 个工作日", "5月27日", "门诊慢性病续方要到区医院排队", "HC-2026-0125・医疗卫生・容秀珍", "区卫生健康局", "已签收", "催办", "amber"),
    TodayRow("还有 5 个工作日", "5月28日", "中心路人行道地砖松动，长者易绊倒", "HC-2026-0119・城市管理・谭惠芳", "区城管局会城分局", "处置中", "登记办结", "amber"),
    TodayRow("还有 9 个工作日", "6月3日", "茶坑村小公园加装健身器材", "HC-2026-0136・全民健身・林日强", "本站", "受理，待分办", "分办"),
    TodayRow("还有 11 个工作日", "6月5日", "圭峰路口红绿灯配时过短", "HC-2026-0137・交通出行・李伯", "区交警大队", "处置中", "登记办结"),
]  # fmt: skip
LIST = [
    ListRow("中心路人行道地砖松动，长者易绊倒", "2026-0119・区城管局会城分局", "还有 5 个工作日", "amber"),
    ListRow("江会路南段雨天积水，住户三次来电未见处理", "2026-0098・区市政管理所", "逾期 6 个工作日", "red"),
    ListRow("朱紫路夜宵档油烟直排，二楼住户晚上无法开窗", "2026-0104・街道综合执法办", "逾期 3 个工作日", "red"),
    ListRow("同德路学校门口放学时段乱停车", "2026-0131・区交警大队・待改派", "明天到期", "amber"),
    ListRow("帝临新村 6 栋外墙瓷砖脱落", "2026-0133・区住建局", "明天到期", "amber"),
    ListRow("南庚村文化室夜间照明不足", "2026-0127・南庚村委会", "还有 3 个工作日", "amber"),
    ListRow("门诊慢性病续方要到区医院排队", "2026-0125・区卫生健康局", "还有 4 个工作日", "amber"),
    ListRow("茶坑村小公园加装健身器材", "2026-0136・本站", "6月3日"),
    ListRow("圭峰路口红绿灯配时过短，长者过不了街", "2026-0137・区交警大队", "6月5日"),
    ListRow("冈州大道夜间工地噪声", "2026-0140・区城管局", "6月9日"),
]  # fmt: skip
TIMELINE = [
    Happening("5月19日", "15:20", "phone", "催办", "李敏 电话催办区城管局会城分局，经办人答复：材料已进场，5月25日前完工。"),
    Happening("5月12日", "09:40", "user", "沟通", "陈伟雄代表到场查看，建议同时补齐 2 处盲道断点。", "现场照片 2 张", "a1"),
    Happening("5月11日", "", "check", "签收", "区城管局会城分局签收，主办。经办人 何志明。"),
    Happening("5月8日", "16:05", "send", "分办", "会城街道人大工委交办区城管局会城分局主办，会城街道公共服务办会办；办理期限 15 个工作日。", "交办单 会交〔2026〕41号", "a2"),
    Happening("5月7日", "10:12", "list-checks", "研判", "受理。类别：城市管理；层级：区级单位办理。"),
    Happening("5月7日", "09:31", "message-square-text", "登记", "谭惠芳驻站来访，代表陈伟雄、黄淑仪接待，李敏记录。", "登记表 HC-2026-0507-02", "a3"),
]  # fmt: skip


def row_of(
    look: float = 1.0, *parts: QWidget | int, margins: tuple[int, int, int, int] = (24, 0, 24, 0)
) -> QWidget:
    """A line of widgets; an int is a stretch."""
    shown = theme.current()
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(*(shown.px(side) for side in margins))
    line.setSpacing(shown.px(6))
    for part in parts:
        if isinstance(part, int):
            line.addStretch(part)
        else:
            line.addWidget(part)
    return box


def label(text: str, role: str = "", tone: str = "") -> QLabel:
    made = QLabel(text)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    return made


class FakeToday(Page):
    """Picture 01."""

    def __init__(self) -> None:
        super().__init__()
        shown = theme.current()
        self.side_from = 1000
        self.head.set_title("今日", "5月21日 周四・直联日・主题月：绿美会城")
        for name in ("copy", "download", "columns-3", "printer"):
            self.head.add(Button(kind="icon", icon=name))
        self.strip = CountStrip()
        self.strip.set_counts(
            [
                Count("late", "3", "逾期", "最久 6 个工作日", "red", "circle-alert"),
                Count("soon", "6", "七日内到期", "今天 1 件，明天 2 件", "amber", "clock"),
                Count("tell", "5", "待反馈群众", "1 件已过 10 个工作日"),
                Count("ask", "4", "待征询代表", "2 件答复昨天到"),
                Count("pack", "1", "待处理包", "另有 2 包待寄出"),
            ]
        )
        self.add_top(self.strip)
        chips = ChipRow()
        chips.set_chips([Chip("all", "全站", True), Chip("mine", "我经办", False)])
        grid = Button(text="网格")
        grid.setMenu(QMenu(grid))
        view = Button(text="按到期日")
        view.setMenu(QMenu(view))
        for button in (grid, view):
            button.set_small(True)
        bar = row_of(
            1,
            label("共 17 件", "second"),
            chips,
            grid,
            1,
            label("视图", "second"),
            view,
            margins=(24, 0, 16, 0),
        )
        bar.setFixedHeight(shown.px(40))
        table = TodayTable()
        plain: Rows[TodayRow] = Rows(
            [
                Column("到期", lambda r: r.when),
                Column("事项", lambda r: r.title),
                Column("现由谁办", lambda r: r.who),
                Column("下一步", lambda r: r.verb),
            ],
            key=lambda r: r.title,
            row=lambda r: r,
            spoken=TodayRow.spoken,
        )
        model = ListModel(plain, table)
        model.set_rows(TODAY)
        table.setModel(model)
        table.selectRow(0)
        self.table = table
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(bar)
        lines.addWidget(table, 1)
        self.set_body(body)
        panel = SidePanel(wide=272)
        duty = Section(title="今日值班", aside="9:00–11:30")
        for who, level, sign in (("陈伟雄", "市代表", "8:56 签到"), ("黄淑仪", "区代表", "9:02 签到")):
            duty.add(
                row_of(
                    1,
                    label(who),
                    label(level, "second"),
                    1,
                    label(sign, "second", "green"),
                    margins=(0, 0, 0, 0),
                )
            )
        signing = Button(text="签到")
        printing = Button(text="打印签到表", icon="printer")
        for button in (signing, printing):
            button.set_small(True)
        duty.add(row_of(1, signing, printing, 1, margins=(0, 0, 0, 0)))
        panel.add(duty)
        today = Section(title="今天接待")
        today.add_pairs([("来访", "4 批 6 人"), ("事项", "5 件"), ("当场答复", "2 件")])
        panel.add(today)
        coming = Section(title="接下来")
        coming.add_pairs([("5月23日 周六", "走访南庚村"), ("5月28日 周四", "直联日")], values_right=False)
        notice = Notice(kind="amber")
        notice.show_words(text="公告 5月25日前贴出", link="打印")
        coming.add(notice)
        panel.add(coming)
        self.set_side(panel, "值班 3 人，到 2 人")


class FakeMatters(Page):
    """Picture 03."""

    def __init__(self) -> None:
        super().__init__(headed=False)
        self.pair_from = 1100
        shown = theme.current()
        self.list = RowList()
        plain: Rows[ListRow] = Rows(
            [Column("事项", lambda r: r.title)], key=lambda r: r.title, row=lambda r: r, spoken=ListRow.spoken
        )
        model = ListModel(plain, self.list)
        model.set_rows(LIST)
        self.list.setModel(model)
        self.list.setCurrentIndex(model.index(0, 0))
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        state = Button(text="办理中 38 件")
        state.setMenu(QMenu(state))
        state.set_small(True)
        head = row_of(1, label("事项", "title"), 1, state, margins=(16, 0, 16, 0))
        head.setFixedHeight(shown.px(52))
        find = QLineEdit()
        find.setPlaceholderText("编号、标题、来访人拼音")
        chips = ChipRow()
        chips.set_chips(
            [
                Chip("open", "未办结", removable=True),
                Chip("st", "会城街道", removable=True),
                Chip("add", "筛选", False, icon="plus"),
            ]
        )
        sort = Button(text="到期", kind="word", icon="arrow-up-narrow-wide")
        sort.set_small(True)
        sort.set_flush(True)
        bar = row_of(1, chips, 1, sort, margins=(16, 0, 20, 0))
        bar.setFixedHeight(shown.px(44))
        foot = row_of(
            1,
            label("已选 1 件", "second"),
            1,
            *(Button(kind="icon", icon=name) for name in ("copy", "download", "columns-3")),
            margins=(16, 0, 8, 0),
        )
        foot.setFixedHeight(shown.px(36))
        for part in (head, row_of(1, find, margins=(16, 0, 16, 0)), bar, hairline()):
            lines.addWidget(part)
        lines.addWidget(self.list, 1)
        lines.addWidget(hairline())
        lines.addWidget(foot)
        self.set_list(left, 372)
        self.set_body(self._detail())

    def _detail(self) -> QWidget:
        shown = theme.current()
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, shown.px(8), 0, shown.px(12))
        lines.setSpacing(0)
        words = []
        for text, icon in (("上一件", "chevron-up"), ("下一件", "chevron-down"), ("打印", "printer")):
            button = Button(text=text, kind="word", icon=icon)
            button.set_small(True)
            words.append(button)
        copying = Button(kind="icon", icon="copy")
        copying.set_small(True)
        lines.addWidget(
            row_of(1, label("HC-2026-0119", "second"), copying, 1, *words, margins=(24, 0, 20, 0))
        )
        title = ElidedLabel(text="中心路人行道地砖松动，长者易绊倒")
        title.setProperty("role", "title")
        lines.addWidget(row_of(1, title))
        second = ElidedLabel(text="城市管理  ・  中心路 23–61 号，城南社区第 2 网格  ・  谭惠芳 139****2087")
        second.setProperty("role", "second")
        lines.addWidget(row_of(1, second, margins=(24, 2, 24, 0)))
        stages = StageBar()
        stages.set_stages(
            [
                Stage("登记", "5月7日", "done"),
                Stage("研判", "5月7日", "done"),
                Stage("分办", "5月8日", "done"),
                Stage("处置", "5月11日签收", "current"),
                Stage("反馈", "办结后 15 个工作日内"),
                Stage("评价"),
            ]
        )
        lines.addWidget(row_of(1, stages, margins=(24, 14, 24, 8)))
        due = Notice(kind="amber")
        due.show_words(
            "5月28日到期",
            "还有 5 个工作日",
            "5月8日交办起 15 个工作日；计入补班 5月9日，未暂停、未延期",
            "计算过程",
        )
        lines.addWidget(row_of(1, due, margins=(24, 0, 24, 0)))
        verbs: list[QWidget | int] = [
            Button(text="登记办结", kind="primary", icon="circle-check"),
            Button(text="催办", icon="bell"),
            Button(text="准予延期"),
            Button(text="退回改派"),
            1,
            Button(text="转建议", icon="file-text"),
            Button(icon="ellipsis"),
        ]
        lines.addWidget(row_of(1, *verbs, margins=(24, 12, 24, 12)))
        tabs = QTabBar()
        for text in ("内容", "办理 6", "反馈", "附件 2", "关联 3", "历史"):
            tabs.addTab(text)
        tabs.setCurrentIndex(1)
        lines.addWidget(row_of(1, tabs, 1))
        lines.addWidget(hairline())
        self.timeline = Timeline()
        self.timeline.set_happenings(TIMELINE)
        lines.addWidget(row_of(1, self.timeline, margins=(24, 12, 24, 0)), 1)
        note = QLineEdit()
        note.setPlaceholderText("写一条办理记录，Ctrl+Enter 保存")
        lines.addWidget(row_of(1, note, Button(icon="paperclip"), Button(text="记下")))
        return body


class FakeKit(Page):
    """Everything else in one place."""

    def __init__(self) -> None:
        super().__init__()
        self.head.set_title("部件", "每一种，各一件")
        self.head.add(Button(text="打印本月公告", icon="printer"))
        self.head.add(Button(text="加一场", kind="primary", icon="plus"))
        body = QWidget()
        shown = theme.current()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(*(shown.px(24),) * 4)
        lines.setSpacing(shown.px(14))
        name, phone, place, day = QLineEdit("梁锦萍"), QLineEdit("138****4620"), QComboBox(), DateLine()
        place.addItems(["东甲第 3 网格", "城南第 2 网格"])
        wrong = Field(label="电话", editor=phone)
        wrong.say("手机号码要有 11 位数字")
        visitor = Field(label="来访人", editor=name)
        visitor.set_aside("曾来访 2 次")
        lines.addWidget(
            row_of(
                1,
                visitor,
                wrong,
                Field(label="网格", editor=place),
                Field(label="日期", editor=day),
                margins=(0, 0, 0, 0),
            )
        )
        way = Segments()
        way.set_choices([(text, text) for text in ("驻站", "走访", "直联日", "网格", "电话")], "直联日")
        check = QCheckBox("已告知用途和保存期")
        check.setChecked(True)
        radio = QRadioButton("本站的值")
        radio.setChecked(True)
        lines.addWidget(row_of(1, way, check, radio, QCheckBox("附事项明细"), 1, margins=(0, 0, 0, 0)))
        text = QPlainTextEdit("江会路南段一落大雨就浸水，浸到人行道上，我打过三次电话都没人来。")
        text.setFixedHeight(shown.px(76))
        lines.addWidget(text)
        for kind, words in (
            ("info", "建议“市政排水”：与 2026-0098 等 3 件同提“江会路、浸水”"),
            ("red", "冲突：同一字段两处都改了"),
            ("green", "签名有效：新会区人大代表工委"),
            ("plain", "未计入：2 件有冲突，1 站未到"),
        ):
            notice = Notice(kind=kind)
            notice.show_words(text=words, link="采用" if kind == "info" else "")
            lines.addWidget(notice)
        table = Table()
        plain: Rows[tuple[str, str, str, str]] = Rows(
            [
                Column("承诺事项", lambda r: r[0]),
                Column("责任单位", lambda r: r[1]),
                Column("限期", lambda r: r[2]),
                Column(
                    "进展",
                    lambda r: r[3],
                    icon=lambda r: "circle-check" if "兑现" in r[3] else "clock",
                    tone=lambda r: "green" if "兑现" in r[3] else "amber",
                ),
                Column("", lambda r: "看函", link=True),
            ],
            key=lambda r: r[0],
        )
        model = ListModel(plain, table)
        model.set_rows(
            [
                ("江会路南段雨水管清淤 1.2 公里", "区市政管理所", "4月30日", "4月24日兑现，代表已到场"),
                ("更换 d600 管 240 米", "区住建局", "5月29日", "还有 6 个工作日，已完成 150 米"),
            ]
        )
        table.setModel(model)
        table.set_plain()
        table.set_widths(0, 180, 100, 260, 60)
        table.fit_rows(True)
        lines.addWidget(table)
        lines.addStretch(1)
        self.set_body(body, scroll=True)
        bar = self.actions_bar()
        bar.add_left(label("草稿已自动保存 10:42:08", "second"))
        bar.add_right(Button(text="放弃", kind="word"))
        bar.add_right(Button(text="保存并打印登记表", icon="printer"))
        save = Button(text="保存并接下一位", kind="primary")
        save.set_aside("Ctrl+Enter")
        bar.add_right(save)
        self.save = save


class FakeFirstRun(Page):
    """Picture 08."""

    def __init__(self) -> None:
        super().__init__()
        self.side_from = 1000
        self.head.set_title("今日", "5月21日 周四")
        empty = EmptyState()
        empty.show_steps(
            "先做三件事，就可以接待",
            "约 10 分钟。任何一步都可以先跳过，以后在“设置”里补。",
            [
                Step(
                    "station",
                    "本站信息",
                    "名称、地址、开放时间、网格",
                    "修改",
                    "会城街道中心联络站，站码 HC",
                    True,
                ),
                Step(
                    "deputies",
                    "代表名册",
                    "从 Excel 导入，或逐个输入",
                    "导入 Excel",
                    "认得的列：姓名、层级、选区、电话；其余列可手工对应",
                ),
                Step("duty", "值班安排", "选每周哪天接待、谁轮值，生成本月日历", "排值班"),
            ],
            [
                Door("visit", "直接登记第一位来访", "plus", "Ctrl+N"),
                Door("restore", "从旧电脑的备份恢复", "history"),
                Door("open", "打开镇街或区人大给的启动文件", "package-open"),
            ],
            "或者",
        )
        self.set_body(empty)
        panel = SidePanel(wide=300)
        panel.set_ground("sunken")
        later = Section(title="以后这一页")
        later.add_line("每天打开先看这里。")
        panel.add(later)
        self.set_side(panel, "以后这一页")


PAGES = [
    PageSpec("today", "今日", "sun", FakeToday),
    PageSpec("reception", "接待", "message-square-text", FakeKit),
    PageSpec("matters", "事项", "list-checks", FakeMatters),
    PageSpec("suggestions", "建议", "file-text", FakeFirstRun),
    PageSpec("projects", "项目", "hammer", FakeKit),
    PageSpec("consultations", "征询", "scale", FakeKit),
    PageSpec("deputies", "代表", "users", FakeKit),
    PageSpec("duty", "值班", "calendar-days", FakeKit),
    PageSpec("reports", "报表", "chart-column", FakeKit),
    PageSpec("exchange", "交换", "arrow-left-right", FakeKit),
    PageSpec("settings", "设置", "settings", FakeKit, True),
]


def window(jobs: Jobs) -> MainWindow:
    """The whole window with made-up pages."""
    made = MainWindow(PAGES, jobs, {})
    made.set_station("会城街道中心联络站")
    made.top.box.setPlaceholderText("搜索事项、来访人、代表、文号")
    made.top.new.setText("登记来访")
    made.status.show_clerk("站务员 李敏")
    made.status.show_saved("已保存 10:42")
    made.status.show_backup("上次备份 今天 08:02")
    made.status.show_exchange("交换：1 包待收")
    made.status.help.setText("F1 本页帮助")
    for name, count in (("today", "9"), ("matters", "38"), ("exchange", "1")):
        made.navigation.set_count(name, count)
    return made


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    jobs = Jobs()
    shots = [
        ("light", theme.Theme()),
        ("dark", theme.Theme(dark=True)),
        ("150", theme.Theme(scale=1.5)),
        ("contrast", theme.Theme(contrast=True)),
    ]
    for name, look in shots:
        theme.apply(app, look)
        shown = window(jobs)
        shown.resize(1366, 768)
        shown.show()
        for page in ("today", "matters", "reception", "suggestions"):
            shown.open_page(page)
            for _ in range(5):
                app.processEvents()
            shown.grab().save(str(folder / f"{page}-{name}.png"))
        shown.close()
        shown.deleteLater()
    jobs.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
