"""The HTML report in a browser: nothing is refused, the filter works, and without scripts all of it is there."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from emit.report_html import comparison_to_html
from emit.report_parts import comparison_to_groups
from tests.emit.chromium import Chromium, Page
from tests.emit.comparisons import gold_comparison, hostile_comparison
from tests.emit.rebuilt_html import page_to_told
from transform.comparison import Comparison, Kind, Weight

#: Set to 1 where Chromium must be there: a test that needs it then fails instead of being skipped.
REQUIRE_CHROMIUM = "CATALOGUS_REQUIRE_CHROMIUM"

SHOWN = "Array.from(document.querySelectorAll('.change')).filter(e => e.checkVisibility())"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    program = shutil.which("chromium")
    if program is None:
        reason = "Chromium (chromium) is not installed"
        if os.environ.get(REQUIRE_CHROMIUM) == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    running = Chromium(program, tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


Opener = Callable[..., Page]


@pytest.fixture
def opened(browser: Chromium, tmp_path: Path) -> Opener:
    """Opens a report, or any other bytes, as a file."""

    def open_(page: bytes | Comparison, *, scripts: bool = True, width: int = 1000) -> Page:
        file = tmp_path / "wijzigingen.html"
        file.write_bytes(page if isinstance(page, bytes) else comparison_to_html(page, "nl"))
        return Page(browser, file, scripts=scripts, width=width)

    return open_


@pytest.mark.parametrize("comparison", [gold_comparison(), hostile_comparison()], ids=["gold", "hostile"])
def test_nothing_is_refused_and_nothing_asked_for(comparison: Comparison, opened: Opener) -> None:
    page = opened(comparison)
    assert page.complaints() == []
    assert len(page.requests()) == 1
    assert page.evaluate("getComputedStyle(document.querySelector('del')).textDecorationLine") == "line-through"
    assert page.evaluate("document.getElementById('filters').checkVisibility()") is True
    assert page_to_told(page.source()) == page_to_told(comparison_to_html(comparison, "nl"))


@pytest.mark.parametrize(
    "intruder",
    [
        b"<script>document.title = 'x'</script>",
        b"<style>body { display: none }</style>",
        b'<p style="color: red">x</p>',
        b'<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        b'<p onclick="document.title = 1">x</p>',
        b'<iframe src="https://example.org/"></iframe>',
    ],
)
def test_what_is_not_ours_is_refused_and_the_refusal_is_seen(intruder: bytes, opened: Opener) -> None:
    title = opened(gold_comparison()).evaluate("document.title")
    page = opened(comparison_to_html(gold_comparison(), "nl").replace(b"</main>", intruder + b"</main>"))
    assert any("Content Security Policy" in complaint for complaint in page.complaints())
    assert page.evaluate("document.title") == title
    assert page.evaluate(f"{SHOWN}.length") == len(gold_comparison().changes)


def uncheck(page: Page, name: str, value: str) -> None:
    page.evaluate(f'document.querySelector(\'input[name="{name}"][value="{value}"]\').click()')


def test_the_filter_by_weight_hides_changes_empty_groups_and_their_links(opened: Opener) -> None:
    comparison = gold_comparison()
    page = opened(comparison)
    uncheck(page, "weight", Weight.TYPOGRAPHIC)
    kept = [c for c in comparison.changes if c.weight is Weight.SUBSTANTIVE]
    assert page.evaluate(f"{SHOWN}.map(e => e.dataset.weight)") == ["substantive"] * len(kept)
    groups = [g for g in comparison_to_groups(comparison) if any(c in kept for c in g.changes)]
    for selector in (".group", ".contents li"):
        count = f"Array.from(document.querySelectorAll('{selector}')).filter(e => e.checkVisibility()).length"
        assert page.evaluate(count) == len(groups)
    total = len(comparison.changes)
    status = "document.getElementById('outcome').textContent"
    assert page.evaluate(status) == f"Getoond: {len(kept)} van {total} wijzigingen."
    page.evaluate("document.getElementById('show-all').click()")
    assert page.evaluate(f"{SHOWN}.length") == total
    assert page.evaluate(status) == "Alle wijzigingen worden getoond."


@pytest.mark.parametrize("kind", Kind)
def test_the_filter_by_kind_hides_that_kind_alone(kind: Kind, opened: Opener) -> None:
    comparison = gold_comparison()
    page = opened(comparison)
    uncheck(page, "kind", kind)
    assert page.evaluate(f"{SHOWN}.map(e => e.dataset.kind)") == [
        c.kind for c in comparison.changes if c.kind is not kind
    ]
    uncheck(page, "kind", kind)
    assert page.evaluate(f"{SHOWN}.length") == len(comparison.changes)


def test_without_scripts_everything_is_shown_and_the_filter_is_not(opened: Opener) -> None:
    page = opened(gold_comparison(), scripts=False)
    assert page.evaluate("document.getElementById('outcome').textContent") == "", "the script did run"
    assert page.evaluate("document.getElementById('filters').checkVisibility()") is False
    assert page.evaluate(f"{SHOWN}.length") == len(gold_comparison().changes)
    assert page_to_told(page.source()) == page_to_told(comparison_to_html(gold_comparison(), "nl"))


@pytest.mark.parametrize("width", [320, 600, 1600])
@pytest.mark.parametrize("comparison", [gold_comparison(), hostile_comparison()], ids=["gold", "hostile"])
def test_nothing_runs_off_the_side(width: int, comparison: Comparison, opened: Opener) -> None:
    page = opened(comparison, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_browser_knows_what_was_added_and_removed(opened: Opener) -> None:
    nodes = opened(gold_comparison()).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node.get("ignored")]
    assert {"banner", "main", "navigation", "insertion", "deletion", "status", "table"} <= set(roles)
    names = {node["name"]["value"] for node in nodes if node["role"]["value"] == "region"}
    assert {"Samenvatting", "Wijzigingen", "Overtuigingskracht"} <= names


def printed(page: Page) -> str:
    """The text of the print, without white space, for lines and pages may break anywhere in it."""
    with pypdfium2.PdfDocument(page.pdf()) as document:
        texts = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    return re.sub(r"\s+", "", "".join(texts))


def test_the_print_has_every_change_and_no_controls(opened: Opener) -> None:
    page = opened(gold_comparison())
    sentences = page.evaluate("Array.from(document.querySelectorAll('h4 span:first-child')).map(e => e.textContent)")
    text = printed(page)
    assert len(sentences) == len(gold_comparison().changes)
    assert [s for s in sentences if re.sub(r"\s+", "", s) not in text] == []
    assert "Toonallewijzigingen" not in text


def test_a_print_of_a_choice_says_that_it_is_one(opened: Opener) -> None:
    page = opened(gold_comparison())
    uncheck(page, "weight", Weight.SUBSTANTIVE)
    assert "Getoond:5van25wijzigingen." in printed(page)
