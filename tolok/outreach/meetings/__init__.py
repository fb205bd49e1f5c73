"""Workshop, invitation, socialisation: who was asked, who came, what was said (KT2–KT4.i, JW1, JW8, JW9)."""
