"""Companies: the words and the layouts by which a page names them."""
