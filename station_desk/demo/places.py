"""Where the made-up matters happen: one town of Jiangmen with its stations, streets, grids and units."""

from __future__ import annotations

from dataclasses import dataclass

TOWN_CODE = "HCRD"
TOWN_NAME = "会城街道人大工委"
TOWN = "会城街道"


@dataclass(frozen=True, slots=True)
class StationPlace:
    """A station: its code, name, kind, address, and the places its visitors speak of."""

    code: str
    name: str
    kind: str
    village: str
    address: str
    streets: tuple[str, ...]
    estates: tuple[str, ...]


STATIONS: tuple[StationPlace, ...] = (
    StationPlace("HC", "会城街道中心联络站", "central", "城南社区", "会城街道中心路 12 号",
                 ("中心路", "同德路", "江会路南段", "冈州大道", "圭峰路口", "朱紫路", "公园路"),
                 ("帝临新村", "城南小区", "圭峰花园", "葵城苑")),
    StationPlace("DJ", "东甲社区联络站", "village", "东甲社区", "会城街道东甲路 3 号",
                 ("东甲路", "东庆路", "大新路", "东甲市场路段"), ("东甲新村", "东庆花园", "河滨苑")),
    StationPlace("NY", "南隅社区联络站", "village", "南隅社区", "会城街道南隅路 8 号",
                 ("南隅路", "仁寿路", "象山路"), ("象山新邨", "南隅小区")),
    StationPlace("XJ", "西甲社区联络站", "village", "西甲社区", "会城街道西甲路 5 号",
                 ("西甲路", "惠民西路", "侨兴路"), ("侨兴苑", "西甲小区")),
    StationPlace("QB", "奇榜村联络站", "village", "奇榜村", "会城街道奇榜村委会",
                 ("奇榜大道", "奇榜村口", "新会大道中"), ("奇榜新村", "碧桂里")),
    StationPlace("QP", "七堡村联络站", "village", "七堡村", "会城街道七堡村委会",
                 ("七堡大道", "七堡大桥引桥", "七堡工业区路口"), ("七堡新村", "涌口里")),
    StationPlace("TM", "天马村联络站", "village", "天马村", "会城街道天马村委会",
                 ("小鸟天堂路口", "天马大道", "天马河堤"), ("天马新村", "榕树里")),
    StationPlace("CK", "茶坑村联络站", "village", "茶坑村", "会城街道茶坑村委会",
                 ("茶坑村道", "凤山脚", "茶坑村牌坊"), ("茶坑新村", "凤山里")),
    StationPlace("MJ", "梅江村联络站", "village", "梅江村", "会城街道梅江村委会",
                 ("梅江路", "梅江陈皮街"), ("梅江新村",)),
    StationPlace("DH", "都会村联络站", "village", "都会村", "会城街道都会村委会",
                 ("都会大道", "都会码头"), ("都会新村",)),
    StationPlace("TL", "天禄村联络站", "village", "天禄村", "会城街道天禄村委会",
                 ("天禄村道", "天禄河边"), ("天禄新村",)),
    StationPlace("DJX", "大滘社区联络站", "village", "大滘社区", "会城街道大滘路 1 号",
                 ("大滘路", "大滘涌边"), ("大滘小区",)),
    StationPlace("CP", "陈皮行业联络站", "industry", "银湖社区", "会城街道银湖大道东",
                 ("银湖大道", "陈皮市场门口"), ("银湖湾小区",)),
    StationPlace("LD", "会城街道流动联络站", "mobile", "城西社区", "会城街道各网格轮流",
                 ("城西路", "帝临路"), ("城西小区",)),
)  # fmt: skip

SMALL_TOWNS = ("三合镇", "台城街道", "沙坪街道", "双水镇", "司前镇", "大鳌镇", "睦洲镇", "古井镇")


def station(place: int) -> StationPlace:
    """The station at `place`; past the town's own, more of the same with running numbers."""
    if place < len(STATIONS):
        return STATIONS[place]
    like = STATIONS[place % len(STATIONS)]
    number = place + 1
    return StationPlace(
        f"HC{number}", f"会城街道第 {number} 联络站", "village", like.village, like.address, like.streets,
        like.estates,
    )  # fmt: skip


UNITS: dict[str, tuple[str, str, str]] = {
    "municipal": ("区市政管理所", "市政所", "government"),
    "housing": ("区住房和城乡建设局", "区住建局", "government"),
    "traffic": ("区交警大队", "交警", "government"),
    "urban": ("区城市管理和综合执法局", "区城管局", "government"),
    "schools": ("区教育局", "教育局", "government"),
    "health": ("区卫生健康局", "区卫健局", "government"),
    "work": ("区人力资源和社会保障局", "区人社局", "government"),
    "civil": ("区民政局", "民政局", "government"),
    "insurance": ("区医疗保障局", "区医保局", "government"),
    "transport": ("区交通运输局", "区交通局", "government"),
    "water": ("区水利局", "水利局", "government"),
    "environment": ("市生态环境局新会分局", "生态环境分局", "government"),
    "farming": ("区农业农村局", "农业农村局", "government"),
    "market": ("区市场监督管理局", "区市监局", "government"),
    "culture": ("区文化广电旅游体育局", "区文广旅体局", "government"),
    "safety": ("区应急管理局", "应急局", "government"),
    "land": ("区自然资源局", "自然资源局", "government"),
    "service": ("区政务服务和数据管理局", "区政数局", "government"),
    "power": ("新会供电局", "供电局", "other"),
    "street": ("会城街道办事处", "街道办", "street"),
    "street_urban": ("会城街道综合行政执法办", "街道执法办", "street"),
    "police": ("会城派出所", "派出所", "government"),
    "village": ("所在村（社区）居委会", "村居", "village"),
    "station": ("本站", "本站", "station"),
}
"""Units by a short key: name, short name, kind (`unit_kind`)."""

UNIT_KEYS = tuple(UNITS)
