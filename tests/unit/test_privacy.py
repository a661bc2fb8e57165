"""What is left of a name or a number where it is not needed."""

from __future__ import annotations

import pytest

from station_desk.domain.declare import Privacy
from station_desk.domain.privacy import masked, masked_name, masked_phone


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("梁锦萍", "梁某"),
        ("司徒美堂", "司徒某"),
        ("司徒", "司某"),
        ("欧阳", "欧某"),
        ("Lee", "L***"),
        (" ", ""),
    ],
)
def test_of_a_name_the_surname_stays(name: str, shown: str) -> None:
    assert masked_name(name) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812344620", "138****4620"),
        ("138 1234 4620", "138****4620"),
        ("0750-6660123", "075****0123"),
        ("6660123", "****23"),
        ("分机", "****"),
        ("", ""),
    ],
)
def test_of_a_number_the_middle_is_hidden(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


def test_each_kind_of_privacy_has_its_mask() -> None:
    assert [masked(kind, "梁锦萍") for kind in (Privacy.OPEN, Privacy.NAME, Privacy.HIDDEN)] == [
        "梁锦萍",
        "梁某",
        "",
    ]
    assert masked(Privacy.PHONE, "13812344620") == "138****4620"
