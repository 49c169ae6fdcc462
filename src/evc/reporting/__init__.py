"""Advice in the form a reader asks for: the view puts it into sentences, the other modules lay it out.

This room knows `evc.model`, `evc.language` and `evc.diagnostics`; how an advice was reached it does not know.
"""
