"""Whose a number is."""
