"""Proposes a year's holidays for a rule profile, from the `holidays` package.

Run `PYTHONPATH=.dev python -m tools.holidays_of 2027` once the State Council's notice for the year is out.
"""

from __future__ import annotations

import sys

from station_desk.casework import rules_calendar, rules_text


def proposal(year: int) -> str:
    """The `[calendar.YEAR]` section as TOML, not confirmed: compare it with the State Council's notice."""
    values = rules_text.year_values(rules_calendar.proposed(year))
    return "\n".join(rules_text.section_lines(("calendar", str(year)), values))


if __name__ == "__main__":
    print("\n\n".join(proposal(int(year)) for year in sys.argv[1:]))
