"""Tables and lists of an OpenDocument text in the other ways in which the standard lets them be written."""

from __future__ import annotations

from typing import Final

from extract.odt_tree import DRAW, TABLE, TEXT, Element
from tests.editions.odt_xml import CELL, LIST, SIGN, P, around, catalogue_tables, element, paragraph
from tests.editions.word_xml import Change

# Lists


def every_list(root: Element) -> list[Element]:
    """The outermost lists, in tables."""
    return [one for one in root.iter(LIST) if one.getparent() is not None and _is_outer(one)]


def _is_outer(one: Element) -> bool:
    above = one.getparent()
    return above is not None and above.tag == CELL and next(one.iterdescendants(LIST), None) is None


def list_per_item(root: Element) -> None:
    """A list for every item, each going on from the one before."""
    for one in every_list(root):
        for item in list(one)[1:][::-1]:
            other = element("list", item, continue_numbering="true")
            other.attrib.update(one.attrib)
            one.addnext(other)


def continued_by_name(root: Element) -> None:
    """The same, by the name of the list that goes on."""
    xml_id = "{http://www.w3.org/XML/1998/namespace}id"
    for number, one in enumerate(every_list(root)):
        one.set(xml_id, f"lijst{number}")
        for item in list(one)[1:][::-1]:
            other = element("list", item, continue_list=f"lijst{number}")
            other.attrib.update({name: value for name, value in one.attrib.items() if name != xml_id})
            one.addnext(other)


def label_in_list(root: Element) -> None:
    """The label as the header of its list."""
    for one in every_list(root):
        label = one.getprevious()
        if label is not None and label.tag == P:
            one.insert(0, element("list-header", label))


def numbered_paragraphs(root: Element) -> None:
    """Items as paragraphs with a number, without a list around them."""
    for number, one in enumerate(every_list(root)):
        for p in list(one.iter(P))[::-1]:
            made = element("numbered-paragraph", p, list_id=f"los{number}", level="1")
            made.set(TEXT + "style-name", one.get(TEXT + "style-name", "Lbullet"))
            one.addnext(made)
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)


def typed_symbols(root: Element) -> None:
    """In place of a list's bullet a letter of a symbol font typed before the text."""
    for one in every_list(root):
        for p in list(one.iter(P))[::-1]:
            p.insert(0, element("span", text="l", style_name=SIGN))
            p.insert(1, element("tab"))
            p[1].tail, p.text = p.text, None
            one.addnext(p)
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)


def picture_bullets(root: Element) -> None:
    """Bullets that are pictures."""
    for level in list(root.iter(TEXT + "list-level-style-bullet")):
        level.tag = TEXT + "list-level-style-image"
        level.attrib.pop(TEXT + "bullet-char", None)


# Tables and what is around them


def collapsed_rows(root: Element) -> None:
    """A row that is not shown, after every row."""
    for table in catalogue_tables(root):
        for row in list(table.iter(TABLE + "table-row"))[1:]:
            if any(cell.get(TABLE + "number-rows-spanned") or cell.tag != CELL for cell in row):
                continue
            hidden = element(TABLE + "table-row", *(element(CELL, paragraph()) for _ in row))
            hidden.set(TABLE + "visibility", "collapse")
            row.addnext(hidden)


def in_sections(root: Element) -> None:
    """Sections around tables and around the contents of cells."""
    for number, table in enumerate(catalogue_tables(root)):
        around(table, element("section", name=f"deel{number}"))
    for number, cell in enumerate(list(root.iter(CELL))[::3]):
        inner = element("section", *list(cell), name=f"cel{number}")
        cell.append(inner)


def rows_in_groups(root: Element) -> None:
    """Rows and columns in the groups that the standard has for them."""
    for table in catalogue_tables(root):
        columns = table.findall(TABLE + "table-column")
        columns[0].addprevious(element(TABLE + "table-columns"))
        table[0].extend(columns)
        rows = table.findall(TABLE + "table-row")
        rows[0].addprevious(element(TABLE + "table-row-group"))
        group = rows[0].getprevious()
        assert group is not None
        group.append(element(TABLE + "table-rows", *rows))


def columns_repeated(root: Element) -> None:
    """Columns of one width said once, and blank cells likewise."""
    for table in catalogue_tables(root):
        for name in ("table-column", "table-cell"):
            for one in list(table.iter(TABLE + name)):
                before = one.getprevious()
                if before is not None and _is_same_and_blank(before, one):
                    times = int(before.get(TABLE + "number-columns-repeated", "1")) + 1
                    before.set(TABLE + "number-columns-repeated", str(times))
                    parent = one.getparent()
                    assert parent is not None
                    parent.remove(one)


def _is_same_and_blank(before: Element, one: Element) -> bool:
    blank = not "".join(map(str, (*before.itertext(), *one.itertext()))).strip()
    styles = {e.get(TABLE + "style-name") for e in (before, one)}
    merged = any(e.get(TABLE + "number-rows-spanned") or e.get(TABLE + "number-columns-spanned") for e in (before, one))
    return before.tag == one.tag and blank and len(styles) == 1 and not merged


def empty_rows_repeated(root: Element) -> None:
    """A thousand empty rows in one at the end, as a spreadsheet leaves them."""
    for table in catalogue_tables(root):
        width = len(table.findall(f".//{TABLE}table-column"))
        cell = element(CELL)
        cell.set(TABLE + "number-columns-repeated", str(width))
        row = element(TABLE + "table-row", cell)
        row.set(TABLE + "number-rows-repeated", "1000")
        table.append(row)


def sub_tables(root: Element) -> None:
    """Cells of several paragraphs split into a table of their own, a row for each block."""
    cells = [cell for table in catalogue_tables(root) for cell in table.iter(CELL) if len(cell) > 1]
    for cell in cells:
        rows = [element(TABLE + "table-row", element(CELL, block)) for block in list(cell)]
        inner = element(TABLE + "table", element(TABLE + "table-column"), *rows)
        inner.set(TABLE + "is-sub-table", "true")
        cell.append(inner)


def in_boxes(root: Element) -> None:
    """Tables in a frame that is anchored to a paragraph."""
    for table in [t for t in root.iter(TABLE + "table") if next(t.iterancestors(TABLE + "table"), None) is None]:
        around(table, element(DRAW + "text-box"))
        box = table.getparent()
        assert box is not None
        around(box, element(DRAW + "frame"))
        made = box.getparent()
        assert made is not None
        around(made, element("p"))


def without_widths(root: Element) -> None:
    """Columns that do not say how wide they are."""
    for column in root.iter(TABLE + "table-column"):
        column.attrib.pop(TABLE + "style-name", None)


def blank_paragraphs(root: Element) -> None:
    """An empty paragraph after every paragraph of a cell."""
    for block in [b for b in root.iter(P, LIST) if b.getparent() is not None and _in_cell(b)]:
        block.addnext(element("p"))


def _in_cell(block: Element) -> bool:
    above = block.getparent()
    return above is not None and above.tag == CELL


#: What changes lists and blocks of cells, before anything is done to their text.
REBUILT: Final[dict[str, Change]] = {
    "sub-tables": sub_tables,
    "empty paragraphs between": blank_paragraphs,
    "bullets in a symbol font": typed_symbols,
    "bullets as pictures": picture_bullets,
    "a list for every item": list_per_item,
    "lists continued by name": continued_by_name,
    "label in a list header": label_in_list,
    "numbered paragraphs": numbered_paragraphs,
}
#: What is put around tables and their rows, after everything else.
SURROUNDED: Final[dict[str, Change]] = {
    "collapsed rows": collapsed_rows,
    "sections": in_sections,
    "rows in groups": rows_in_groups,
    "repeated columns and cells": columns_repeated,
    "repeated empty rows": empty_rows_repeated,
    "no column widths": without_widths,
    "table in a text box": in_boxes,
}
