"""Shapes: what a graph must hold, and what is plausible. Runs pySHACL and tells its results as sentences."""
