"""The advice in Word: page one, the request, at a glance, and an account of each outcome (REPORTS §2.2)."""

from collections.abc import Sequence

from scripts.word import appendices
from scripts.word.blocks import Block, Paragraph, Table, each, p, r, row, table, when
from scripts.word.shared import BAR, badge, facts, footer, masthead, paragraphs, phrase, sentences

FOOT = footer("v")

PAGE_ONE: tuple[Block, ...] = (
    *masthead("v"),
    p("EVCkicker", "{{ v.t.kicker }}"),
    p("Heading1", "{{ v.page_one.heading }}"),
    facts("v.page_one.facts"),
    p("EVCanswer", "{{ v.page_one.headline }}"),
    when(
        "v.page_one.bar",
        p("EVCbar", BAR),
        p(
            "EVClegend",
            each(
                "part in v.page_one.bar.parts",
                r("{{ part.swatch }} "),
                r("{{ part.amount }}", "Strong"),
                r(" {{ part.word }}\u2003"),
            ),
        ),
    ),
    p("Caption", "{{ v.page_one.units_caption }}"),
    table(
        "{{ v.page_one.units_caption }}",
        (
            (4430, "{{ v.t.units_and_outcomes }}"),
            (3808, "{{ v.page_one.answer_heading }}"),
            (1400, "{{ v.t.credits }}"),
        ),
        each(
            "unit in v.page_one.units",
            row(
                (
                    p("EVCcell", *phrase("unit.title", "Strong"), r("  {{ unit.id }}", "EVCmuted")),
                    each("o in unit.outcomes", p("EVCcellsmall", *phrase("o.title"), ": ", badge("o.badge"))),
                ),
                (
                    p("EVCcell", r("{% if unit.badge %}{{ unit.badge.shown }}{% endif %}")),
                    each("line in unit.lines", p("EVCcellsmall", "{{ line }}")),
                ),
                p("EVCcellright", "{{ unit.credits }}"),
                whole=True,
            ),
        ),
        when(
            "v.page_one.total",
            row(
                p("EVCcell", r("{{ v.t.total }}", "Strong")),
                p("EVCcell"),
                p("EVCcellright", r("{{ v.page_one.total }}", "Strong")),
                whole=True,
            ),
        ),
        numeric=(2,),
    ),
    when(
        "v.page_one.turns",
        p("EVCheading2small", "{{ v.page_one.turns_heading }}"),
        each("turn in v.page_one.turns", p("ListBullet", r("{{ turn.link.text }}", "Strong"), ". {{ turn.text }}")),
        when("v.page_one.more_turns", p("Normal", "{{ v.page_one.more_turns }}")),
    ),
    when(
        "v.page_one.conditions",
        p("EVCheading2small", "{{ v.t.conditions }}"),
        each("condition in v.page_one.conditions", p("ListBullet", "{{ condition }}")),
    ),
)

REQUEST: tuple[Block, ...] = (
    p("Heading2", "{{ v.t.request }}"),
    p("Normal", sentences("v.request")),
    when("v.goal", p("Heading3", "{{ v.t.goal }}"), paragraphs("Quote", "v.goal")),
)

_SEEN = (
    (
        p("EVCcell", *phrase("row.title", "Strong")),
        p("EVCcellsmall", r("{{ group.title.text }}", "EVCmuted"), r(" · {{ group.note }}", "EVCmuted")),
    ),
    p("EVCcell", each("cell in row.cells", r("{{ cell.shown }}"), r("  "))),
    p("EVCcell", "{{ row.coverage }}"),
)


def _matrix(columns: Sequence[tuple[int, str]], *cells: Paragraph | tuple[Paragraph, ...]) -> Table:
    """Every outcome with its criteria, unit by unit."""
    rows = each("group in v.glance.groups", each("row in group.rows", row(*cells, whole=True)))
    return table("{{ v.t.matrix_caption }}", columns, rows)


GLANCE: tuple[Block, ...] = (
    p("Heading2", "{{ v.t.at_a_glance }}"),
    p("Normal", "{{ v.glance.intro }}"),
    when(
        "v.judged",
        p("Normal", each("b in v.glance.legend", badge("b"), r("\u2003"))),
        _matrix(
            (
                (3260, "{{ v.t.outcome }}"),
                (3378, "{{ v.t.criteria }}"),
                (1200, "{{ v.t.coverage }}"),
                (1800, "{{ v.t.verdict }}"),
            ),
            *_SEEN,
            p("EVCcell", badge("row.badge")),
        ),
    ),
    when(
        "not v.judged",
        _matrix(
            ((3260, "{{ v.t.outcome }}"), (4878, "{{ v.t.criteria }}"), (1500, "{{ v.t.coverage }}")),
            *_SEEN,
        ),
    ),
)

_CRITERION = (
    p("EVCcell", r("{{ c.id }}", "Strong"), " ", *phrase("c.title")),
    when("c.note", p("EVCcellsmall", r("{{ c.note }}", "EVCmuted"))),
)
_COUNTING = (
    each("e in c.evidence", p("EVCcell", r("{{ e.id }}", "Strong"), " {{ e.title }}")),
    when("not c.evidence", p("EVCcell", "{{ v.t.nothing }}")),
)
_RATINGS = (
    each(
        "level in c.levels",
        p(
            "EVCcell",
            r("{{ level.who }}  ", "EVCmuted"),
            r("{% if level.first %}{{ level.first }} → {% endif %}"),
            when("level.below", r("{{ level.level }}", "EVCbelow")),
            when("not level.below", r("{{ level.level }}")),
        ),
    ),
)

CRITERIA: tuple[Block, ...] = (
    p("Caption", "{{ v.t.criteria_caption }}"),
    when(
        "o.assessors",
        table(
            "{{ v.t.criteria_caption }}: {{ o.title.text }}",
            (
                (2900, "{{ v.t.criterion }}"),
                (3000, "{{ v.t.counting_evidence }}"),
                (2000, "{{ v.t.ratings }}"),
                (1738, "{{ o.verdict_heading }}"),
            ),
            each("c in o.criteria", row(_CRITERION, _COUNTING, _RATINGS, p("EVCcell", badge("c.badge")))),
        ),
    ),
    when(
        "not o.assessors",
        table(
            "{{ v.t.criteria_caption }}: {{ o.title.text }}",
            ((3600, "{{ v.t.criterion }}"), (4000, "{{ v.t.counting_evidence }}"), (2038, "{{ o.verdict_heading }}")),
            each("c in o.criteria", row(_CRITERION, _COUNTING, p("EVCcell", badge("c.badge")))),
        ),
    ),
)

MOTIVES: tuple[Block, ...] = (
    when("o.motives or o.plain_motive", p("Heading4", "{{ v.t.why }}")),
    each(
        "m in o.motives",
        p("Normal", r("{{ m.id }}", "Strong"), " {{ m.text }}"),
        each(
            "remark in m.remarks",
            p("EVCremarkby", r("{{ remark.who }} · {{ remark.detail }}", "Strong")),
            paragraphs("EVCremark", "remark.paragraphs"),
        ),
    ),
    when("o.plain_motive", p("Normal", "{{ o.plain_motive }}")),
)

RULES: tuple[Block, ...] = (
    when(
        "o.rules",
        p("Caption", "{{ v.t.rules_caption }}"),
        table(
            "{{ v.t.rules_caption }}: {{ o.title.text }}",
            (
                (1600, "{{ v.t.rule }}"),
                (2700, "{{ v.t.required }}"),
                (2500, "{{ v.t.found }}"),
                (1300, "{{ v.t.evidence }}"),
                (1538, "{{ v.t.verdict }}"),
            ),
            each(
                "x in o.rules",
                row(
                    p("EVCcell", r("{{ x.name }}", "Strong")),
                    p("EVCcell", "{{ x.required }}"),
                    p("EVCcell", "{{ x.found }}"),
                    p("EVCcell", "{{ x.evidence }}"),
                    p("EVCcell", badge("x.badge")),
                ),
            ),
        ),
    ),
    when(
        "o.item_rows",
        p("Caption", "{{ v.t.items_caption }}"),
        table(
            "{{ v.t.items_caption }}: {{ o.title.text }}",
            ((3000, "{{ v.t.item }}"), (1500, "{{ v.t.counts }}"), (5138, "{{ v.t.reason }}")),
            each(
                "x in o.item_rows",
                row(
                    p("EVCcell", r("{{ x.item.id }}", "Strong"), " {{ x.item.title }}"),
                    p("EVCcell", badge("x.badge")),
                    p("EVCcell", "{{ x.text }}"),
                ),
            ),
        ),
        when("o.other_items", p("EVCmeta", "{{ o.other_items }}")),
    ),
)

OUTCOMES: tuple[Block, ...] = (
    p("Heading2", "{{ v.t.per_outcome }}"),
    each(
        "o in v.outcomes",
        p(
            "Heading3",
            *phrase("o.title"),
            r("{% if o.badge %}\u2003{% endif %}"),
            r("{% if o.badge %}{{ o.badge.shown }}{% endif %}"),
        ),
        p(
            "EVCmeta",
            "{{ o.unit }} · {% for source in o.sources %}{{ source.text }} · {% endfor %}"
            "{{ o.rubric }} · {{ o.coverage }}",
        ),
        paragraphs("EVCstatement", "o.statement_paragraphs"),
        when("o.statement.mark", p("EVCmeta", "{{ o.statement.mark }}")),
        p("Normal", r("{{ o.because }}", "Strong"), "{% for sentence in o.because_more %} {{ sentence }}{% endfor %}"),
        *CRITERIA,
        *MOTIVES,
        *RULES,
        when(
            "o.missing",
            p("Heading4", "{{ v.t.missing }}"),
            each("change in o.missing", p("ListBullet", "{{ change }}")),
            p("Normal", "{{ o.missing_after }}"),
        ),
        when("o.account", p("Heading4", "{{ v.t.account }}"), paragraphs("Quote", "o.account")),
    ),
)

BODY: tuple[Block, ...] = (
    *PAGE_ONE,
    *REQUEST,
    when("v.outcomes", *GLANCE, *OUTCOMES),
    *appendices.BODY,
)
