"""What stands inside a paragraph of an OpenDocument text: its text piece by piece, and what hangs on it.

Scope: spans, white space as the format has it, fields by their result, tracked changes. Non-goals: lines and markers
(``odt_paragraph``). Prevents: text that is lost in a wrapper, and the opposite: words of notes and boxes in the
middle of a sentence.

    text:p ── (text)                   Piece("Toont ")
           ├─ text:span ── (text)      Piece("inzicht")
           ├─ text:line-break          Piece("\\n")
           ├─ text:change              Piece("begrip", change=REMOVED)
           └─ draw:frame … text:p      Aside
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from extract.odt_desk import OdtDesk
from extract.odt_ground import ground_of, ink_of, text_to_sight
from extract.odt_styles import DEFAULT_SIZE, in_hidden_section
from extract.odt_tree import (
    DRAW,
    FORM,
    LOEXT,
    NO_TEXT,
    OFFICE,
    PARAGRAPHS,
    SVG,
    TEXT,
    XML_ID,
    Element,
    points,
)
from extract.pictures import may_hold_words
from extract.pieces import LINE_END, Change, Piece
from extract.sight import Ground, Sight, is_tiny

#: White space of the XML is one space, whatever it is and however much.
LAYOUT_SPACE: Final = re.compile("[ \t\r\n]+")
SIGNS: Final = {TEXT + "tab": "\t", TEXT + "line-break": LINE_END}
NOTE: Final = TEXT + "note"
RUBY: Final = TEXT + "ruby-text"
FRAME: Final = DRAW + "frame"
PICTURES: Final = (DRAW + "image", DRAW + "object", DRAW + "object-ole", DRAW + "plugin")
ANNOTATION: Final = OFFICE + "annotation"
#: A field of a form, whose words are in the form.
CONTROL: Final = DRAW + "control"
#: What stands in a place that is still to be filled in.
PLACEHOLDER: Final = TEXT + "placeholder"
CONTENT_CONTROL: Final = LOEXT + "content-control"
#: Fields that the document hides or shows by a condition.
HIDDEN_FIELDS: Final = frozenset({TEXT + "hidden-text", TEXT + "hidden-paragraph"})

#: A note, a comment, a drawing with words or ruby text, by its element.
Aside: TypeAlias = Element


class Setting(NamedTuple):
    """What holds for the text under way.

    ``hidden``: whatever styles say; ``unshown``: by the nearest style that says whether its text is shown.
    """

    symbol: bool
    hidden: bool
    unshown: bool
    size: float | None
    raised: bool
    struck: bool
    paragraph: Element
    ink: str | None
    ground: Ground | None


def paragraph_to_content(paragraph: Element, desk: OdtDesk) -> Iterator[Piece | Aside]:
    """The pieces and asides of one paragraph, in order, white space as the format wants it."""
    style = paragraph.get(TEXT + "style-name")
    hidden = any(is_on(field) for field in paragraph.iter(TEXT + "hidden-paragraph"))
    setting = Setting(
        symbol=desk.styles.is_symbol("paragraph", style),
        hidden=hidden or in_hidden_section(paragraph),
        unshown=bool(desk.styles.is_hidden("paragraph", style)),
        size=desk.styles.size("paragraph", style) or DEFAULT_SIZE,
        raised=bool(desk.styles.is_raised("paragraph", style)),
        struck=bool(desk.styles.is_struck("paragraph", style)),
        paragraph=paragraph,
        ink=ink_of("paragraph", style, desk.styles),
        ground=None,
    )
    after_space = True
    for item in element_to_content(paragraph, setting, desk):
        if isinstance(item, Piece) and item.change is not Change.REMOVED:
            if after_space and item.text.startswith(" ") and not item.mark:
                item = item._replace(text=item.text[1:])
            after_space = item.text.endswith(" ") if item.text and not item.mark else after_space and not item.mark
            item = item._replace(mark=False)
        yield item


def element_to_content(element: Element, setting: Setting, desk: OdtDesk) -> Iterator[Piece | Aside]:
    """The content of an element: its text, its children and what stands between them.

    A piece that is a sign of the format, not white space of the XML, has its ``mark`` set.
    """
    yield from text_to_pieces(element.text, setting, desk)
    for child in element:
        yield from child_to_content(child, setting, desk)
        yield from text_to_pieces(child.tail, setting, desk)


def text_to_pieces(text: str | None, setting: Setting, desk: OdtDesk, *, mark: bool = False) -> Iterator[Piece]:
    """One text as a piece; none without text."""
    if text:
        change = Change.ADDED if desk.added else Change.NONE
        plain = text if mark else LAYOUT_SPACE.sub(" ", text)
        sight = text_to_sight(setting.ink, setting.ground, setting.paragraph, desk.styles)
        tiny = setting.size is not None and is_tiny(setting.size, desk.styles.usual_size())
        yield Piece(
            plain,
            symbol=setting.symbol,
            hidden=is_hidden(setting) or tiny or sight is Sight.NONE,
            change=change,
            mark=mark,
            size=setting.size,
            raised=setting.raised,
            struck=setting.struck,
            faint=sight is Sight.DOUBTFUL,
        )


def child_to_content(child: Element, setting: Setting, desk: OdtDesk) -> Iterator[Piece | Aside]:
    """The content of one child of a paragraph or a span."""
    tag = str(child.tag)
    if tag in {NOTE, RUBY, ANNOTATION} or tag in PARAGRAPHS or (tag.startswith(DRAW) and has_words(child)):
        yield child
    elif tag == CONTROL:
        yield from [] if is_hidden(setting) else (child,)
    elif tag.startswith(DRAW):
        yield from [] if is_hidden(setting) else pictures_in(child, setting.size or DEFAULT_SIZE)
    elif tag in NO_TEXT:
        return
    elif tag == TEXT + "s":
        yield from text_to_pieces(" " * space_count(child), setting, desk, mark=True)
    elif tag in SIGNS:
        yield from text_to_pieces(SIGNS[tag], setting, desk, mark=True)
    elif tag.startswith(TEXT + "change"):
        yield from change_to_pieces(child, setting, desk)
    else:
        if is_prompt(child):
            yield child
        yield from element_to_content(child, inside(child, setting, desk), desk)


def is_prompt(element: Element) -> bool:
    """Whether an element shows what should be filled in, and not what was."""
    prompts = element.tag == CONTENT_CONTROL and element.get(LOEXT + "showing-place-holder") == "true"
    return prompts or element.tag == PLACEHOLDER


def control_to_words(control: Element) -> str:
    """What a field of a form shows: what was filled in, else what it says from the start; a button its label."""
    id_, forms = control.get(DRAW + "control"), control.getroottree().getroot().iter(f"{FORM}*")
    fields = (field for field in forms if id_ and id_ in {field.get(FORM + "id"), field.get(XML_ID)})
    said = (field.get(FORM + name) for field in fields for name in ("current-value", "value", "label"))
    return next(filter(None, said), "")


def pictures_in(drawing: Element, size: float) -> Iterator[Element]:
    """The frames of a drawing with a picture or an object that may hold words, amid type of this size."""
    for frame in drawing.iter(FRAME):
        if next(frame.iter(*PICTURES), None) is not None and may_hold_words(
            points(frame.get(SVG + "width")), points(frame.get(SVG + "height")), size
        ):
            yield frame


def has_words(drawing: Element) -> bool:
    """Whether a drawing holds paragraphs."""
    return next(drawing.iter(*PARAGRAPHS), None) is not None


def space_count(spaces: Element) -> int:
    """How many spaces a ``text:s`` stands for: white space, so a wild number changes nothing that counts."""
    text = spaces.get(TEXT + "c", "1")
    return min(int(text), 1000) if text.isdecimal() else 1


def change_to_pieces(change: Element, setting: Setting, desk: OdtDesk) -> Iterator[Piece]:
    """A mark of tracked changes: where text was removed, or where an insertion begins or ends."""
    id_ = change.get(TEXT + "change-id", "")
    if change.tag == TEXT + "change-end":
        desk.added.discard(id_)
    elif change.tag == TEXT + "change-start":
        desk.added.add(id_)
    elif id_ in desk.removed:
        yield Piece(desk.removed[id_], change=Change.REMOVED, size=setting.size)


def inside(element: Element, setting: Setting, desk: OdtDesk) -> Setting:
    """The setting that holds inside an element."""
    if element.tag in HIDDEN_FIELDS:
        return setting._replace(hidden=setting.hidden or is_on(element))
    if element.get(TEXT + "display") == "none":  # a field that only sets what others show
        return setting._replace(hidden=True)
    if element.tag != TEXT + "span":
        return setting
    name, styles = element.get(TEXT + "style-name"), desk.styles
    return setting._replace(
        symbol=styles.is_symbol("text", name) if styles.names_font(name) else setting.symbol,
        unshown=either(styles.is_hidden("text", name), setting.unshown),
        size=styles.size("text", name) or setting.size,
        raised=either(styles.is_raised("text", name), setting.raised),
        struck=either(styles.is_struck("text", name), setting.struck),
        ink=ink_of("text", name, styles) if styles.names_colour(name) else setting.ink,
        ground=ground_of("text", name, styles) or setting.ground,
    )


def is_hidden(setting: Setting) -> bool:
    """Whether text in this setting is not on the page."""
    return setting.hidden or setting.unshown


def either(own: bool | None, around: bool) -> bool:
    """What a span says itself, else what holds around it."""
    return around if own is None else own


def is_on(field: Element) -> bool:
    """Whether a field hides its text at present."""
    return field.get(TEXT + "is-hidden") == "true"
