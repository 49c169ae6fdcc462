"""Whether an advice follows from its inputs: what the two advices differ in, as data."""

from evc.model.value import value


@value
class Difference:
    """One fact that is otherwise: by the ids and keys that lead to it, as ``units/LU-PED/advice``; None: not there."""

    at: str
    stated: str | None
    made: str | None


@value
class Verification:
    """An advice beside the one that its inputs give now.

    `seal` is the digest that the file states, `sealed` the digest of what the file holds, `made` the digest of what
    the inputs give. `stated_by` and `made_by` are the versions of evc. `words` are titles and sentences that read
    otherwise: another version or language may write them so, and no digest covers them.
    """

    seal: str
    sealed: str
    made: str
    stated_by: str | None
    made_by: str
    inputs: tuple[Difference, ...]
    verdicts: tuple[Difference, ...]
    others: tuple[Difference, ...]
    words: tuple[Difference, ...]

    @property
    def untouched(self) -> bool:
        """Whether the file holds what its own digest says."""
        return self.seal == self.sealed

    @property
    def same(self) -> bool:
        """Whether the file is untouched, and its inputs give it again."""
        return self.seal == self.sealed == self.made
