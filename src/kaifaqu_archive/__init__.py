"""The archive of a Chinese weekly newspaper, from page texts to a searchable static site.

Pages are parsed into articles, facts are extracted from articles, the catalogue of
articles is published as files.  The rooms are that sentence:

``model``, ``errors``, ``text``, ``lists``, ``words``, ``background``, ``names``, ``credits``, ``datelines``
    The hall: nouns, errors, Chinese text primitives, the lists of ``data/``, words and how common
    they are, names, credits and datelines.  Imports nothing of ours but the hall.
``parse``
    Page text -> articles.
``extract``
    Article -> facts: authors, dates, zones, people, figures; all articles -> terms.
``publish``
    Catalogue -> (path, bytes).
``corrections``, ``catalogue``, ``identity``, ``ledger``, ``report``, ``serve``
    The corridor that joins the rooms; knows only the hall.
``build``
    The order of things, and the only writer.
``cli``, ``__main__``
    The front door.

The rooms ``parse``, ``extract`` and ``publish`` never import one another.
"""

__version__ = "0.1.0"
