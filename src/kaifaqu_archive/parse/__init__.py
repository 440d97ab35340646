"""Page text -> articles: the best reading of a whole newspaper page."""
