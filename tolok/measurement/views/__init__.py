"""The pages of this room, one module for each thing they are about."""
