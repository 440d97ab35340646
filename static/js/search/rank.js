// Puts the documents that were fetched into a small lunr index and lets lunr.js weigh them. The counts it
// is given are those of the whole archive, so the scores are those that one whole lunr index would give.

const FIELDS = ["title", "body", "names"];
const K1 = 1.2, B = 0.75;

/** How rare a word is, as lunr counts: `postings` are the fields of documents in which it stands. */
export function rarity(documents, postings) {
  return Math.log(1 + Math.abs((documents - postings + 0.5) / (postings + 0.5)));
}

/**
 * Scores of `leaves`, beside them.
 * words: [{text, postings}], each once; leaf: {counts: Map word -> [in title, in body, in names], lengths: [3]}.
 */
export function score(lunr, known, words, leaves) {
  if (!words.length) return leaves.map(() => 0);
  const documents = known.segments.reduce((sum, segment) => sum + segment.documents, 0);
  const means = FIELDS.map((_, field) => known.segments.reduce((sum, segment) => sum + segment.lengths[field], 0) / documents);
  const sorted = [...words].sort((a, b) => (a.text < b.text ? -1 : 1));
  const index = lunr.Index.load({
    ...known.lunr,
    invertedIndex: sorted.map((word, number) => [word.text, posting(word, number, leaves)]),
    fieldVectors: leaves.flatMap((leaf, place) =>
      FIELDS.map((name, field) => [`${name}/${place}`, vector(sorted, leaf, field, documents, means[field])])),
  });
  const scores = leaves.map(() => 0);
  const found = index.query((query) => sorted.forEach((word) => query.term(word.text, { usePipeline: false })));
  for (const result of found) scores[Number(result.ref)] = result.score;
  return scores;
}

function posting(word, number, leaves) {
  const found = { _index: number, title: {}, body: {}, names: {} };
  leaves.forEach((leaf, place) => FIELDS.forEach((name, field) => {
    if (leaf.counts.get(word.text)?.[field]) found[name][place] = {};
  }));
  return found;
}

function vector(words, leaf, field, documents, mean) {
  return words.flatMap((word, number) => {
    const times = leaf.counts.get(word.text)?.[field];
    if (!times) return [];
    const norm = K1 * (1 - B + B * (leaf.lengths[field] / mean));
    const weight = (rarity(documents, word.postings) * ((K1 + 1) * times)) / (norm + times);
    return [number, Math.round(weight * 1000) / 1000];
  });
}
