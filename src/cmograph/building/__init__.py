"""The build: joins the parts for one run, from pages in to a graph folder out."""
