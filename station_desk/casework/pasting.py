"""A pasted text is read for who wrote it, where to reach them, where it is, and the rest."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# The surnames that nearly everyone bears; a word after 我是 is a name only where it begins with one.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅"
    "钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易"
    "樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍"
    "游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳费蓬席卓麦巫区容冼劳利岑植邝"
)
_DOUBLE = ("欧阳", "司徒", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容")
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d(?:[- ]?\d{4}){2})(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)(0\d{2,3}[- ]?\d{7,8})(?!\d)")
_LABELLED = re.compile(
    r"(?m)^\s*(姓名|名字|联系人|反映人|来访人|电话|手机|手机号|联系电话|联系方式|地址|住址|家庭住址|地点|位置|诉求|要求)"
    r"\s*[:：]\s*(.*?)\s*$"
)
_KINDS = {
    "姓名": "name", "名字": "name", "联系人": "name", "反映人": "name", "来访人": "name", "电话": "phone",
    "手机": "phone", "手机号": "phone", "联系电话": "phone", "联系方式": "phone", "地址": "address",
    "住址": "address", "家庭住址": "address", "地点": "place", "位置": "place", "诉求": "appeal",
    "要求": "appeal",
}  # fmt: skip
_END = r"(?=[，。,.;；:：！!\s（(]|$)"
_SELF = re.compile(rf"(?:我叫|我名叫|我的名字是|本人|我是|我系)\s*([一-鿿]{{2,4}}){_END}")
# Who one is after where one is from: 我是城南社区陈桂芳, 我系同德里的居民欧阳明. The words stay as they are.
_SELF_OF = re.compile(
    r"(?:我叫|本人|我是|我系)\s*(?:家?住在?)?[一-鿿0-9]{1,8}?(?:社区|村|街道?|路|里|巷|小区|花园|苑|镇)(?:的|居民|村民|业主|街坊|商户)*"
    rf"([一-鿿]{{2,4}}){_END}"
)
_AT = re.compile(r"(?:地点|位置)\s*(?:就?在|是|为|位于)\s*([一-鿿0-9A-Za-z\-–—]{2,30}?)(?=[，。,;；！!\s]|$)")
_CALLED = re.compile(r"我姓\s*([一-鿿])\s*(先生|女士|小姐|生)?")
_CHAT = re.compile(
    r"(?m)^\s*([一-鿿]{2,4})(?:\s*[:：]\s*|\s+(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s*)?\d{1,2}:\d{2}(?::\d{2})?\s*)"
)
_STAMP = re.compile(
    r"(?m)^\s*(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s*)?(?:上午|下午|晚上|凌晨)?\d{1,2}:\d{2}(?::\d{2})?\s*$"
)
_HOME = re.compile(
    r"(?:家住|我住在?|住在|住址是?)\s*([一-鿿0-9A-Za-z\-–—号栋座单元室房 ]{3,40}?)(?=[，。,;；！!\n]|$)"
)
_FIGURES = r"[0-9一二三四五六七八九十百]"
_PLACE = re.compile(
    r"([一-鿿]{2,7}?(?:大道|公路|路口|路|街|巷|里弄|新村|村|社区|小区|花园|花苑|广场|市场|公园|小学|中学|幼儿园|医院|桥))"
    rf"((?:[东西南北中]段|[东西南北]侧|路口)?(?:{_FIGURES}+(?:[-–—至到]{_FIGURES}+)?(?:号|栋|座|巷|幢))*)"
)
# Words before a place's own name that the pattern cannot help swallowing.
_BEFORE_PLACE = re.compile(
    r"^(?:[一-鿿]*(?:我们|我地|你好|您好|反映|反馈|请问|附近|住在|位于|在于|就是|关于|现在|最近|昨晚|今天|昨天|这里|那里)"
    r"|我|在|到|从|去|住|是|的|有|和|与|跟|把|被|就|那|这|该|条)+"
)
_LEFT = re.compile(
    r"(?:我的)?(?:电话|手机|手机号码?|联系电话|联系方式|微信同号|电话号码)\s*(?:是|为|:|：)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a text proposes; empty where it says nothing of the kind. `text` is the rest, unchanged."""

    name: str = ""
    phone: str = ""
    address: str = ""
    place: str = ""
    appeal: str = ""
    text: str = ""

    @property
    def found(self) -> bool:
        """Whether anything but words was found."""
        return bool(self.name or self.phone or self.address or self.place or self.appeal)


def read(pasted: str) -> Pasted:
    """Fields proposed from free text; a proposal to be looked at, never a judgement."""
    text = pasted.replace("\r\n", "\n").replace("\r", "\n").replace(" ", " ").strip()
    found: dict[str, str] = {}

    def take_label(match: re.Match[str]) -> str:
        kind, value = _KINDS[match[1]], match[2].strip()
        if value and kind not in found:
            found[kind] = value
            return ""
        return match[0]

    text = _LABELLED.sub(take_label, text)
    text = _STAMP.sub("", text)
    if "phone" in found:
        found["phone"] = _digits(found["phone"])
    text = _take_phone(text, found)
    text = _take_name(text, found)
    home = _HOME.search(text)
    if home is not None and "address" not in found:
        found["address"] = home[1].strip()
    said = _AT.search(text)
    if said is not None:
        found.setdefault("place", said[1])
    if "place" not in found:
        found["place"] = _place(text, home.span(1) if home is not None else (0, 0))
    return Pasted(
        name=found.get("name", ""),
        phone=found.get("phone", ""),
        address=found.get("address", ""),
        place=found.get("place", ""),
        appeal=found.get("appeal", ""),
        text=_tidy(text),
    )


def party(name: str) -> tuple[str, int]:
    """A name as one types it for a group, `张三等4人`, as the name and how many came."""
    match = re.fullmatch(r"(.+?)\s*等\s*(\d{1,3})\s*人", unicodedata.normalize("NFKC", name).strip())
    return (match[1], max(1, int(match[2]))) if match else (name.strip(), 1)


def _digits(text: str) -> str:
    match = _MOBILE.search(text) or _LANDLINE.search(text)
    return (
        re.sub(r"[- ]", "", match[1]) if match and match[1].startswith("1") else match[1] if match else text
    )


def _take_phone(text: str, found: dict[str, str]) -> str:
    match = _MOBILE.search(text) or _LANDLINE.search(text)
    if match is None:
        return text
    found.setdefault("phone", _digits(match[0]))
    before = _LEFT.sub("", text[: match.start()])
    after = text[match.end() :]
    return f"{before.rstrip()}{after}" if not before.rstrip(" ").endswith("\n") else f"{before}{after}"


def _take_name(text: str, found: dict[str, str]) -> str:
    chat = _CHAT.search(text)
    if chat is not None and is_name(chat[1]):
        found.setdefault("name", chat[1])
        return _CHAT.sub(lambda m: "" if m[1] == chat[1] else m[0], text)
    for match in _SELF.finditer(text):
        if is_name(match[1]):
            found.setdefault("name", match[1])
            return text[: match.start()] + text[match.end() :]
    for match in _SELF_OF.finditer(text):
        if is_name(match[1]):
            found.setdefault("name", match[1])
            return text
    called = _CALLED.search(text)
    if called is not None:
        title = {"生": "先生"}.get(called[2] or "", called[2] or "")
        found.setdefault("name", called[1] + title)
        return text[: called.start()] + text[called.end() :]
    return text


def is_name(word: str) -> bool:
    """Whether a word of two to four characters begins as a Chinese person's name does."""
    if word[:2] in _DOUBLE:
        return 3 <= len(word) <= 4
    return word[:1] in _SURNAMES and 2 <= len(word) <= 3


def _place(text: str, home: tuple[int, int]) -> str:
    """The first place that is not where the writer lives; their home only where nothing else is named."""
    inside = ""
    for match in _PLACE.finditer(text):
        name = _BEFORE_PLACE.sub("", match[1])
        whole = (name + match[2]).strip()
        if len(name) < 3:
            continue
        if home[0] <= match.start(2) <= home[1]:
            inside = inside or whole
            continue
        return whole
    return inside


def _tidy(text: str) -> str:
    """The words that are left, without the loose commas and empty lines left behind."""
    text = re.sub(r"[，,]\s*(?=[，,。；;])", "", text)
    text = re.sub(r"(?m)^[\s，,。；;:：]+", "", text)
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{2,}", "\n", text).strip()
