"""From a sentence with numbers to claims: what a number measures, whose it is, for which year, and what is no claim at
all."""
