"""The year begins with an assignment: the surat tugas (F1) to the Koordinator (KT1.i)."""
