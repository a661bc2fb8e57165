"""A field is declared once, and its values survive the way into a change and back."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_desk.domain.declare import Kind, Privacy, RecordId, Value, Write, fields_of, from_wire, to_wire
from station_desk.domain.records import MATTERS, TYPES, Issue, Matter, Suggestion, Visitor
from station_desk.domain.vocabulary import ALL

IDS = st.binary(min_size=16, max_size=16).map(RecordId)
VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.TEXT: st.text(),
    Kind.LONG: st.text(),
    Kind.CODE: st.text(),
    Kind.INT: st.integers(),
    Kind.FLAG: st.booleans(),
    Kind.DATE: st.dates(),
    Kind.MOMENT: st.datetimes(timezones=st.none()).map(lambda moment: moment.replace(microsecond=0)),
    Kind.REF: IDS,
    Kind.REFS: st.lists(IDS).map(tuple),
}


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_value_comes_back_as_it_was(kind: Kind) -> None:
    @given(VALUES[kind])
    def there_and_back(value: Value) -> None:
        back = from_wire(kind, to_wire(value))
        assert back == value
        assert type(back) is type(value)

    there_and_back()
    assert from_wire(kind, to_wire(None)) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.TEXT, 5),
        (Kind.INT, True),
        (Kind.INT, "5"),
        (Kind.FLAG, 1),
        (Kind.DATE, "2026-02-30"),
        (Kind.MOMENT, "soon"),
        (Kind.REF, "ab"),
        (Kind.REF, "z" * 32),
        (Kind.REFS, ["ab"]),
        (Kind.REFS, "a" * 32),
    ],
)
def test_a_value_that_does_not_fit_its_kind_is_refused(kind: Kind, value: str | int | list[str]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_wire(kind, value)


def test_days_and_moments_are_iso_text_and_ids_are_hex() -> None:
    assert to_wire(date(2026, 5, 7)) == "2026-05-07"
    assert to_wire(datetime(2026, 5, 7, 9, 31)) == "2026-05-07T09:31:00"
    assert to_wire(RecordId(b"\x0f" * 16)) == "0f" * 16


def test_every_record_is_declared_whole() -> None:
    for name, cls in TYPES.items():
        assert cls.type_name == name
        assert cls.label.zh
        declared = fields_of(cls)
        assert list(declared)[:2] == ["office", "void"]
        for field in declared.values():
            assert field.label.zh
            assert field.limit > 0
            assert field.codes == "" or field.codes in ALL
            assert field.target in {"", "any", "matter", *TYPES}
            assert (field.kind in (Kind.REF, Kind.REFS)) == bool(field.target)


def test_every_track_shares_the_matters_fields() -> None:
    shared = list(fields_of(Matter))
    for cls in MATTERS.values():
        assert list(fields_of(cls))[: len(shared)] == shared


def test_who_asked_is_a_record_of_its_own_that_can_be_left_out() -> None:
    assert [name for name, cls in TYPES.items() if cls.withheld] == ["visitor"]
    assert fields_of(Visitor)["phone"].privacy is Privacy.PHONE
    assert all(f.privacy is Privacy.OPEN for n, f in fields_of(Issue).items() if n != "source_key")


def test_the_authorities_are_those_of_the_plan() -> None:
    assert fields_of(Suggestion)["official_number"].write is Write.OFFICE
    assert fields_of(Issue)["owner"].write is Write.OWNER
    assert fields_of(Issue)["void"].write.owned
    assert not fields_of(Issue)["title"].write.owned
