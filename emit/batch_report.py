"""Outcomes of many documents → JSON: which were converted, which were skipped, and why the others failed.

The same outcomes give the same bytes: documents stand in the order of their paths, there is no clock in it, and
messages are there in both languages. Not here: the catalogues themselves, which are in their own exports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from emit.as_json import to_json_bytes
from emit.json_document import JsonMessage, StableCode, Written, writable
from emit.schema import BATCH_SCHEMA, BatchSchemaName
from transform.errors import CatalogusError, ExportDiffers
from transform.outcome import Outcome, State

FromNought: TypeAlias = Annotated[int, Meta(ge=0)]


class JsonCauseCount(Written, frozen=True, kw_only=True):
    """How many documents failed by one cause."""

    cause: StableCode
    count: FromNought


class JsonBatchSummary(Written, frozen=True, kw_only=True):
    """How many documents there are, by what came of them; the most frequent cause first."""

    documents: FromNought
    done: FromNought
    skipped: FromNought
    failed: FromNought
    causes: tuple[JsonCauseCount, ...]


class JsonOutcome(Written, frozen=True, kw_only=True):
    """One document. ``cause`` and ``message`` are None unless it failed."""

    file: str
    state: State
    sha256: str | None
    exports: tuple[str, ...]
    competences: FromNought
    indicators: FromNought
    warnings: FromNought
    cause: StableCode | None
    message: JsonMessage | None


class JsonBatch(Written, frozen=True, kw_only=True):
    """The file; ``complete`` is whether every document was looked at, which it was not when somebody stopped it."""

    schema: BatchSchemaName
    version: str
    complete: bool
    summary: JsonBatchSummary
    documents: tuple[JsonOutcome, ...]


def outcomes_to_causes(outcomes: Iterable[Outcome]) -> list[tuple[str, int]]:
    """Each cause and how many documents failed by it: the most frequent first, then by name."""
    counts = Counter(str(outcome.error.cause) for outcome in outcomes if outcome.error is not None)
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def outcomes_to_json(
    outcomes: Sequence[Outcome], version: str, messages: Callable[[CatalogusError, str], str], *, complete: bool
) -> bytes:
    """UTF-8, indented by two, a line end last; ``messages(error, "nl" or "en")`` makes the sentences.

    Raises ExportDiffers if the bytes do not read back.
    """
    written = JsonBatch(
        schema=BATCH_SCHEMA,
        version=version,
        complete=complete,
        summary=_summary(outcomes),
        documents=tuple(_outcome(outcome, messages) for outcome in sorted(outcomes, key=lambda each: each.source)),
    )
    data = to_json_bytes(written)
    if msgspec.json.decode(data, type=JsonBatch) != written:
        raise ExportDiffers(format="json", difference="documenten")
    return data


def _summary(outcomes: Sequence[Outcome]) -> JsonBatchSummary:
    states = Counter(outcome.state for outcome in outcomes)
    return JsonBatchSummary(
        documents=len(outcomes),
        done=states[State.DONE],
        skipped=states[State.SKIPPED],
        failed=states[State.FAILED],
        causes=tuple(JsonCauseCount(cause=cause, count=count) for cause, count in outcomes_to_causes(outcomes)),
    )


def _outcome(outcome: Outcome, messages: Callable[[CatalogusError, str], str]) -> JsonOutcome:
    error = outcome.error
    return JsonOutcome(
        file=writable(outcome.source),
        state=outcome.state,
        sha256=outcome.sha256,
        exports=tuple(map(writable, outcome.exports)),
        competences=outcome.competences,
        indicators=outcome.indicators,
        warnings=outcome.warnings,
        cause=None if error is None else str(error.cause),
        message=None if error is None else _in_both(error, messages),
    )


def _in_both(error: CatalogusError, messages: Callable[[CatalogusError, str], str]) -> JsonMessage:
    return JsonMessage(nl=writable(messages(error, "nl")), en=writable(messages(error, "en")))
