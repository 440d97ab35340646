// Looks a query up, and gathers the documents of a segment that may answer it, by the pairs of characters they hold.

import { cut } from "./query.js";
import { LONGEST_RUN, keysOf } from "./text.js";

// Fewer candidates than these are cheaper to read than to narrow down with long lists or positions.
const FEW = 24;

/** Everything the index knows of a query's parts: `parts` and `unwanted`, each with its runs `looked` up and its `words`. */
export async function look(shards, query) {
  const lookAt = async (part) => {
    const looked = await Promise.all(part.runs.map((run) => lookAtRun(shards, run)));
    return { ...part, looked, words: looked.flatMap((run) => run.words) };
  };
  const [parts, unwanted] = await Promise.all([query.wanted, query.unwanted].map((list) => Promise.all(list.map(lookAt))));
  return { query, parts, unwanted };
}

/** Entries of every key of the run in every segment, and the words it is cut into. */
async function lookAtRun(shards, run) {
  const keys = keysOf(run);
  const entries = await Promise.all(shards.segments.map((segment) =>
    Promise.all(keys.map((key) => shards.entry(segment, key)))));
  const total = shards.segments.reduce((sum, segment) => sum + segment.lengths.reduce((a, b) => a + b, 0), 0);
  const known = keys.map((key, at) => wordsAt(run, at, key, entries));
  const candidates = known.map((words) => [...words.values()].map((word) => [word.text.length, word.occurrences]));
  const words = [];
  let at = 0;
  for (const text of cut(run.slice(0, LONGEST_RUN), candidates, total)) {
    const word = known[at]?.get(text);
    if (word) words.push({ at, ...word });
    at += text.length;
  }
  return { run, keys, entries, words };
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

/** The documents that hold all pairs from `from` up to `to` of a looked-up run, wherever they stand. */
export async function holding(shards, place, looked, from = 0, to = looked.keys.length) {
  const entries = looked.entries[place].slice(from, to);
  if (entries.some((entry) => entry === null)) return [];
  let found = null;
  for (const entry of entries.filter(Boolean).sort((a, b) => a.count - b.count)) {
    if (found && found.length <= FEW && !entry.documents) continue;
    const list = await listOf(shards, place, entry);
    if (list) found = found ? both(found, list) : list;
  }
  return found;
}

const listOf = async (shards, place, entry) => entry.documents ?? shards.far(shards.segments[place], entry);

/**
 * The documents that hold every run of every part to the letter. More than `few` are checked by positions; fewer
 * are left as the pairs give them, for they will be read anyway.
 */
export async function literally(shards, place, parts, few = FEW) {
  const runs = parts.flatMap((part) => part.looked);
  const lists = await Promise.all(parts.flatMap((part) =>
    part.looked.map((run) => (part.title ? titled(run, place) : holding(shards, place, run)))));
  let found = all(lists);
  for (const run of runs) {
    if (found.length <= few) break;
    if (run.keys.length > 1 && run.entries[place].every(Boolean)) found = await inLine(shards, place, run, found);
  }
  return found;
}

/** The documents that have all pairs of a run in their headlines. */
export const titled = (run, place) => (run.entries[place].includes(null) ? [] : all(run.entries[place].map((entry) => entry?.titles)));

/** The documents that hold all words of all parts; parts in quotation marks and in headlines count as one word. */
export async function inWords(shards, place, parts) {
  const whole = parts.filter((part) => part.exact || part.title);
  const spans = parts.filter((part) => !whole.includes(part)).flatMap((part) => part.looked).flatMap(spansOf);
  const lists = await Promise.all(spans.map(({ run, from, to }) => holding(shards, place, run, from, to)));
  return all(whole.length ? [...lists, await literally(shards, place, whole)] : lists);
}

/** What of a run must be found for all its words to be found: the pairs inside words; the whole run where it holds none. */
export function spansOf(run) {
  if (!run.words.length) return [{ run, text: run.run, from: 0, to: run.keys.length }];
  return run.words.map(({ at, text }) => ({ run, text, from: at, to: at + Math.max(text.length - 1, 1) }));
}

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
