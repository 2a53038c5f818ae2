"""What a page states: the plain data of a reading, and one file for each claim type."""
