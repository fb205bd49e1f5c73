"""The SOP as a program: its diagram is read, checked, run, and worked off task by task."""
