"""The shapes of statuses as masks: a list of a thousand rows loads in half the time that inline drawings take.

They are the shapes of the advice (`templates/parts/shapes.html.j2`), drawn in black where a mask lets colour through.
"""

_LINE = "fill='none' stroke='#000' stroke-width='1.6' stroke-linecap='round'"
_RING = f"<circle {_LINE} cx='8' cy='8' r='6.6'/>"
_SHAPES = {
    "met": "<mask id='m'><path fill='#fff' d='M0 0h16v16H0z'/><path fill='none' stroke='#000' stroke-width='2' "
    "stroke-linecap='round' stroke-linejoin='round' d='M4.4 8.3l2.5 2.6 4.8-5.3'/></mask>"
    "<circle mask='url(#m)' cx='8' cy='8' r='7.2'/>",
    "open": "<circle fill='none' stroke='#000' stroke-width='1.6' stroke-dasharray='2.6 1.9' cx='8' cy='8' r='6.6'/>"
    f"<path {_LINE} d='M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3'/><circle cx='8' cy='11.7' r='1'/>",
    "part": f"{_RING}<path d='M8 1.4a6.6 6.6 0 0 0 0 13.2z'/>",
    "not": f"{_RING}<path {_LINE} d='M5.4 5.4l5.2 5.2m0-5.2l-5.2 5.2'/>",
    "none": f"<path {_LINE} d='M3.5 8h9'/>",
    "err": f"<path {_LINE} stroke-linejoin='round' d='M8 1.6l6.6 12.2H1.4zM8 6v3.6'/><circle cx='8' cy='11.8' r='1'/>",
}


def masks(css: str) -> str:
    """A style sheet with the shapes in the place of their names, as ``@met@``."""
    for name, drawing in _SHAPES.items():
        css = css.replace(f"@{name}@", f'url("{_address(drawing)}")')
    return css


def _address(drawing: str) -> str:
    """A drawing as an address that holds it, so that nothing is fetched."""
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>{drawing}</svg>"
    return "data:image/svg+xml," + svg.replace("<", "%3C").replace(">", "%3E").replace("#", "%23")
