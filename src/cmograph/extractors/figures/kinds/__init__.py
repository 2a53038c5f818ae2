"""What a number measures: growth, a share, a revenue, a market's size, or nothing that is claimed."""
