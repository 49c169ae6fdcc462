"""Rules and provenance: by which rules, from which files, and how anyone can make this advice again."""

from collections.abc import Iterator
from dataclasses import dataclass

from evc.reporting.names import Names
from evc.reporting.view.common import Link, Stage, source_key, stage, web_address
from evc.reporting.view.identity import hash_groups


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that was used, with its SHA-256 in groups that a person can compare; no groups when it is missing."""

    path: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A law or regulation that the rules refer to."""

    key: str
    id: str
    title: str
    citation: Link


@dataclass(frozen=True, slots=True)
class Provenance:
    """How the advice came about."""

    rules: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    found: str
    command: str
    files_caption: str
    files: tuple[FileRow, ...]
    digest: tuple[str, ...]


def provenance(names: Names, digest: str, version: str) -> Provenance:
    """The rules that applied here and the files they were applied to."""
    advice, say = names.advice, names.language.say
    return Provenance(
        rules=tuple(_rules(names)),
        sources=tuple(_sources(names)),
        found=say(f"found.{advice.provenance.rubrics}"),
        command=f"evc verify {say('provenance.advice-file')}.json {say('provenance.dossier')}/",
        files_caption=say("provenance.files", {"version": version}),
        files=tuple(FileRow(each.path, hash_groups(each.sha256)) for each in advice.provenance.inputs),
        digest=hash_groups(digest),
    )


def _rules(names: Names) -> Iterator[str]:
    """How this programme decides, with its own numbers and levels."""
    programme, language = names.advice.programme, names.language
    level = {"level": names.level(programme.scale.pass_level)}
    if stage(names.advice) is Stage.EVIDENCE_ONLY:
        yield language.say("provenance.rule.criterion.evidence-only")
    else:
        yield language.say_count("provenance.rule.criterion", programme.assessors, level)
    yield language.say("provenance.rule.outcome")
    yield language.say("provenance.rule.unit")
    if programme.maximum is not None:
        yield _maximum(names)


def _maximum(names: Names) -> str:
    maximum = names.advice.programme.maximum
    values = {"maximum": names.amount(maximum.credits) if maximum else ""}
    if maximum is None or maximum.source is None:
        return names.language.say("provenance.rule.maximum", values)
    return names.language.say("provenance.rule.maximum.source", {**values, "source": names.source(maximum.source)})


def _sources(names: Names) -> Iterator[SourceRow]:
    for source in names.advice.programme.sources:
        url = web_address(source.url)
        citation = names.text(source.citation) if source.citation else source.url or ""
        yield SourceRow(source_key(source.id), source.id, names.text(source.title), Link(citation, url=url))
