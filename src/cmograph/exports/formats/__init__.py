"""One file, one format: its `suffix`, its `description`, and `write(graph, out)`."""
