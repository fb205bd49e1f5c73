"""Invented procurement years in the shape of ISB files, with the truth beside them.

    Order ──► Agency (agencies.py) ──► YearFacts: what truly happened (years.py)
                                           │
                     tables/: facts as ISB publishes them, awkward forms included
                                           │
                     quirks/: known shares of the errors real files hold ──► Truth (truth.py)
                                           │
                                       writing.py

Everything is invented. Persons, companies, bodies and numbers cannot be real ones: agencies
have codes from D900, tax numbers begin with 99, civil servants were born before 1900.
The same order gives the same bytes: every stream of chance is seeded by name (dice.py) and
nothing looks at a clock.
"""
