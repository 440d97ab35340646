// Cuts a query into words of the index by maximum probability, so that it is never cut into words the
// index does not have.

// What a single character counts for beside words: about what a middling one has in a newspaper.
const SINGLE = Math.log(2e-4);

/**
 * The words of `run`, in order; a character in no word stands alone.
 * `words` gives for every place in `run` the words that begin there as [length, occurrences].
 */
export function cut(run, words, total) {
  const best = new Array(run.length + 1).fill(0);
  const length = new Array(run.length).fill(1);
  for (let at = run.length - 1; at >= 0; at--) {
    best[at] = SINGLE + best[at + 1];
    for (const [size, occurrences] of words[at]) {
      const chance = Math.log(occurrences / total) + best[at + size];
      if (chance > best[at]) [best[at], length[at]] = [chance, size];
    }
  }
  const found = [];
  for (let at = 0; at < run.length; at += length[at]) found.push(run.slice(at, at + length[at]));
  return found;
}
