"""The graph: holds, loads and saves quads."""
