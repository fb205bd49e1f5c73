"""The papers of the planning phase as facts, each from a version of the plan.

They are projections: what was approved is printed as it was approved. Saving, numbering and
issuing them is the archive's.
"""
