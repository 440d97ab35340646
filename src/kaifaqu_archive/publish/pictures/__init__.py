"""Pictures of the archive, laid out when it is built: geometry here, SVG in ``templates/_pictures.html``.

Every picture has a title, a sentence that says what it shows, and the numbers that its table repeats.
"""
