"""Documents: one folder each, poured from frozen facts into a Word template; they never query.

A folder `f05_supplier_performance/` holds `__init__.py` (the facts and `DOCUMENT`), `template.py`
and the `template.docx` it makes, `example.json`, `expected.txt` and, where there is one,
`workbook.py` or `slides.py`. How to add one: docs/how-to/add-a-document.md.
"""
