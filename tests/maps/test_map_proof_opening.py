"""A map opens from a file, alone, in every view: one request, no complaint, no network."""

from __future__ import annotations

import pytest

from tests.maps import pages
from tests.maps.pages import REGIONS, STATE, VIEWS


@pytest.mark.parametrize("region", REGIONS)
def test_both_regions_have_all_seven_views(written, region):
    assert tuple(sorted(pages.sheets_of(written(region)))) == tuple(sorted(VIEWS))


@pytest.mark.parametrize("region", REGIONS)
def test_every_view_opens_with_one_request_and_no_complaint(opened, region):
    page = opened(region)
    assert page.requests == [page.url]
    for view in VIEWS:
        page.click(f"#views [data-view={view}]")
        assert page.evaluate(STATE)["view"] == view
        assert page.evaluate(STATE)["visibleNodes"] > 0
    assert len(page.requests) == 1
    assert page.complaints == []


@pytest.mark.parametrize("view", ["overview", "municipalities"])
def test_a_link_to_a_view_opens_with_the_network_cut(opened, view):
    asked = []

    def cut(page):
        page.context.set_offline(True)
        page.route("http*://**", lambda route: (asked.append(route.request.url), route.abort()))

    page = opened("kongsbergregionen", f"#view={view}", prepare=cut)
    assert page.evaluate(STATE)["view"] == view
    assert page.evaluate("graphtool.labels().length") > 5
    page.evaluate("graphtool.png()")
    assert asked == []
    assert len(page.requests) == 1
    assert page.complaints == []
