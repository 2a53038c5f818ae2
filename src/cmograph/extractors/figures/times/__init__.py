"""For which year or period a number holds."""
