"""The threats to trust of threats.md, each with the test it gets.

T16 forged forms, clickjacking    tests/permissions/test_hostile_requests.py
T17 open redirect, SSRF           test_t17_addresses_from_outside.py; messages/tests/test_guard.py
T18 steps skipped, own approval   test_t18_the_way_of_the_sop.py; tests/races/;
                                  planning/tests/test_deciding.py (what was changed after reading)
T19 back-dating                   test_t19_midnight.py; cycle/tests/test_periods.py
T24 rights after a transfer       test_t24_after_the_transfer.py; people/tests/test_end_office.py
T25 guessing, poisoned host       test_t25_guessing.py; people/tests/test_sign_in.py (text, time)
T26 sessions, the shared computer test_t26_the_shared_computer.py; people/tests/test_sessions.py;
                                  no page is kept: tests/permissions/test_hostile_requests.py
T27 mass assignment               tests/permissions/test_hostile_requests.py
"""
