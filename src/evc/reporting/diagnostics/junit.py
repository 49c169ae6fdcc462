"""Problems as JUnit XML, which most build servers show: a suite a file, a case a problem.

An error is a failure. A warning or a note fails nothing, as it does not for `evc check` itself, and is told as output
of its case. A file without problems is one case that passed.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from evc.diagnostics import Diagnostic, Severity
from evc.language import Language
from evc.reporting.diagnostics.shown import choose, omitted_lines, path, place
from evc.reporting.diagnostics.summary import summary
from evc.reporting.diagnostics.words import message, message_with_hint
from evc.reporting.show import show


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, bytes], language: Language) -> str:
    """One document; the counts of suites and of the whole are those of what is shown."""
    shown = choose(diagnostics)
    by_file: dict[str, list[Diagnostic]] = {file: [] for file in sorted(sources)}
    for each in shown.diagnostics:
        by_file.setdefault(each.problem.file, []).append(each)
    root = Element("testsuites", name="evc check")
    for file, found in by_file.items():
        _suite(root, file, found, language)
    suites = list(root)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    if shown.omitted:
        _omitted(root, [*omitted_lines(shown, language), summary(diagnostics, len(sources), language)])
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _suite(root: Element, file: str, found: Sequence[Diagnostic], language: Language) -> None:
    name = _legal(show(path(file)))
    failures = sum(each.severity is Severity.ERROR for each in found)
    counts = {"tests": str(max(1, len(found))), "failures": str(failures), "errors": "0"}
    suite = SubElement(root, "testsuite", {"name": name, **counts, "file": name})
    if not found:
        SubElement(suite, "testcase", name="evc check", classname=name)
    for each in found:
        _case(suite, name, each, language)


def _case(suite: Element, file: str, diagnostic: Diagnostic, language: Language) -> None:
    problem, spot = diagnostic.problem, diagnostic.spot
    case = SubElement(suite, "testcase", name=f"{problem.code} {spot.line}:{spot.column}", classname=file)
    told = f"{place(diagnostic)}: {problem.code} {message_with_hint(problem, language)}"
    if diagnostic.severity is Severity.ERROR:
        SubElement(case, "failure", type=problem.code, message=_legal(message(problem, language))).text = _legal(told)
    else:
        severity = language.say(f"severity.{diagnostic.severity.value}")
        SubElement(case, "system-out").text = _legal(f"{severity}: {told}")


def _omitted(root: Element, lines: Sequence[str]) -> None:
    """What was left out, as the output of a suite that tests nothing."""
    suite = SubElement(root, "testsuite", name="evc check", tests="0", failures="0", errors="0")
    SubElement(suite, "system-out").text = _legal("\n".join(lines))


def _legal(text: str) -> str:
    """Text that XML can carry: the two characters that are none (U+FFFE, U+FFFF) are shown as their code points."""
    return text.replace("\ufffe", "<U+FFFE>").replace("\uffff", "<U+FFFF>")
