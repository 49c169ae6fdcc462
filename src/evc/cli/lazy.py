"""Commands that are loaded when they are named: a command that is not run costs nothing (STYLE §2)."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from evc.cli.console import UsageProblem


class LazyCommands(TyperGroup):
    """A group that looks its commands up in `TABLE`: the name a user types → ``module:function``, or a group."""

    TABLE: dict[str, str]

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - the context is that of Typer's own click
        """The names, in the order of the table."""
        return list(self.TABLE)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """The command of a name, loaded now; raises UsageProblem when there is none."""
        if cmd_name not in self.TABLE:
            from evc.reading.near import nearest

            near = nearest(cmd_name, self.TABLE)
            raise UsageProblem("cli.unknown-command", {"command": cmd_name}, (near,) if near else tuple(self.TABLE))
        module, name = self.TABLE[cmd_name].split(":")
        found = getattr(import_module(module), name)
        if isinstance(found, typer.Typer):
            return typer.main.get_group(found)
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=HELP)
        alone.command(cmd_name)(found)
        return typer.main.get_command(alone)


HELP = {"help_option_names": ["-h", "--help"]}
