"""Counting only while the studio is open: whatever the hours, zone and holidays, work is done in open time alone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofroom.catalogue.working_hours import WorkingHours

BERLIN = ZoneInfo("Europe/Berlin")
ALL_DAY = dict.fromkeys(range(7), (time(0, 0), time(23, 59)))
zones = st.sampled_from([ZoneInfo(name) for name in ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu")])
openings = st.tuples(st.times(max_value=time(12)), st.times(min_value=time(13)))
weeks = st.dictionaries(st.integers(0, 6), openings, min_size=1)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31)).map(lambda naive: naive.replace(tzinfo=UTC))  # noqa: DTZ001 - made aware at once
spans = st.timedeltas(timedelta(minutes=1), timedelta(hours=400))
closed_days = st.frozensets(st.dates(date(2026, 1, 1), date(2030, 12, 31)), max_size=30)


@given(zones, weeks, closed_days, moments, spans)
def test_between_the_beginning_and_the_due_time_lies_exactly_the_work(
    zone: ZoneInfo, week: dict[int, tuple[time, time]], closed: frozenset[date], begin: datetime, work: timedelta
) -> None:
    hours = WorkingHours(zone, week, closed)
    due = hours.after(begin, work)
    assert hours.between(begin, due) == work
    local = due.astimezone(zone)
    opens, closes = week[local.weekday()]
    assert opens < local.time() <= closes or local.fold
    assert local.date() not in closed


@given(zones, weeks, moments, spans, spans)
def test_more_work_is_never_due_sooner(
    zone: ZoneInfo, week: dict[int, tuple[time, time]], begin: datetime, work: timedelta, more: timedelta
) -> None:
    hours = WorkingHours(zone, week)
    assert hours.after(begin, work + more) > hours.after(begin, work)


@pytest.mark.parametrize(("day", "lost"), [(date(2026, 3, 29), 1), (date(2026, 10, 25), -1)])
def test_a_night_in_which_clocks_change_is_as_long_as_it_passes(day: date, lost: int) -> None:
    hours = WorkingHours(BERLIN, ALL_DAY)
    begin, end = (datetime.combine(day, at, BERLIN) for at in (time(0, 0), time(12, 0)))
    assert hours.between(begin, end) == timedelta(hours=12 - lost)


def test_a_studio_that_never_opens_is_said() -> None:
    with pytest.raises(OverflowError):
        WorkingHours(BERLIN, {}).after(datetime(2026, 1, 1, tzinfo=UTC), timedelta(hours=1))
