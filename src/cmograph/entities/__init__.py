"""Who or what a name stands for: markets, companies, places and currencies."""
