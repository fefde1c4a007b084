"""Comparison → one HTML file that can be mailed round: a summary, a filter, and each change, word by word.

The file loads nothing: a strict content security policy lets in only the style sheet and the script that are in
it, by their hashes. Without scripts everything is there and the filter is not. How a change looks is in
``html_changes``; the style sheet and the script are in ``emit/assets``.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import Final

from emit.comparison_words import kind_words, summary_words, weight_words
from emit.html_changes import data_text, group_id, group_name, group_to_html, pieces_to_html
from emit.language import number_words, printable, translated
from emit.markup import NOTHING, Html, element, escaped, joined, lines, verbatim
from emit.messages import marked
from emit.report_parts import Count, Group, changes_to_counts, comparison_to_groups, seen
from transform.comparison import Comparison, Edition, Piece, Side, Weight

_WEIGHTS: Final = (Weight.SUBSTANTIVE, Weight.TYPOGRAPHIC)


def comparison_to_html(comparison: Comparison, language: str) -> bytes:
    """The report as UTF-8, in ``language`` but for the catalogue's own texts."""
    page = lines(_head(language, with_script=bool(comparison.changes)), _body(comparison, language))
    return f"<!DOCTYPE html>\n{element('html', {'lang': language}, page)}\n".encode()


def _head(language: str, *, with_script: bool) -> Html:
    style = _asset("report.css")
    policy = f"default-src 'none'; style-src {_source(style)}; base-uri 'none'; form-action 'none'"
    if with_script:
        policy += f"; script-src {_source(_asset('report.js'))}"
    content = lines(
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("title", None, _words(marked("Changes in the competence catalogue"), language)),
        element("style", None, verbatim(style)),
    )
    return element("head", None, content)


def _asset(name: str) -> str:
    return resources.files("emit").joinpath("assets", name).read_text(encoding="utf-8")


def _source(content: str) -> str:
    """What a content security policy calls a style sheet or script of exactly this content."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _body(comparison: Comparison, language: str) -> Html:
    groups = [group for group in comparison_to_groups(comparison) if group.changes]
    parts = [_summary(comparison, groups, language)]
    script = NOTHING
    if groups:
        parts += [_reading_guide(language), _filters(comparison, language), _changes(groups, language)]
        script = element("script", None, verbatim(_asset("report.js")))
    skip = element("a", {"class": "skip", "href": "#main"}, _words(marked("Skip to the summary"), language))
    main = element("main", {"id": "main"}, lines(*parts))
    return element("body", None, lines(skip, _header(comparison, language), main, script))


def _words(text: str, language: str, **facts: object) -> Html:
    return escaped(translated(text, language, **facts))


def _section(id_: str, heading: Html, *content: Html, name: str = "section") -> Html:
    """A landmark named by its heading, which has ``id_`` itself."""
    return element(name, {"aria-labelledby": id_}, lines(element("h2", {"id": id_}, heading), *content))


# Above the changes


def _header(comparison: Comparison, language: str) -> Html:
    title = element("h1", None, _words(marked("Changes in the competence catalogue"), language))
    editions = element(
        "dl",
        {"class": "editions"},
        element("dt", None, _words(marked("Old edition"), language)),
        element("dd", None, _edition(comparison.old, language)),
        element("dt", None, _words(marked("New edition"), language)),
        element("dd", None, _edition(comparison.new, language)),
    )
    return element("header", None, lines(title, editions))


def _edition(edition: Edition, language: str) -> Html:
    """The file, and what the edition calls itself, as far as it does."""
    file = element("bdi", {"class": "file"}, escaped(seen(printable(edition.file)) or "–"))
    own = (data_text("bdi", {}, text, language) for text in (edition.appendix, edition.title) if text)
    return joined((file, *(joined((escaped(" · "), text)) for text in own)))


def _summary(comparison: Comparison, groups: Sequence[Group], language: str) -> Html:
    total = element("p", {"class": "total"}, escaped(summary_words(comparison, language)))
    heading = _words(marked("Summary"), language)
    if not groups:
        return _section("summary", heading, total)
    table = _table_of_counts(changes_to_counts(comparison.changes), language)
    return _section("summary", heading, total, table, _contents(groups, language))


def _table_of_counts(counts: Sequence[Count], language: str) -> Html:
    names = [_words(marked("Kind of change"), language), *(escaped(weight_words(w, language)) for w in _WEIGHTS)]
    head = [element("th", {"scope": "col"}, name) for name in (*names, _words(marked("together"), language))]
    body = [_row(escaped(kind_words(count.kind, language)), count[1:], language) for count in counts]
    sums = [sum(count.substantive for count in counts), sum(count.typographic for count in counts)]
    foot = _row(_words(marked("All changes"), language), sums, language)
    table = lines(
        element("caption", None, _words(marked("Number of changes of each kind"), language)),
        element("thead", None, element("tr", None, *head)),
        element("tbody", None, lines(*body)),
        element("tfoot", None, foot),
    )
    return element("table", None, table)


def _row(name: Html, numbers: Iterable[int], language: str) -> Html:
    """A row of the table: its name, the numbers, and their sum."""
    numbers = list(numbers)
    cells = (element("td", None, escaped(number_words(n, language))) for n in (*numbers, sum(numbers)))
    return element("tr", None, element("th", {"scope": "row"}, name), *cells)


def _contents(groups: Sequence[Group], language: str) -> Html:
    heading = _words(marked("Where something changed"), language)
    entries = (element("li", None, _link(group, language)) for group in groups)
    return _section("contents", heading, element("ul", {"class": "contents"}, lines(*entries)), name="nav")


def _link(group: Group, language: str) -> Html:
    link = element("a", {"href": f"#{group_id(group)}"}, group_name(group, language))
    return joined((link, escaped(f" ({number_words(len(group.changes), language)})")))


def _reading_guide(language: str) -> Html:
    """What the marks and the weights mean; only on a screen are there links and a filter."""
    old = pieces_to_html([Piece(Side.OLD, translated(marked("removed text"), language))], language)
    new = pieces_to_html([Piece(Side.NEW, translated(marked("added text"), language))], language)
    weights = marked(
        "A typographic change leaves all letters, digits and symbols such as € the same: only spaces, punctuation, "
        "hyphens, quotation marks or capitals differ. Any other change is substantive."
    )
    texts = (joined((old, escaped(" "), new)), _words(weights, language))
    heading = _words(marked("How to read the changes"), language)
    return _section("guide", heading, *(element("p", None, text) for text in texts))


# The filter: hidden until the script is there


def _filters(comparison: Comparison, language: str) -> Html:
    counts = changes_to_counts(comparison.changes)
    sums = {
        Weight.SUBSTANTIVE: sum(c.substantive for c in counts),
        Weight.TYPOGRAPHIC: sum(c.typographic for c in counts),
    }
    weights = [_choice("weight", w, weight_words(w, language), sums[w], language) for w in _WEIGHTS if sums[w]]
    kinds = [_choice("kind", c.kind, kind_words(c.kind, language), c.total, language) for c in counts]
    content = lines(
        element("h2", {"id": "filter"}, _words(marked("Choose what is shown"), language)),
        _choices(_words(marked("Weight"), language), weights),
        _choices(_words(marked("Kind of change"), language), kinds),
        _outcome(len(comparison.changes), language),
    )
    return element("section", {"id": "filters", "aria-labelledby": "filter", "hidden": ""}, content)


def _choices(legend: Html, choices: Sequence[Html]) -> Html:
    box = element("div", {"class": "choices"}, lines(*choices))
    return element("fieldset", None, lines(element("legend", None, legend), box))


def _choice(name: str, value: str, words: str, count: int, language: str) -> Html:
    box = {"type": "checkbox", "name": name, "value": value, "checked": "", "autocomplete": "off"}
    label = element("span", None, escaped(f"{words} ({number_words(count, language)})"))
    return element("label", None, element("input", box), label)


def _outcome(total: int, language: str) -> Html:
    """How many changes are shown, said aloud when it changes; the script puts the number for ``#``."""
    texts = {
        "data-all": translated(marked("All changes are shown."), language),
        "data-some": translated(marked("Shown: {shown} of {total} changes."), language, shown="#", total=total),
    }
    status = element("p", {"id": "outcome", "role": "status", **texts})
    button = element("button", {"type": "button", "id": "show-all"}, _words(marked("Show all changes"), language))
    return element("div", {"class": "outcome"}, status, button)


def _changes(groups: Sequence[Group], language: str) -> Html:
    return _section(
        "changes", _words(marked("Changes"), language), *(group_to_html(group, language) for group in groups)
    )
