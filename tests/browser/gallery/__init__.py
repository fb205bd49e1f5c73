"""Pages that show every component with invented figures. Only tests open them."""
