"""Marks in a view, one for each verdict and each reason, by which is seen whether a page says them."""

from typing import Any

Said = tuple[str, str]


def marked(view: Any) -> dict[str, Said]:  # noqa: ANN401 - the plain data of an `AdviceView`
    """Put the marks into the view, which is changed; each with what it stands for: its kind, and what it says."""
    pen = _Pen()
    for unit in view["page_one"]["units"]:
        pen.unit(unit)
    for outcome in view["outcomes"]:
        pen.outcome(outcome)
    for row in (row for group in view["glance"]["groups"] for row in group["rows"]):
        pen.word(row["badge"], "outcome", row["key"])
        for cell in row["cells"]:
            pen.word(cell["badge"], "criterion", cell["key"])
    return pen.marks


class _Pen:
    """Puts marks; what is said in two places has the same one, so that either place will do."""

    def __init__(self) -> None:
        self.marks: dict[str, Said] = {}
        self._names: dict[tuple[str, str], str] = {}

    def unit(self, unit: Any) -> None:  # noqa: ANN401
        """A unit of page one: what is advised, why, and its outcomes."""
        self.word(unit["badge"], "unit", unit["id"])
        for number in range(len(unit["lines"])):
            self._mark(unit["lines"], number, "reason", f"{unit['id']} {number + 1}")
        for outcome in (each for each in unit["outcomes"] if each["key"]):
            self.word(outcome["badge"], "outcome", outcome["key"])

    def outcome(self, outcome: Any) -> None:  # noqa: ANN401
        """A section about an outcome: its verdict and why, and those of its criteria."""
        self.word(outcome["badge"], "outcome", outcome["key"])
        self._mark(outcome, "because", "reason", outcome["key"])
        told = {motive["id"]: motive for motive in outcome["motives"]}
        for criterion in outcome["criteria"]:
            self.word(criterion["badge"], "criterion", criterion["key"])
            if criterion["reasons"]:
                self._mark(criterion["reasons"], 0, "reason", criterion["key"])
                if criterion["id"] in told:
                    self._mark(told[criterion["id"]], "text", "reason", criterion["key"])

    def word(self, badge: Any, kind: str, about: str) -> None:  # noqa: ANN401
        """A verdict."""
        if badge:
            self._mark(badge, "word", kind, about)

    def _mark(self, holder: Any, key: str | int, kind: str, about: str) -> None:  # noqa: ANN401
        text = holder[key]
        if text:
            name = self._names.setdefault((kind, about), f"evcmark{len(self._names)}x")
            self.marks.setdefault(name, (kind, f"{about.removeprefix('outcome/')}: {text}"))
            holder[key] = f"{text} {name}"
