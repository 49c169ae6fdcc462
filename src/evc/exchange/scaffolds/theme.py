"""A house style to start from."""

from evc.exchange.scaffolds.comments import filled
from evc.language import Language


def theme(language: Language) -> str:
    """A theme.yml in which only the institution's name is filled in; the rest stands ready in comments."""
    return "".join(f"{line}\n" for line in filled("theme", language, {"language": language.code}))
