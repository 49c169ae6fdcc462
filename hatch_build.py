"""Compile the message catalogues when evc is built or installed: every .po of a language into one messages.mo."""

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path(__file__).parent / "src" / "evc" / "locale"


def compile_catalogues(locale: Path = LOCALE) -> None:
    """Write ``messages.mo`` beside the .po files of each language; a key that stands twice is an error."""
    for folder in sorted(path for path in locale.iterdir() if path.is_dir()):
        merged = Catalog(locale=folder.name, charset="utf-8")
        for source in sorted(folder.glob("*.po")):
            with source.open("rb") as stream:
                for message in read_po(stream, locale=folder.name, abort_invalid=True):
                    if message.id and message.id in merged:
                        raise ValueError(f"{source.name} of {folder.name} repeats the message {message.id!r}")
                    if message.id:
                        merged[message.id] = message
        compiled = BytesIO()
        write_mo(compiled, merged)
        (folder / "messages.mo").write_bytes(compiled.getvalue())


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg] # hatchling's generic is for its own configs
    """Runs before a wheel or an editable install is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and add the result, which git ignores, to the wheel."""
        del version
        compile_catalogues()
        build_data["artifacts"].append("src/evc/locale/*/messages.mo")


if __name__ == "__main__":
    compile_catalogues()
