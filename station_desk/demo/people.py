"""Made-up people: common surnames joined with given names by chance."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# Common in the county; given names are put together from single characters, so nobody is meant.
SURNAMES = "陈李黄梁林张吴何谭赵冯区容钟余邓莫简苏叶伍谢周许潘罗曾关阮汤"
WOMEN = "淑惠丽锦芳秀兰婉玉慧莲嘉敏雪颖咏美娟倩燕"
MEN = "伟国志健文锦荣雄俊明德华广培耀达建兴永强"
SECOND = "芬珍仪萍琼英媚霞文华明辉雄强源添祥开昌宏生炳钊"


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up visitor; `phone` and `name` may be empty where they gave none."""

    name: str
    gender: str
    phone: str
    address: str
    grid: int
    voter: bool


@dataclass(frozen=True, slots=True)
class DeputyPerson:
    """A made-up deputy."""

    name: str
    level: str
    occupation: str
    district: str
    station: int
    group: str
    credential: str
    phone: str


def name(rng: Random, gender: str) -> str:
    """A surname with one or two characters after it."""
    surname = rng.choice(SURNAMES)
    first = rng.choice(WOMEN if gender == "f" else MEN)
    return surname + first + (rng.choice(SECOND) if rng.random() < 0.82 else "")


def phone(rng: Random) -> str:
    """Eleven digits of a series that no operator has handed out."""
    return f"1{rng.choice('35789')}0000{rng.randrange(100_000):05d}"


def visitor(rng: Random, estates: tuple[str, ...], grids: range) -> Person:
    """Someone who lives near the station."""
    gender = "f" if rng.random() < 0.52 else "m"
    grid = grids[rng.randrange(len(grids))]
    where = f"{rng.choice(estates)} {rng.randrange(1, 28)} 栋 {rng.randrange(1, 9)}0{rng.randrange(1, 5)}"
    return Person(name(rng, gender), gender, phone(rng), where, grid, rng.random() < 0.8)


_LEVELS = ("national",) + ("province",) * 2 + ("city",) * 8 + ("county",) * 14 + ("town",) * 15
_DISTRICT = {
    "national": "广东代表团",
    "province": "江门代表团",
    "city": "新会代表团",
    "county": "会城第{n}选区",
    "town": "会城街道第{n}选区",
}
_OCCUPATIONS = (
    "中学教师", "社区医生", "陈皮合作社负责人", "企业车间主任", "村党组织书记", "律师", "幼儿园园长", "个体工商户",
    "水产养殖户", "公交司机", "社区工作者", "工程师", "归侨", "退役军人", "护士长", "环卫工人",
)  # fmt: skip


def deputies(rng: Random, stations: int) -> list[DeputyPerson]:
    """Forty deputies over the five levels, spread over the stations."""
    used: set[str] = set()
    out: list[DeputyPerson] = []
    for place, level in enumerate(_LEVELS):
        own = name(rng, rng.choice("fm"))
        while own in used:
            own = name(rng, rng.choice("fm"))
        used.add(own)
        # Every station has deputies of its own; the first has the most.
        home = 0 if place % 3 == 0 else place % stations
        out.append(
            DeputyPerson(
                own, level, rng.choice(_OCCUPATIONS), _DISTRICT[level].format(n=place % 9 + 1), home,
                f"第 {place % 4 + 1} 代表小组", f"{level[0].upper()}{place + 1:04d}", phone(rng),
            )
        )  # fmt: skip
    return out
