"""The word lists of the data files, loaded and compiled once: what rules on companies, segments and figures know."""
