// Looks a query up, and gathers the documents of a segment that may answer it, by the pairs of characters they hold.

import { cut } from "./query.js";
import { FEW_KEYS, LONGEST_RUN, keysOf } from "./text.js";

// Fewer candidates than these are cheaper to read than to narrow down with long lists or positions.
export const FEW = 20;

// More documents of a small segment than these are worth asking it for all keys; fewer are read.
const SOME = 5;

// Characters that say little by themselves; a document need not hold them for the query's words to be found.
const SLIGHT = new Set("的了和与及或在是对为把被等之其这那也都就而但");

/**
 * Everything the index knows of a query's parts: `parts` and `unwanted`, each with its runs `looked` up and its
 * `words`; what the segments at `places` know.
 */
export async function look(shards, query, places = [...shards.segments.keys()]) {
  const lookAt = async (part) => ({ ...part, looked: await Promise.all(part.runs.map((run) => lookAtRun(shards, run, places))) });
  const [parts, unwanted] = await Promise.all([query.wanted, query.unwanted].map((list) => Promise.all(list.map(lookAt))));
  const runs = parts.flatMap((part) => part.looked);
  // Where what a segment was asked for leaves many documents, the other keys tell them apart.
  const many = places.filter((place) => runs.some((run) => run.keys.some((_, at) => !(at in run.entries[place]))) && left(runs, place) > SOME);
  if (many.length) {
    await Promise.all(runs.map((run) => ask(shards, run, many, [...run.keys.keys()])));
    for (const run of runs) Object.assign(run, wordsOfRun(shards, run));
  }
  for (const part of [...parts, ...unwanted]) part.words = part.looked.flatMap((run) => run.words);
  return { query, parts, unwanted };
}

/** How many documents of a segment hold all keys of runs that it was asked for. */
function left(runs, place) {
  const entries = runs.flatMap((run) => run.entries[place]);
  return entries.includes(null) ? 0 : all(entries.map((entry) => entry?.documents)).length;
}

/**
 * A run with the entries of its keys in the segments at `places`, and the words it is cut into. The first segment
 * is asked for all keys; the others, which hold little, for those at which a word begins. What was not asked for
 * keeps no document out, as what did not come.
 */
async function lookAtRun(shards, run, places) {
  const keys = keysOf(run);
  const looked = { run, keys, entries: shards.segments.map(() => []) };
  await ask(shards, looked, keys.length > FEW_KEYS ? places.filter((place) => !place) : places, [...keys.keys()]);
  for (;;) {
    Object.assign(looked, wordsOfRun(shards, looked));
    const others = places.filter((place) => looked.starts.some((at) => !(at in looked.entries[place])));
    if (!others.length) return looked;
    // A word that only newcomers have may turn up, and another cut with it.
    await ask(shards, looked, others, looked.starts);
  }
}

/** Asks the segments at `places` for the keys `offsets` of a run that they have not been asked for yet. */
async function ask(shards, { keys, entries }, places, offsets) {
  await Promise.all(places.flatMap((place) => offsets.filter((at) => !(at in entries[place])).map(async (at) => {
    entries[place][at] = await shards.entry(shards.segments[place], keys[at]);
  })));
}

/** Asks all segments for all keys of looked-up parts. */
export const askAll = (shards, parts) => Promise.all(parts.flatMap((part) => part.looked).map((run) =>
  ask(shards, run, [...shards.segments.keys()], [...run.keys.keys()])));

/** The words a run is cut into, what of it must be found, and the keys at which its pieces start. */
function wordsOfRun(shards, { run, keys, entries }) {
  const total = shards.segments.reduce((sum, segment) => sum + segment.lengths.reduce((a, b) => a + b, 0), 0);
  const known = keys.map((key, at) => wordsAt(run, at, key, entries));
  const candidates = known.map((words) => [...words.values()].map((word) => [word.text.length, word.occurrences]));
  const words = [], alone = [], starts = [];
  let at = 0;
  for (const text of cut(run.slice(0, LONGEST_RUN), candidates, total)) {
    const word = known[at]?.get(text);
    if (word) words.push({ at, ...word });
    else if (!SLIGHT.has(text)) alone.push(at);
    starts.push(Math.min(at, keys.length - 1));
    at += text.length;
  }
  return { words, starts, spans: spansOf(run, keys, words, alone) };
}

/**
 * What of a run must be found for all its words to be found: `{text, ways, word}`, where `ways` are the spans
 * of keys [from, to) of which a document must hold one: all pairs of a word, or one of the two pairs of a
 * character that is in no word; the whole run where it holds no word.
 */
function spansOf(run, keys, words, alone) {
  if (!words.length) return [{ text: run, ways: [[0, keys.length]], word: true }];
  const whole = words.map(({ at, text }) => ({ text, ways: [[at, at + Math.max(text.length - 1, 1)]], word: true }));
  const single = alone.map((at) => {
    const ways = [[at - 1, at], [at, at + 1]].filter(([from, to]) => from >= 0 && to <= keys.length);
    return { text: keys[ways[0][0]], ways, word: false };
  });
  return [...whole, ...single];
}

/** The words that begin at a place of the run, with their counts over all segments. */
function wordsAt(run, at, key, entries) {
  const words = new Map();
  entries.forEach((ofSegment, place) => {
    for (const word of ofSegment[at]?.words ?? []) {
      const text = key + word.rest;
      if (!run.startsWith(text, at) || at + text.length > LONGEST_RUN) continue;
      const known = words.get(text) ?? { text, occurrences: 0, postings: 0, heads: [] };
      known.occurrences += word.occurrences;
      known.postings += word.postings;
      known.heads[place] = word;
      words.set(text, known);
    }
  });
  return words;
}

/** Each word of the query once. */
export function wordsOf(looked) {
  const words = new Map();
  for (const part of looked.parts) for (const word of part.words) words.set(word.text, word);
  return [...words.values()];
}

/** What two ascending lists share. */
export function both(a, b) {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const found = [];
  let low = 0;
  for (const number of short) {
    while (low < long.length && long[low] < number) low++;
    if (long[low] === number) found.push(number);
  }
  return found;
}

/** What all lists share; nothing where there is no list. A list that did not come keeps nothing out. */
export const all = (lists) => lists.filter(Boolean).reduce((a, b) => (a ? both(a, b) : b), null) ?? [];

/**
 * The documents that hold all pairs from `from` up to `to` of a looked-up run, wherever they stand; null where that
 * is not known. With `near` no list is asked for that is not here.
 */
async function holding(shards, place, looked, near, from = 0, to = looked.keys.length) {
  const entries = looked.entries[place].slice(from, to);
  if (entries.some((entry) => entry === null)) return [];
  const known = entries.filter(Boolean).sort((a, b) => a.count - b.count);
  let found = null;
  for (const [at, entry] of known.entries()) {
    if (!entry.documents) {
      if (near || (found && found.length <= FEW)) continue;
      // Further long lists may be needed too, and to ask for one after the other takes longer than they do.
      for (const other of known.slice(at)) shards.far(shards.segments[place], other);
    }
    const list = await listOf(shards, place, entry);
    if (list) found = found ? both(found, list) : list;
  }
  return found;
}

const listOf = async (shards, place, entry) => entry.documents ?? shards.far(shards.segments[place], entry);

/** The documents that hold all pairs of every run of every part: all that hold the parts to the letter, and perhaps some more. */
export const roughly = (shards, place, parts, near = false) => Promise.all(parts.flatMap((part) =>
  part.looked.map((run) => (part.title ? titled(run, place) : holding(shards, place, run, near))))).then(all);

/** Those of `found` that hold every run of every part to the letter, as the positions of its pairs tell. */
export async function exactly(shards, place, parts, found) {
  await askAll(shards, parts);
  let kept = found;
  for (const run of parts.flatMap((part) => part.looked)) {
    if (run.entries[place].includes(null)) return [];
    if (run.keys.length > 1 && kept.length && run.entries[place].every(Boolean)) kept = await inLine(shards, place, run, kept);
  }
  return kept;
}

/** The documents that have all pairs of a run in their headlines. */
export const titled = (run, place) => (run.entries[place].includes(null) ? [] : all(run.entries[place].map((entry) => entry?.titles)));

/** The documents that hold all words of all parts; parts in quotation marks and in headlines count as one word. */
export async function inWords(shards, place, parts, near = false) {
  const whole = parts.filter((part) => part.exact || part.title);
  const runs = parts.filter((part) => !whole.includes(part)).flatMap((part) => part.looked);
  const lists = await Promise.all(runs.flatMap((run) => run.spans.map((span) => spanning(shards, place, run, span, near))));
  if (!whole.length) return all(lists);
  return all([...lists, await roughly(shards, place, whole, near)]);
}

/** The documents that hold a span of a run; null where that is not known. */
export async function spanning(shards, place, run, span, near = false) {
  const lists = await Promise.all(span.ways.map(([from, to]) => holding(shards, place, run, near, from, to)));
  if (lists.length < 2 || lists.includes(null)) return lists.length < 2 ? lists[0] : null;
  return [...new Set(lists.flatMap((list) => [...list]))].sort((a, b) => a - b);
}

/** Whether a text holds a span of a run. */
export const hasSpan = (text, run, span) => span.ways.some(([from, to]) => text.includes(run.run.slice(from, Math.max(to + 1, from + 1))));

/** Those of `found` in which the run's pairs follow one another. */
async function inLine(shards, place, run, found) {
  const segment = shards.segments[place];
  const told = await Promise.all(cover(run.entries[place].map((entry) => entry.count)).map(async (offset) => {
    const entry = run.entries[place][offset];
    const [list, positions] = await Promise.all([listOf(shards, place, entry), shards.positions(segment, entry)]);
    return { offset, list, positions, at: 0 };
  }));
  const come = told.filter((each) => each.list && each.positions);
  if (!come.length) return found;
  return found.filter((number) => {
    const stands = come.map((each) => {
      while (each.list[each.at] < number) each.at++;
      return each.positions[each.at];
    });
    return stands[0].some((start) => stands.every((positions, i) => positions.includes(start - come[0].offset + come[i].offset)));
  });
}

/** Offsets of pairs that together touch every character of a run, as rare ones as can be. */
export function cover(counts) {
  const best = [{ cost: counts[0], offsets: [0] }];
  for (let at = 1; at < counts.length; at++) {
    const before = at > 1 && best[at - 2].cost < best[at - 1].cost ? best[at - 2] : best[at - 1];
    best.push({ cost: before.cost + counts[at], offsets: [...before.offsets, at] });
  }
  return best.at(-1).offsets;
}
