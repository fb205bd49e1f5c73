"""What every page is made of: frame, components, styles, charts, and how values are printed."""
