"""The help of commands, in the language in which the command speaks.

Its words are in the catalogue: `[commands]` says what a command does, `[parameters]` what an
argument or option means, `[values]` what stands for it. A name such as `export_paths` is that
parameter of that command alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from recoupe.cli.speak import find_words, speak

_Function = TypeVar("_Function", bound=Callable[..., Any])

# The commands as somebody meets them; each stands in one group.
GROUPS = {
    "first": ("demo", "serve", "report"),
    "desk": (
        *("add", "import", "fetch", "feeds", "stories", "show", "search", "export"),
        *("decisions", "undo"),
    ),
    "care": ("retell", "verify", "backup", "doctor"),
    "files": (
        *("dossier", "explain", "read", "clean", "annotate", "trace", "group", "align"),
        "compare",
    ),
    "programs": ("mcp", "check-language"),
}


class HelpCommand(TyperCommand):
    """A command whose help comes from the catalogue."""

    def get_params(self, ctx: Any) -> Any:
        """Its parameters; arguments are called in errors as they are in the help."""
        shown = super().get_params(ctx)
        for parameter in shown:
            if parameter.param_type_name == "argument":
                parameter.metavar = _find("values", parameter, ctx)
        return shown

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        _write_usage(self, ctx, formatter)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the command."""
        _write_head(self, ctx, formatter)
        _write_parameters(self, ctx, formatter)


class HelpGroup(TyperGroup):
    """A command with commands of its own, whose help comes from the catalogue."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        _write_usage(self, ctx, formatter)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the command, and a line for each of its commands."""
        _write_head(self, ctx, formatter)
        _write_parameters(self, ctx, formatter)
        groups = GROUPS if ctx.parent is None else {"own": tuple(self.commands)}
        for group, names in groups.items():
            rows = [
                (name, speak(f"commands.{_name_command(ctx, name)}"))
                for name in names
                if name in self.commands
            ]
            _write_section(group, rows, formatter)


class HelpTyper(typer.Typer):
    """An application whose commands take their help from the catalogue."""

    def command(  # type: ignore[override]
        self, name: str, **options: Any
    ) -> Callable[[_Function], _Function]:
        """Register a command under a name."""
        return super().command(name, cls=HelpCommand, **options)


def _name_command(ctx: Any, name: str = "") -> str:
    """The name of a command in the catalogue: « feeds_add », « check_language », « recoupe »."""
    path = [] if ctx.parent is None else _name_command(ctx.parent).split("_")
    path = [part for part in path if part != "recoupe"]
    own = [] if ctx.parent is None else [str(ctx.info_name)]
    words = [*path, *own, *([name] if name else [])]
    return "_".join(words).replace("-", "_") or "recoupe"


def _write_section(heading: str, rows: list[tuple[str, str]], formatter: Any) -> None:
    """Rows under a heading of the catalogue; nothing where there are none."""
    if rows:
        formatter.write_paragraph()
        formatter.write(speak(f"help.{heading}") + "\n")
        with formatter.indentation():
            formatter.write_dl(rows)


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = [speak("help.usage_options"), *_list_arguments(command, ctx)]
    if isinstance(command, TyperGroup):
        pieces.append(speak("help.usage_command"))
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=speak("help.usage") + " ")


def _write_head(command: Any, ctx: Any, formatter: Any) -> None:
    """How the command is called, and what it does."""
    _write_usage(command, ctx, formatter)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(speak(f"commands.{_name_command(ctx)}"))


def _write_parameters(command: Any, ctx: Any, formatter: Any) -> None:
    shown = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    for kind in ("argument", "option"):
        rows = [
            (_name_parameter(p, ctx), _describe(p, ctx)) for p in shown if p.param_type_name == kind
        ]
        _write_section(f"{kind}s", rows, formatter)


def _list_arguments(command: Any, ctx: Any) -> Iterator[str]:
    """The arguments as they stand in a call: « FORMAT [CHEMIN…] »."""
    for parameter in command.get_params(ctx):
        if parameter.param_type_name == "argument":
            named = _name_parameter(parameter, ctx) + ("…" if parameter.nargs == -1 else "")
            yield named if parameter.required else f"[{named}]"


def _name_parameter(parameter: Any, ctx: Any) -> str:
    """« -o, --output FICHIER », « FICHIER » or « --json »."""
    is_option = parameter.param_type_name == "option"
    names = ", ".join([*sorted(parameter.opts, key=len), *parameter.secondary_opts])
    if is_option and (parameter.is_flag or parameter.name == "help"):
        return names
    value = _find("values", parameter, ctx)
    return f"{names} {value}" if is_option else value


def _describe(parameter: Any, ctx: Any) -> str:
    """What a parameter means, with its default."""
    words = _find("parameters", parameter, ctx)
    default = parameter.default
    default = default.value if isinstance(default, Enum) else default
    if parameter.param_type_name == "argument" or default is None or default is False:
        return words
    return f"{words} {speak('help.default', value=str(default))}"


def _find(section: str, parameter: Any, ctx: Any) -> str:
    """What the catalogue has for a parameter: of this command, else of all."""
    own = f"{_name_command(ctx)}_{parameter.name}"
    name = own if own in find_words(section) else parameter.name
    return speak(f"{section}.{name}")
