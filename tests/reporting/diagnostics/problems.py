"""Located problems by hand, and the files they are in."""

from evc.diagnostics import Diagnostic, Problem, Severity, Spot, severity_of

PORTFOLIO = """\
format: evc/portfolio@1
claims:
  - outcome: pedagogisch-klimaat
    supports: {P5: [B1, B3], P2: [B3]}
"""
SOURCES = {"verhage/portfolio.yml": PORTFOLIO.encode(), "verhage/consensus.yml": b""}


def diagnostic(
    code: str, line: int, column: int, end: int, file: str = "verhage/portfolio.yml", **data: object
) -> Diagnostic:
    """A problem at a place, with the default severity of its code."""
    problem = Problem(code, file, ("claims", 0), data)  # type: ignore[arg-type] # facts of a test
    return Diagnostic(problem, severity_of(code), Spot(line, column, end))


UNKNOWN = diagnostic("EVC303", 4, 16, 18, id="P5", known=("P1", "P2", "P3"), near="P2")
UNUSED = diagnostic("EVC341", 3, 5, 12, evidence="B9")
EMPTY = diagnostic("EVC317", 1, 1, 1, "verhage/consensus.yml", required=2, found=1)
assert UNUSED.severity is Severity.WARNING
