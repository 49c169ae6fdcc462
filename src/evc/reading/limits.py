"""Every bound of DESIGN §3, with its reason. What is larger is refused, never cut short unseen."""

MAX_FILE_BYTES = 2 * 1024 * 1024
"""A portfolio of a full programme is near 50 KB; forty times that is no portfolio, and read into memory whole."""

MAX_EVIDENCE_BYTES = 200 * 1024 * 1024
"""Evidence is hashed, never parsed: a video of a lesson fits, and a dossier of a hundred items still takes minutes."""

MAX_DEPTH = 32
"""Collections inside one another; the deepest file evc knows needs 8, and code that walks a value may recurse."""

MAX_NODES = 100_000
"""Keys, values and collections of a file together; a rubric has a few hundred, a large portfolio some thousands."""

MAX_KEY_LENGTH = 1_000
"""Code points of a key; an id has at most 64, and libyaml itself allows no more than 1,024 before a colon."""

MAX_LINE_LENGTH = 300
"""Code points of a text of one line: a title, a name, a citation."""

MAX_TEXT_LENGTH = 20_000
"""Code points of a long text: an account of some eight pages, which is more than an assessor will read."""

MAX_PATH_PART_BYTES = 255
"""Bytes of one part of an evidence path, in UTF-8: what the file systems of Linux, macOS and Windows can hold."""

MAX_AMOUNT = 100_000
"""Hours and credits: more than a working life of hours in one item."""

MAX_DECIMALS = 2
"""Decimals of an amount, by its value: 7.50 has one, and a quarter of an hour is 0.25."""

MAX_COMBINING_RUN = 20
"""Combining marks on one letter; no language needs more than a handful, more hides the text around it."""

MAX_PROBLEMS_SHOWN = 100
"""Problems shown of one file; then "and n more", so that a file of another kind does not flood the screen."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years of a date: outside them it is a slip of the pen (0206, 20026), never a fact of a dossier."""

MAX_PROBLEMS_FOUND = 5_000
"""Problems looked for in one file: a bound on memory and time; only a file made to hurt has more."""

MAX_TEMPLATE_BYTES = 256 * 1024
"""One template or style sheet of an institution; evc's own largest is a tenth of that."""

MAX_DOCUMENT_BYTES = 5 * 1024 * 1024
"""A Word document to fill in, with its letterhead."""

MAX_LOGO_BYTES = 256 * 1024
"""A logo stands in every report itself, a third larger than its file; a drawing needs a few KB."""

MAX_HOUSE_FILES = 200
"""Files in the folder of a house style: more is another folder."""
