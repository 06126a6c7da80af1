from __future__ import annotations

from datetime import date

import pytest

from briefreader.domain.query import Query


@pytest.mark.parametrize(
    ("query", "dated"),
    [
        (Query(), False),
        (Query(undated=False), False),
        (Query(since=date(2025, 1, 1)), True),
        (Query(until=date(2025, 1, 1)), True),
    ],
)
def test_a_query_with_a_limit_of_time_is_dated(query: Query, dated: bool) -> None:
    assert query.dated is dated
