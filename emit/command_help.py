"""Help texts of commands in the user's language: click's own classes, whose ``help`` is translated when read.

click takes help texts when a module is imported, before anybody knows which language is wanted. Here ``help``
stays English until it is shown; the language is the ``obj`` of the context that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from emit.language import LANGUAGES, translated
from emit.marking import USAGE_PIECES
from emit.streams import document_stream
from transform.errors import CatalogusError, Interrupted, Usage

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _SpokenHelp:
    """Keeps the English of ``help`` and gives the translation; outside any command it gives the English."""

    _english: str | None = None

    @property
    def help(self) -> str | None:
        context = click.get_current_context(silent=True)
        if context is None or not self._english:
            return self._english
        return translated(self._english, context.obj)

    @help.setter  # noqa: A003 - the property above, not the builtin
    def help(self, text: str | None) -> None:
        self._english = text


def print_and_exit(context: click.Context, text: str) -> NoReturn:
    """End the command with ``text`` on standard output."""
    with document_stream() as stream:
        stream.write(f"{text}\n".encode())
    context.exit()


def print_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """What ``--version`` does."""
    if asked and not context.resilient_parsing:
        from importlib.metadata import version

        print_and_exit(context, f"catalogus {version('catalogus')}")


def _print_help(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        print_and_exit(context, context.get_help())


class _SpokenPage(_SpokenHelp, click.Command):
    """A help page in the user's language, printed as any other document."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """click's own ``--help``, which prints through ``document_stream``."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _print_help
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line; names of arguments stay as they are."""
        pieces = super().collect_usage_pieces(ctx)
        return [translated(piece, ctx.obj) if piece in USAGE_PIECES else piece for piece in pieces]


class SpokenOption(_SpokenHelp, click.Option):
    """An option with a translated help text."""


class SpokenArgument(_SpokenHelp, click.Argument):
    """An argument with a translated help text."""


class SpokenCommand(_SpokenPage):
    """A command with a translated help page."""


class SpokenGroup(_SpokenPage, click.Group):
    """A group of commands with a translated help page."""

    command_class = SpokenCommand


def option(*names: str, text: str, **settings: Any) -> Callable[[_Command], _Command]:
    """An option whose help ``text`` is shown in the user's language."""
    return click.option(*names, cls=SpokenOption, help=text, **settings)


def argument(name: str, text: str, **settings: Any) -> Callable[[_Command], _Command]:
    """An argument whose help ``text`` is shown in the user's language."""
    return click.argument(name, cls=SpokenArgument, help=text, **settings)


def path_type() -> click.Path:
    """Any path: whether it exists and may be used is for the stages to say, each with its own cause."""
    return click.Path(path_type=Path, allow_dash=True)


def usage(text: str, language: str, **facts: object) -> Usage:
    """The error for a call that click takes but that means nothing."""
    return Usage(fault=translated(text, language, **facts))


def language_given(arguments: Sequence[str]) -> str | None:
    """The value of ``--lang``, looked up before click parses, so that its own complaints are in that language."""
    for position, word in enumerate(arguments):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if name == "--lang":
            value = value if equals else "".join(arguments[position + 1 : position + 2])
            return value if value in LANGUAGES else None
    return None


def as_failure(error: BaseException) -> CatalogusError:
    """Any expected exception as one of this house."""
    if isinstance(error, CatalogusError):
        return error
    if isinstance(error, click.ClickException):
        return Usage(fault=" ".join(error.format_message().split()))
    return Interrupted()
