"""Workshop, invitation, socialisation: asked, come, said (KT2 to KT4.i, JW1, JW8, JW9)."""
