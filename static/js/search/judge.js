// Judges documents that were read: how well each answers a query, and what lunr.js makes of it.

import { lunr } from "../../vendor/lunr/lunr.min.js";
import { rarity } from "./candidates.js";
import { hasSpan, wordsOf } from "./gather.js";
import { fold, inWord, squeeze } from "./text.js";

const FIELDS = ["title", "body", "names"];
const K1 = 1.2;
const B = 0.75;

// How well a document answers: to the letter, but for punctuation, with all words, with some (between IN_PART and
// IN_WORDS: the more the higher), not at all.
export const LITERAL = 4;
export const BUT_FOR_MARKS = 3;
export const IN_WORDS = 2;
export const IN_PART = 1;
export const WRONG = 0;

/** Reads candidates `{place, number}`, drops those that answer less well than `least`, and scores the others. */
export async function judge(shards, looked, chosen, least) {
  const read = await Promise.all(chosen.map(async (candidate) => {
    const told = await shards.leaf(shards.segments[candidate.place], candidate.number);
    if (!told) return null;
    const leaf = ready(told);
    return { ...candidate, leaf, tier: tier(looked, leaf), titled: headlined(looked, leaf) };
  }));
  const held = read.filter((each) => each && each.tier >= least);
  const words = wordsOf(looked);
  const scores = score(shards.known, words, held.map(({ leaf }) => leaf));
  return held.map((each, i) => ({ ...each, score: scores[i] }));
}

/** Puts documents that were judged in order, best first. */
export const ranked = (judged) => judged.sort((a, b) =>
  b.tier - a.tier || b.titled - a.titled || b.score - a.score || b.place - a.place || b.number - a.number);

const prepared = new WeakMap();

/**
 * A leaf made ready for questions: `text` is all fields folded, each text of them on a line of its own,
 * `lengths` the number of words in each field, `count(word)` how often a word stands in each field.
 */
export function ready(leaf) {
  if (!prepared.has(leaf)) prepared.set(leaf, prepare(leaf));
  return prepared.get(leaf);
}

function prepare(leaf) {
  const head = [leaf.kicker, leaf.title, leaf.subtitle].filter(Boolean);
  const fields = [head, leaf.paragraphs, leaf.names].map((texts) => texts.map((text) => `${fold(text)}\n`).join("") || "\n");
  const text = fields.join("");
  const ends = [fields[0].length, fields[0].length + fields[1].length, text.length];
  const begins = (at) => (leaf.marks[at >> 3] >> (7 - (at & 7))) & 1;
  const lengths = [0, 0, 0];
  for (let at = 0, field = 0; at < text.length; at++) {
    if (at >= ends[field]) field++;
    lengths[field] += begins(at);
  }
  return { ...leaf, text, fields, lengths, count: (word) => count(text, ends, begins, word) };
}

function count(text, ends, begins, word) {
  const times = [0, 0, 0];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWord(text, begins, at, at + word.length)) times[ends.findIndex((end) => at < end)]++;
  }
  return times;
}

/** Whether the index counted a word from `from` to `to`: one begins there, none inside, and it ends there. */
function isWord(text, begins, from, to) {
  if (!begins(from)) return false;
  for (let at = from + 1; at < to; at++) if (begins(at)) return false;
  return begins(to) === 1 || !inWord(text, to);
}

/** How well a document that was read answers the query. */
export function tier(looked, leaf) {
  const place = (part) => (part.title ? leaf.fields[0] : leaf.text);
  if (looked.unwanted.some((part) => place(part).includes(part.text))) return WRONG;
  if (looked.parts.every((part) => place(part).includes(part.text))) return LITERAL;
  if (looked.parts.every((part) => squeeze(place(part)).includes(part.runs.join("")))) return BUT_FOR_MARKS;
  const tests = looked.parts.flatMap((part) => (part.exact || part.title ? [place(part).includes(part.text)] :
    part.looked.flatMap((run) => run.spans.map((span) => hasSpan(leaf.text, run, span)))));
  const share = tests.filter(Boolean).length / tests.length;
  return share === 0 ? WRONG : IN_PART + share * (IN_WORDS - IN_PART);
}

/** Whether every part stands in the headline or is one of the article's names. */
function headlined(looked, leaf) {
  return looked.parts.every((part) => leaf.fields[0].includes(part.text) || leaf.names.includes(part.text));
}

/**
 * Scores of `leaves`, beside them, by a small lunr index that holds them alone. The counts it is given are
 * those of the whole archive, so the scores are those that one whole lunr index would give.
 * words: [{text, postings}], each once; leaf: {lengths, count}.
 */
export function score(known, words, leaves) {
  if (!words.length) return leaves.map(() => 0);
  const documents = known.segments.reduce((sum, segment) => sum + segment.documents, 0);
  const means = FIELDS.map((_, field) => known.segments.reduce((sum, segment) => sum + segment.lengths[field], 0) / documents);
  const sorted = [...words].sort((a, b) => (a.text < b.text ? -1 : 1));
  const times = sorted.map((word) => leaves.map((leaf) => leaf.count(word.text)));
  const index = lunr.Index.load({
    ...known.lunr,
    invertedIndex: sorted.map((word, number) => [word.text, posting(number, times[number])]),
    fieldVectors: leaves.flatMap((leaf, place) => FIELDS.map((name, field) =>
      [`${name}/${place}`, vector(sorted, times.map((each) => each[place][field]), leaf.lengths[field] / means[field], documents)])),
  });
  const scores = leaves.map(() => 0);
  const found = index.query((query) => sorted.forEach((word) => query.term(word.text, { usePipeline: false })));
  for (const result of found) scores[Number(result.ref)] = result.score;
  return scores;
}

/** Which leaves have a word in which field, as lunr keeps it. */
function posting(number, times) {
  const held = FIELDS.map((name, field) => [name, Object.fromEntries(times.flatMap((each, place) => (each[field] ? [[place, {}]] : [])))]);
  return { _index: number, ...Object.fromEntries(held) };
}

/** The weights of words in one field of one leaf, as lunr's builder works them out. */
function vector(words, times, relativeLength, documents) {
  return words.flatMap((word, number) => {
    if (!times[number]) return [];
    const norm = K1 * (1 - B + B * relativeLength);
    const weight = (rarity(documents, word.postings) * ((K1 + 1) * times[number])) / (norm + times[number]);
    return [number, Math.round(weight * 1000) / 1000];
  });
}
