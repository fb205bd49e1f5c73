"""The store of kept files, as this room and those above call it."""

from tolok.store import folder, hash_of, keep_chunks, keep_file, kept_file, put_in_place

__all__ = ["folder", "hash_of", "keep_chunks", "keep_file", "kept_file", "put_in_place"]
