"""Proposes a year's holidays for a rule profile, from the `holidays` package.

Run `PYTHONPATH=.dev python -m tools.holidays_of 2027` once the State Council's notice for the year is out.
"""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from itertools import groupby

# Looked for in this order: the Chinese New Year's English name contains the other one's.
NAMES = (
    ("Chinese New Year", "春节"),
    ("Tomb-Sweeping", "清明节"),
    ("Labor", "劳动节"),
    ("Dragon Boat", "端午节"),
    ("National", "国庆节"),
    ("Mid-Autumn", "中秋节"),
)
DAY = timedelta(1)


def proposal(year: int) -> str:
    """The `[calendar.YEAR]` section as TOML, not confirmed: compare it with the State Council's notice."""
    import holidays

    known = holidays.country_holidays("CN", years=year, language="en_US")
    everyday = [date(year, 1, 1) + DAY * n for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    lines = []
    for working, group in groupby(everyday, known.is_working_day):
        days = list(group)
        said = "; ".join(known[day] for day in days if day in known)
        if working or not said:
            continue
        names = [zh for en, zh in NAMES if en in said] or ["元旦"]
        made_up = sorted(
            date(int(y), int(m), int(d)) for m, d, y in re.findall(r"from (\d+)/(\d+)/(\d+)", said)
        )
        work = f", work = [{', '.join(map(str, made_up))}]" if made_up else ""
        lines.append(f'    {{ name = "{"、".join(names)}", from = {days[0]}, to = {days[-1]}{work} }},')
    return "\n".join(
        [
            f"[calendar.{year}]",
            "holidays = [",
            *lines,
            "]",
            f'source = "国务院办公厅关于{year}年部分节假日安排的通知"',
            "confirmed = false",
        ]
    )


if __name__ == "__main__":
    print("\n\n".join(proposal(int(year)) for year in sys.argv[1:]))
