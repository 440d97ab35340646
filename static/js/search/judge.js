// Judges documents that were read: how well each answers, and what lunr.js makes of it.

import { spansOf } from "./gather.js";
import { ready } from "./leaf.js";
import { wordsOf } from "./look.js";
import { score } from "./rank.js";

// How well a document answers: to the letter, but for punctuation, with all words, with some, not at all.
export const LITERAL = 4, BUT_FOR_MARKS = 3, IN_WORDS = 2, IN_PART = 1, WRONG = 0;

/** Reads candidates, drops those that answer less well than `least`, and puts the others in order, best first. */
export async function judge(shards, lunr, looked, chosen, least) {
  const read = await Promise.all(chosen.map(async (candidate) => {
    const leaf = ready(await shards.leaf(shards.segments[candidate.place], candidate.number));
    return { ...candidate, leaf, tier: tier(looked, leaf), titled: titled(looked, leaf) };
  }));
  const held = read.filter((each) => each.tier >= least);
  const words = wordsOf(looked);
  const counted = held.map(({ leaf }) => ({ lengths: leaf.lengths, counts: new Map(words.map(({ text }) => [text, leaf.count(text)])) }));
  const scores = score(lunr, shards.known, words, counted);
  return held.map((each, i) => ({ ...each, score: scores[i] })).sort((a, b) =>
    b.tier - a.tier || b.titled - a.titled || b.score - a.score || b.place - a.place || b.number - a.number);
}

/** How well a document that was read answers the query. */
export function tier(looked, leaf) {
  if (looked.unwanted.some((part) => leaf.text.includes(part.text))) return WRONG;
  if (looked.parts.every((part) => leaf.text.includes(part.text))) return LITERAL;
  if (looked.parts.every((part) => leaf.squeezed.includes(part.runs.join("")))) return BUT_FOR_MARKS;
  const spans = looked.parts.flatMap((part) => (part.exact ? [{ text: part.text }] : part.looked.flatMap(spansOf)));
  const held = spans.filter(({ text }) => leaf.text.includes(text));
  if (held.length === spans.length) return IN_WORDS;
  return held.length ? IN_PART : WRONG;
}

/** Whether every part stands in the headline or is one of the article's names. */
function titled(looked, leaf) {
  return looked.parts.every((part) => leaf.fields[0].includes(part.text) || leaf.names.includes(part.text));
}
