"""The market's name: in a title, an article or the body of a page."""
