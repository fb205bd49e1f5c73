"""The circular (F2) goes to every unit, and comes back acknowledged (KT1.vii, JW7)."""
