"""Tables, cards and lines of attributes whose figures become claims."""
