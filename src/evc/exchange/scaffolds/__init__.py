"""Files to start from: commented and valid, so that a person only fills in.

The structure of a file stands in the templates beside this module or in its builder; every word that a person reads
comes from the locale.
"""

from evc.exchange.scaffolds.assessment import assessment
from evc.exchange.scaffolds.portfolio import portfolio
from evc.exchange.scaffolds.programme import Beside, beside, programme, rubric
from evc.exchange.scaffolds.theme import theme

__all__ = ["Beside", "assessment", "beside", "portfolio", "programme", "rubric", "theme"]
