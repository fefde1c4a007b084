"""Which of several styles around a text of an OpenDocument says whether it is shown: the nearest that does."""

from __future__ import annotations

import pytest

from extract.odt import odt_to_document
from tests.extract.raw_odt import odt, p, span, style
from transform.document import Line

STYLES = "".join(
    style(f"{family}-{display}", family, f'<style:text-properties text:display="{display}"/>')
    for family in ("text", "paragraph")
    for display in ("none", "true")
) + style("text-bold", "text", '<style:text-properties fo:font-weight="bold"/>')


@pytest.mark.parametrize(
    ("around", "spans", "hidden"),
    [
        ("paragraph-none", [], True),
        ("paragraph-none", ["text-bold"], True),
        ("paragraph-none", ["text-true"], False),
        ("paragraph-true", ["text-none"], True),
        ("paragraph-true", ["text-none", "text-true"], False),
        ("paragraph-true", ["text-none", "text-true", "text-bold"], False),
    ],
)
def test_the_nearest_style_says_whether_a_text_is_shown(around: str, spans: list[str], hidden: bool) -> None:
    text = "Durf"
    for name in reversed(spans):
        text = span(text, name)
    document = odt_to_document(odt(p(text, around), automatic=STYLES), "test.odt")
    assert [line.hidden for line in document.blocks if isinstance(line, Line)] == [hidden]


def test_what_the_document_hides_no_style_shows() -> None:
    section = f'<text:section text:display="none">{p(span("Durf", "text-true"))}</text:section>'
    document = odt_to_document(odt(section, automatic=STYLES), "test.odt")
    assert [line.hidden for line in document.blocks if isinstance(line, Line)] == [True]
