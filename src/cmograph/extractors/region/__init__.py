"""Regions and their countries: the words and the layouts by which a page names them."""
