"""The berita acara of a hand-over of offices (SERAH-TERIMA), from what was recorded."""
