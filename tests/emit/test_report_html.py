"""The HTML report: it says all that changed, nothing in it can act, and everybody can read it."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emit.markup import verbatim
from emit.report_html import comparison_to_html
from tests.catalogues import make_catalogue, make_competence
from tests.emit.comparisons import (
    compared,
    comparisons,
    every_comparison,
    gold_comparison,
    hostile_comparison,
    second_edition,
)
from tests.emit.rebuilt_html import comparison_to_told, page_to_told, parsed
from transform.comparison import Comparison, Weight

LABELS = {
    "nl": {
        "": "",
        "core_competence": "Kerncompetentie: ",
        "description": "Beschrijving: ",
        "indicator": "Indicator {number}: ",
    },
    "en": {
        "": "",
        "core_competence": "Core competence: ",
        "description": "Description: ",
        "indicator": "Indicator {number}: ",
    },
}
HEADINGS = ("h1", "h2", "h3", "h4")


def stylesheet() -> str:
    style = parsed(comparison_to_html(gold_comparison(), "nl")).find(".//style")
    assert style is not None
    return style.text or ""


# What it says


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("comparison", every_comparison())
def test_every_change_can_be_rebuilt_from_the_page(comparison: Comparison, language: str) -> None:
    page = comparison_to_html(comparison, language)
    assert page_to_told(page) == comparison_to_told(comparison, LABELS[language])


@given(comparisons(), st.sampled_from(["nl", "en"]))
def test_any_change_can_be_rebuilt_from_the_page(comparison: Comparison, language: str) -> None:
    page = comparison_to_html(comparison, language)
    told = page_to_told(page)
    assert told == comparison_to_told(comparison, LABELS[language])
    assert len(told) == len(comparison.changes)


def test_the_summary_counts_what_is_told() -> None:
    comparison = gold_comparison()
    page = parsed(comparison_to_html(comparison, "nl"))
    rows = [[cell.text_content() for cell in row] for row in page.iterfind(".//table//tr")]
    weights = [change.weight for change in comparison.changes]
    substantive, typographic = weights.count(Weight.SUBSTANTIVE), weights.count(Weight.TYPOGRAPHIC)
    assert rows[0] == ["Soort wijziging", "inhoudelijk", "typografisch", "samen"]
    assert rows[-1] == ["Alle wijzigingen", str(substantive), str(typographic), str(len(weights))]
    assert [sum(int(row[column]) for row in rows[1:-1]) for column in (1, 2, 3)] == [int(n) for n in rows[-1][1:]]
    assert "Competentie hernoemd" in {row[0] for row in rows}


def test_a_page_without_changes_says_so_and_has_no_script() -> None:
    page = parsed(comparison_to_html(compared(second_edition(), second_edition()), "nl"))
    assert [p.text_content() for p in page.find_class("total")] == ["Geen verschillen."]
    assert page.find(".//script") is None
    assert not page.find_class("change")


def test_a_space_that_changed_has_words() -> None:
    old = make_catalogue(make_competence("a", description="voor / na"))
    new = make_catalogue(make_competence("a", description="voor /na"))
    page = parsed(comparison_to_html(compared(old, new), "nl"))
    texts = [removed.text_content() for removed in page.iter("del") if removed.get("class") == "blank"]
    assert texts == ["verwijderd: een spatie   einde verwijdering "]


# Nothing in it can act


@pytest.mark.parametrize("comparison", [gold_comparison(), hostile_comparison()])
def test_only_our_own_script_and_style_are_there_and_let_in(comparison: Comparison) -> None:
    page = parsed(comparison_to_html(comparison, "nl"))
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    (script,), (style,) = page.iter("script"), page.iter("style")
    assert str(policy).split("; ") == [
        "default-src 'none'",
        f"style-src '{source(style.text or '')}'",
        "base-uri 'none'",
        "form-action 'none'",
        f"script-src '{source(script.text or '')}'",
    ]
    assert page.xpath("//@src | //@style | //@srcdoc | //@action | //link | //base | //object | //iframe") == []
    assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == []
    assert [href for href in page.xpath("//@href") if not str(href).startswith("#")] == []


def source(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@pytest.mark.parametrize("comparison", every_comparison())
def test_no_character_is_there_that_cannot_be_seen(comparison: Comparison) -> None:
    page = comparison_to_html(comparison, "nl").decode()
    assert not re.search("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x09\x0b-\x1f]", page)


@pytest.mark.parametrize("content", ["a</style>", "</SCRIPT >", "<!--"])
def test_a_style_sheet_or_script_that_ends_itself_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="end of its element"):
        verbatim(content)


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert comparison_to_html(gold_comparison(), "nl") == comparison_to_html(gold_comparison(), "nl")


# Everybody can read it


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_names_its_language_and_that_of_the_regulation(language: str) -> None:
    page = parsed(comparison_to_html(gold_comparison(), language))
    assert page.get("lang") == language
    other = {str(text.get("lang")) for text in page.find_class("words")}
    assert other == ({"None"} if language == "nl" else {"nl"})
    spoken = {str(words.get("lang")) for words in page.find_class("spoken")}
    assert spoken == ({"None"} if language == "nl" else {"en"})


def test_headings_go_down_one_step_at_a_time_and_landmarks_have_names() -> None:
    page = parsed(comparison_to_html(gold_comparison(), "nl"))
    steps = [HEADINGS.index(str(element.tag)) for element in page.iter(*HEADINGS)]
    assert steps[0] == 0
    assert all(after - before <= 1 for before, after in pairwise(steps))
    ids = [str(id_) for id_ in page.xpath("//@id")]
    assert len(set(ids)) == len(ids)
    labels = [str(label) for label in page.xpath("//section/@aria-labelledby | //nav/@aria-labelledby")]
    assert set(labels) <= set(ids)
    assert len(labels) == len(list(page.iter("section", "nav")))
    assert {str(href)[1:] for href in page.xpath("//@href")} <= set(ids)


def test_who_listens_hears_where_a_change_begins_and_ends() -> None:
    page = parsed(comparison_to_html(gold_comparison(), "nl"))
    heard = {(e.tag, e[0].text_content().strip(), e[-1].text_content().strip()) for e in page.iter("ins", "del")}
    assert heard == {("del", "verwijderd:", "einde verwijdering"), ("ins", "toegevoegd:", "einde toevoeging")}


def palettes() -> dict[str, dict[str, str]]:
    """The colours of the page by name: on paper of light, of dark, and in print."""
    blocks = re.findall(r":root \{(.*?)\}", stylesheet(), flags=re.DOTALL)
    colours = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for block in blocks]
    return dict(zip(("light", "dark", "print"), colours, strict=True))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, from 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


#: Colour of text and of what is behind it.
PAIRS = [
    ("ink", "paper"),
    ("ink", "tint"),
    ("quiet", "paper"),
    ("quiet", "tint"),
    ("accent", "paper"),
    ("accent", "tint"),
    ("added-ink", "added"),
    ("removed-ink", "removed"),
]


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
@pytest.mark.parametrize(("text", "behind"), PAIRS)
def test_text_stands_out_from_what_is_behind_it(mode: str, text: str, behind: str) -> None:
    palette = palettes()[mode]
    assert contrast(palette[text], palette[behind]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_weight_stands_out_from_its_badge(mode: str) -> None:
    assert contrast(palettes()[mode]["on-accent"], palettes()[mode]["accent"]) >= 4.5


def test_every_colour_is_one_of_the_palette() -> None:
    rules = re.sub(r":root \{.*?\}", "", stylesheet(), flags=re.DOTALL)
    assert re.findall(r"#[0-9a-f]{3,8}\b(?! \{)", rules) == []
    assert set(re.findall(r"var\(--([a-z-]+)\)", rules)) == set(palettes()["light"])
    assert set(palettes()["light"]) == set(palettes()["dark"]) == set(palettes()["print"])


def test_a_change_is_told_by_a_line_and_a_sign_and_not_by_colour_alone() -> None:
    rules = stylesheet()
    assert "text-decoration: underline" in next(iter(re.findall(r"^ins \{.*\}", rules, flags=re.MULTILINE)))
    assert "text-decoration: line-through" in next(iter(re.findall(r"^del \{.*\}", rules, flags=re.MULTILINE)))
    assert {"ins::before", "del::before"} <= set(
        re.findall(r"^((?:ins|del)::before) \{ content", rules, flags=re.MULTILINE)
    )
