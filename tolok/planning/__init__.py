"""The performance plan of a year: goals, areas, indicators, targets, actions, and its approval."""
