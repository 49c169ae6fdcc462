"""The overview of a batch, for a committee: a page for the browser, a workbook and a table, all from `results.jsonl`.

Rows are read one by one and told once (`told`); each format lays out what is told. The same results in the same
language give the same bytes.
"""
