"""Who and what a number could belong to: markets, firms, places, segments."""
