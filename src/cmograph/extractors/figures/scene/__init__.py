"""What was found in a sentence: its mentions, its cues, and its grammatical subject."""
