"""Segments: the words and the layouts by which a page parts its market, and the dimensions of the parts."""
