"""A map opens from a file, alone, in every view: one request, no complaint, no network."""

from __future__ import annotations

import pytest

from graphtool.maps import Settings
from graphtool.maps.build import build
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


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_opens_where_its_first_finding_is_seen_best(opened, region):
    """Most goals there have nobody who answers for them, and an overview has to be folded."""
    page = opened(region, width=1920, height=1080)
    assert page.evaluate(STATE)["view"] == "ownership"
    assert page.get_attribute("#views button:first-child", "data-view") == "overview"
    assert "Kartet åpner i «Ansvar»: Det viktigste funnet ses best der" in page.text_content(
        "#findings"
    )
    assert page.complaints == []


def test_a_map_that_was_opened_in_a_small_window_fills_a_larger_one(opened):
    projected = {"width": 1280, "height": 720}
    where = "JSON.stringify([graphtool.state().scale, graphtool.dom('plan-2010-2021')])"
    page = opened("kongsbergregionen", "#view=ownership", **projected)
    plan = page.evaluate(where)
    assert "null" not in plan
    page.set_viewport_size({"width": 900, "height": 600})
    page.wait_for_function(f"plan => {where} !== plan", arg=plan)
    page.set_viewport_size(projected)
    page.wait_for_function(f"plan => {where} === plan", arg=plan)


def test_a_plan_that_is_seen_whole_opens_with_everything(graph_of):
    made = build(graph_of("coast"), Settings())
    assert made.scenes[0].name == "overview"
    assert not made.scenes[0].folded
    assert made.why.en.startswith("All ")


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
