"""Flowcharts of procedures as Permenpan-RB 35/2012 prints them, drawn from a list of steps.

`steps.py` is what is known; `pages.py` places it on pages; `routes.py` says what is drawn in which
cell; `shapes.py` and `table.py` make WordprocessingML of it, `picture.py` the fallback picture.
Lengths are whole numbers of 0.01 cm, so that the layout can pass as plain facts.
"""
