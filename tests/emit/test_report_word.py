"""The tracked-changes document: accepted it is the new edition, rejected the old one, and both look clean."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import example, given
from lxml import etree
from msgspec.structs import replace

from emit.as_word import catalogue_to_word
from emit.redline_check import check_redline, resolved
from emit.report_word import comparison_to_word
from emit.word_package import parts_to_zip
from emit.word_words import WORDS
from extract.word_count import Revisions
from tests.catalogues import bare_catalogue, catalogues, gold_catalogue, hard_catalogue, make_catalogue
from tests.emit.redlines import ROWS, compared, plain_editions, read_texts, redline, row, second_edition, texts
from tests.emit.test_word_package import SEQUENCES, run_python
from tests.emit.written_word import W, body, part, parts_of, text, xpath
from transform.compare import compare_editions
from transform.comparison import Edition, Side
from transform.errors import ExportDiffers, NoCatalogueTable, Usage
from transform.model import Catalogue, Competence

OLD, NEW = gold_catalogue(), second_edition()
GOLD = OLD.competences[0]


@pytest.fixture(scope="module")
def changed() -> bytes:
    return redline(OLD, NEW)


BOTH_WAYS = [
    *(pytest.param(a, b, id=name) for name, (a, b) in ROWS.items()),
    *(pytest.param(b, a, id=f"not {name}") for name, (a, b) in ROWS.items()),
]


def assert_gives_back(data: bytes, old: Catalogue, new: Catalogue) -> None:
    """A table without competences is no catalogue to the reader: then it refuses this side as it does a clean one."""
    modes: tuple[tuple[Revisions, Catalogue], ...] = (("accepted", new), ("rejected", old))
    for revisions, edition in modes:
        if edition.competences:
            assert read_texts(data, revisions) == texts(edition)
            continue
        for written, mode in ((data, revisions), (catalogue_to_word(edition), "accepted")):
            with pytest.raises(NoCatalogueTable):
                read_texts(written, mode)


class TestBothEditions:
    """Through the house's own reader, the books of which balance in both modes."""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            pytest.param(OLD, NEW, id="changed"),
            pytest.param(NEW, OLD, id="changed back"),
            pytest.param(OLD, OLD, id="the same"),
            pytest.param(OLD, replace(OLD, competences=()), id="everything removed"),
            pytest.param(replace(OLD, competences=()), OLD, id="everything added"),
            pytest.param(replace(OLD, title=""), OLD, id="a title"),
            pytest.param(replace(OLD, appendix=""), OLD, id="an appendix line"),
            pytest.param(replace(OLD, title="", appendix=""), OLD, id="a title and an appendix line"),
            pytest.param(replace(OLD, title=""), replace(OLD, appendix=""), id="the one for the other"),
            pytest.param(OLD, replace(OLD, competences=OLD.competences[::-1]), id="upside down"),
        ],
    )
    def test_accepting_gives_the_new_one_and_rejecting_the_old(self, old: Catalogue, new: Catalogue) -> None:
        assert_gives_back(redline(old, new), old, new)

    @pytest.mark.parametrize(("old", "new"), BOTH_WAYS)
    def test_whatever_happens_to_the_last_paragraph_of_a_cell(self, old: Competence, new: Competence) -> None:
        before, after = make_catalogue(GOLD, old), make_catalogue(GOLD, new)
        data = redline(before, after)
        assert_gives_back(data, before, after)
        assert len(xpath(body(data), "//w:tr")) == 3, "the row was replaced, and this test shows nothing"

    @given(editions=plain_editions())
    def test_any_edition_that_a_reader_understands(self, editions: tuple[Catalogue, Catalogue]) -> None:
        assert_gives_back(redline(*editions), *editions)

    @given(old=catalogues(), new=catalogues())
    @example(old=hard_catalogue(), new=bare_catalogue())
    @example(old=replace(hard_catalogue(), competences=hard_catalogue().competences[::-1]), new=hard_catalogue())
    def test_any_edition_at_all(self, old: Catalogue, new: Catalogue) -> None:
        data = redline(old, new)
        assert clean(resolved(data, Side.NEW)) == clean(catalogue_to_word(new))
        assert clean(resolved(data, Side.OLD)) == clean(catalogue_to_word(old))

    @pytest.mark.parametrize(("title", "expected"), [("T", "T"), (None, "")])
    @pytest.mark.parametrize("turned", [False, True])
    def test_a_title_that_a_format_cannot_hold_did_not_change(
        self, title: str | None, expected: str, turned: bool
    ) -> None:
        known = Edition(file="a.json", competences=(GOLD,), title=title, appendix=title)
        unknown = Edition(file="a.csv", competences=(GOLD,))
        old, new = (unknown, known) if turned else (known, unknown)
        data = comparison_to_word(compare_editions(old, new))
        assert [text(p) for p in xpath(body(data), "w:p")] == [expected, expected] * bool(expected)
        assert not xpath(body(data), "//w:ins | //w:del")


def clean(data: bytes) -> bytes:
    """The body as XML, without what may differ: widths, borders between runs, the looks of a paragraph of no text."""
    tree = copy.deepcopy(body(data))
    for width in xpath(tree, "//w:gridCol | //w:tcW"):
        width.attrib.clear()
    for paragraph in xpath(tree, "//w:p"):
        runs = xpath(paragraph, "w:r")
        for run in runs[1:] if runs else xpath(paragraph, "w:pPr"):
            paragraph.remove(run)
        for written in xpath(paragraph, "w:r/w:t")[:1]:
            written.attrib.clear()
            written.text = "".join(text(run) for run in runs)
    return canonical(tree)


def canonical(tree: etree._Element) -> bytes:
    return etree.tostring(tree, method="c14n2")


class TestCheckOfWhatWasWritten:
    """A redline that does not give both editions back does not leave the house."""

    @pytest.mark.parametrize(
        ("was", "became"),
        [
            (r"<w:ins ([^>]*)>(.*?)</w:ins>", r"<w:del \1>\2</w:del>"),
            (r"van het Rijk</w:t>", "van het rijk</w:t>"),
            (r"Vernieuwingskracht</w:delText>", "Daadkracht</w:delText>"),
            (r"<w:t>Verbindend</w:t>", "<w:t>Verbonden</w:t>"),
            (r"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr><w:r>", "</w:pPr><w:r>"),
            (r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr><w:r>", "</w:pPr><w:r>"),
            (r"<w:cantSplit/><w:del [^>]*/>", "<w:cantSplit/>"),
            (r"<w:cantSplit/><w:ins [^>]*/>", "<w:cantSplit/>"),
        ],
    )
    def test_a_difference_is_seen(self, changed: bytes, was: str, became: str) -> None:
        parts = parts_of(changed)
        main, replaced = re.subn(was, became, parts["word/document.xml"].decode(), count=1)
        assert replaced == 1
        with pytest.raises(ExportDiffers):
            check_redline(parts_to_zip(parts | {"word/document.xml": main.encode()}), compared(OLD, NEW), WORDS["nl"])

    @pytest.mark.parametrize("kind", ["one more at the end", "the last one is another one", "the first ones"])
    def test_a_cell_of_which_the_last_mark_is_a_revision_is_seen(
        self, kind: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Word cannot take that mark away, and would leave an empty paragraph."""
        monkeypatch.setattr("emit.redline_cell.with_last_mark", list)
        before, after = (make_catalogue(GOLD, one) for one in ROWS[kind])
        with pytest.raises(ExportDiffers):
            redline(before, after)

    def test_what_was_written_passes(self, changed: bytes) -> None:
        check_redline(changed, compared(OLD, NEW), WORDS["nl"])
        with pytest.raises(ExportDiffers):
            check_redline(changed, compared(NEW, OLD), WORDS["nl"])


REVISIONS = "//w:ins | //w:del | //w:pPrChange"


class TestRevisions:
    def test_a_change_is_marked_word_by_word(self) -> None:
        old = make_catalogue(GOLD, row("Werkt samen aan doelen.", "Luistert."))
        new = make_catalogue(GOLD, row("Werkt graag samen aan taken.", "Luistert."))
        (ins,), (first, second) = (xpath(body(redline(old, new)), f"//w:p/w:{tag}") for tag in ("del", "ins"))
        assert text(first) == " graag"
        assert text(second) == "taken"
        assert [t.text for t in xpath(ins, ".//w:delText")] == ["doelen"]

    def test_what_moved_is_taken_out_and_put_in(self) -> None:
        old = make_catalogue(GOLD, *OLD.competences[1:4])
        new = make_catalogue(*OLD.competences[1:4], GOLD)
        rows = xpath(body(redline(old, new)), "w:tbl/w:tr[w:trPr/w:ins or w:trPr/w:del]")
        assert [bool(xpath(row, "w:trPr/w:ins")) for row in rows] == [False, True]
        assert (
            {t.text for t in xpath(rows[0], "w:tc[1]//w:delText")} == {GOLD.name} == {text(xpath(rows[1], "w:tc")[0])}
        )

    def test_all_content_of_a_row_is_marked_with_it(self, changed: bytes) -> None:
        for side, other in (("ins", "del"), ("del", "ins")):
            rows = xpath(body(changed), f"//w:tr[w:trPr/w:{side}]")
            assert len(rows) == 3
            for element in rows:
                assert not xpath(element, f".//w:p/w:r | .//w:{other}")
                assert len(xpath(element, ".//w:p")) == len(xpath(element, f".//w:p[w:pPr/w:rPr/w:{side}]"))

    def test_every_revision_has_a_number_of_its_own_an_author_and_a_date(self, changed: bytes) -> None:
        found = xpath(body(changed), REVISIONS)
        assert [e.get(f"{{{W}}}id") for e in found] != []
        assert sorted(int(e.get(f"{{{W}}}id", "")) for e in found) == [n for n, _ in zip(count(1), found)]
        assert {(e.get(f"{{{W}}}author"), e.get(f"{{{W}}}date")) for e in found} == {
            ("Catalogus", "2000-01-01T00:00:00Z")
        }

    @pytest.mark.parametrize(
        ("date", "written"),
        [
            ("2026-07-01", "2026-07-01T00:00:00Z"),
            ("2026-07-01T12:30:00Z", "2026-07-01T12:30:00Z"),
            ("2026-07-01T12:30:15.999+02:00", "2026-07-01T10:30:15Z"),
        ],
    )
    def test_author_and_date_are_as_given(self, date: str, written: str) -> None:
        data = comparison_to_word(compared(OLD, NEW), author='P. "Puk" & Zn.', date=date)
        found = {(e.get(f"{{{W}}}author"), e.get(f"{{{W}}}date")) for e in xpath(body(data), REVISIONS)}
        assert found == {('P. "Puk" & Zn.', written)}

    @pytest.mark.parametrize(
        "options",
        [
            {"author": ""},
            {"author": " "},
            {"author": "a\x00b"},
            {"author": "a\nb"},
            {"date": ""},
            {"date": "1 juli 2026"},
            {"date": "2026-13-01"},
            {"date": "0001-01-01T00:00:00+02:00"},
        ],
    )
    def test_an_author_or_date_that_word_cannot_hold_is_refused(self, options: dict[str, str]) -> None:
        with pytest.raises(Usage):
            comparison_to_word(compared(OLD, NEW), **options)

    def test_a_language_without_words_is_refused(self) -> None:
        with pytest.raises(KeyError):
            comparison_to_word(compared(OLD, NEW), "fr")


#: The order of children where there are revisions; the rest is as in a clean document.
TRACKED = SEQUENCES | {
    "p": "pPr r|ins|del",
    "pPr": "pStyle numPr rPr pPrChange",
    "pPrChange": "pPr",
    "rPr": "ins|del lang",
    "r": "rPr t|delText",
    "ins": "r",
    "del": "r",
    "trPr": "cantSplit|tblHeader ins|del",
}


def misplaced(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        children = [etree.QName(child).localname for child in element]
        sequence = TRACKED[etree.QName(element).localname].split() if children else []
        ranks = [next(i for i, names in enumerate(sequence) if child in names.split("|")) for child in children]
        if ranks != sorted(ranks):
            yield f"{etree.QName(element).localname}: {children}"


class TestPackage:
    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (hard_catalogue(), OLD)])
    def test_children_follow_the_schema(self, old: Catalogue, new: Catalogue, language: str) -> None:
        assert list(misplaced(body(comparison_to_word(compared(old, new), language)))) == []

    def test_removed_text_is_written_as_such_and_no_other(self, changed: bytes) -> None:
        assert xpath(body(changed), "//w:delText")
        assert not xpath(body(changed), "//w:del//w:t | //w:delText[not(ancestor::w:del)]")
        assert not xpath(body(changed), "//w:ins//w:ins | //w:del//w:del | //w:ins//w:del | //w:del//w:ins")

    def test_the_last_mark_of_a_cell_of_a_kept_row_is_no_revision(self, changed: bytes) -> None:
        kept = xpath(body(changed), "//w:tr[not(w:trPr/w:ins or w:trPr/w:del)]/w:tc/w:p[last()]")
        assert len(kept) == 3 * (1 + 24)
        assert not [p for p in kept if xpath(p, "w:pPr/w:rPr")]

    def test_the_parts_are_those_of_a_clean_document(self, changed: bytes) -> None:
        cleaned = catalogue_to_word(NEW)
        assert list(parts_of(changed)) == list(parts_of(cleaned))
        ours, theirs = ([canonical(part(data, name)) for name in parts_of(data)] for data in (changed, cleaned))
        differ = [name for name, one, other in zip(parts_of(changed), ours, theirs, strict=True) if one != other]
        assert differ == ["word/document.xml"]

    @pytest.mark.parametrize(
        ("old", "new", "expected"), [("A", "B", ["B"]), ("", "B", []), ("A", "", []), ("", "", [])]
    )
    def test_the_metadata_name_no_title_that_an_edition_lacks(self, old: str, new: str, expected: list[str]) -> None:
        data = redline(make_catalogue(title=old), make_catalogue(title=new))
        core = part(data, "docProps/core.xml")
        assert [e.text for e in core if etree.QName(e).localname == "title"] == expected

    def test_english_changes_our_words_and_marks_them(self) -> None:
        old, new = make_catalogue(GOLD, row("D.")), make_catalogue(GOLD, row("D.", "A."))
        data = comparison_to_word(compared(old, new), "en")
        assert_gives_back(data, old, new)
        (run,) = xpath(body(data), "//w:ins/w:r[w:rPr/w:lang[@w:val='en-GB']]")
        assert text(run) == "Indicators:"

    def test_the_same_editions_give_the_same_bytes_everywhere(self, changed: bytes) -> None:
        code = (
            "import sys; from tests.emit.redlines import *; from tests.catalogues import gold_catalogue;"
            "sys.stdout.buffer.write(redline(gold_catalogue(), second_edition()))"
        )
        assert run_python(code, PYTHONHASHSEED="7", TZ="Asia/Tokyo") == changed

    def test_nothing_heavy_is_loaded_before_it_is_needed(self) -> None:
        code = "import sys, emit.report_word; print({'docx', 'lxml'} & {m.split('.')[0] for m in sys.modules})"
        assert run_python(code).strip() == b"set()"
