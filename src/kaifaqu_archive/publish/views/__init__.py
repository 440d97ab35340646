"""What a template may see: decided, worded and formatted, so that templates only loop and ask whether."""
