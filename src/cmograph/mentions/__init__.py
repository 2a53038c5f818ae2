"""What stands in a line of text: tokens, sentences, amounts, hedges, periods and names. Rules over tokens, each with
its place."""
