"""The Markdown report: rendered, it says what changed and nothing in it is markup of the document's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from emit.comparison_words import field_label
from emit.report_markdown import comparison_to_markdown, markdown_text
from emit.report_parts import change_to_texts, comparison_to_groups, text_to_runs
from tests.catalogues import HARD_TEXTS, texts
from tests.emit.comparisons import HOSTILE_TEXTS, compared, comparisons, every_comparison, second_edition
from transform.comparison import Comparison, Piece, Side

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
#: All that the report itself uses of Markdown.
OURS = re.compile(
    "^(heading|paragraph|blockquote|bullet_list|list_item|table|thead|tbody|tr|th|td)_(open|close)$|^inline$"
)
INLINE = {"text", "code_inline", "text_special", "strong_open", "strong_close"}
SIGNS = {Side.BOTH: ("", ""), Side.OLD: ("{-", "-}"), Side.NEW: ("{+", "+}")}


def rendered(token: Token) -> str:
    """What a reader sees of a line of text."""
    return "".join(child.content for child in token.children or ())


def quotations(tokens: Iterable[Token]) -> Iterator[str]:
    """The texts that stand in quotations, as a reader sees them."""
    depth = 0
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            yield rendered(token)


def seen(text: str) -> str:
    return "".join(run.text for run in text_to_runs(text))


def shown(pieces: Iterable[Piece]) -> str:
    return "".join(f"{SIGNS[piece.side][0]}{seen(piece.text)}{SIGNS[piece.side][1]}" for piece in pieces)


def expected(comparison: Comparison) -> list[str]:
    """The texts that the report should quote."""
    return [
        (f"{label}: " if (label := field_label(text.field, text.number, "nl")) else "") + shown(text.pieces)
        for group in comparison_to_groups(comparison)
        for change in group.changes
        for text in change_to_texts(change, group)
    ]


def check(comparison: Comparison) -> None:
    tokens = PARSER.parse(comparison_to_markdown(comparison, "nl").decode())
    assert {token.type for token in tokens if not OURS.match(token.type)} == set()
    assert {child.type for token in tokens for child in token.children or ()} <= INLINE
    assert list(quotations(tokens)) == expected(comparison)


@pytest.mark.parametrize("comparison", every_comparison())
def test_the_made_up_comparisons_render_to_their_texts_and_nothing_else(comparison: Comparison) -> None:
    check(comparison)


@given(comparisons())
def test_any_comparison_renders_to_its_texts_and_nothing_else(comparison: Comparison) -> None:
    check(comparison)


@given(texts(1), st.sampled_from(["{}", "> {}", "- a {}", "## {}"]))
@example("[a]: /url", "{}")
@example("1) x", "{}")
@example("123. x", "> {}")
@example("===", "{}")
@example("---", "{}")
@example("a & b &amp; c", "{}")
@example("#", "## {}")
def test_a_text_renders_as_itself_wherever_it_stands(text: str, line: str) -> None:
    tokens = PARSER.parse(line.format(markdown_text(text)))
    lines = [token for token in tokens if token.type == "inline"]
    assert [rendered(one).removeprefix("a ") if line.startswith("-") else rendered(one) for one in lines] == [
        seen(text)
    ]
    assert {child.type for one in lines for child in one.children or ()} <= INLINE


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, *HARD_TEXTS])
def test_hostile_texts_render_as_themselves(text: str) -> None:
    (paragraph,) = [token for token in PARSER.parse(markdown_text(text)) if token.type == "inline"]
    assert rendered(paragraph) == seen(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("http://example.org", r"http\://example.org"),
        ("www.example.org", r"www\.example.org"),
        ("a@example.org", r"a\@example.org"),
        ("voor- en nadelen (ook: 1.5)", "voor- en nadelen (ook: 1.5)"),
        ("a\u00adb", "a`U+00AD`b"),
        ("a\u00ad\u00adb", "a`U+00ADU+00AD`b"),
    ],
)
def test_addresses_become_no_links_and_plain_text_stays_plain(text: str, source: str) -> None:
    assert markdown_text(text) == source


def test_nothing_changed() -> None:
    report = comparison_to_markdown(compared(second_edition(), second_edition()), "nl").decode()
    assert report == "# Wijzigingen in de competentiecatalogus\n\noud.json → nieuw.pdf\n\nGeen verschillen.\n"


def test_a_change_reads_as_a_sentence_with_its_text() -> None:
    report = comparison_to_markdown(every_comparison()[0], "en").decode()
    assert (
        "## Besluitvaardig\n\n"
        "- Indicator 1 of “Besluitvaardig” was changed. **(substantive)**\n\n"
        "  > {-De-}{+Hakt+} noodzaak van besluiten" in report
    )
    assert "| Competence renamed | 1 | 1 |" in report
