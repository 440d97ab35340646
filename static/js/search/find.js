// Finds the documents that answer a query, best first: those that hold it to the letter, then those that
// hold all its words; where there are none, those that hold most of them.

import { cut } from "./cut.js";
import { ready } from "./leaf.js";
import { rarity, score } from "./rank.js";

// Fewer candidates than these are cheaper to read than to narrow down with long lists.
const FEW = 24;
// Documents read at a time: a page of results and some that may prove wrong.
const PAGE = 20;
// A pasted sentence asks for no more files than a long name.
const LONGEST_RUN = 24;

const LITERAL = 3, IN_RUNS = 2, IN_WORDS = 1, WRONG = 0;

/** Everything the index knows of a query's parts, segment by segment. */
export async function look(shards, query) {
  const parts = await Promise.all(query.wanted.map((part) => lookAt(shards, part)));
  const unwanted = await Promise.all(query.unwanted.map((part) => lookAt(shards, part)));
  return { query, parts, unwanted };
}

async function lookAt(shards, part) {
  const runs = await Promise.all(part.runs.map((run) => lookAtRun(shards, run.slice(0, LONGEST_RUN))));
  return { ...part, looked: runs, words: runs.flatMap((run) => run.words) };
}

/** Entries of every pair of the run in every segment, and the words it is cut into. */
async function lookAtRun(shards, run) {
  const keys = run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  const entries = await Promise.all(shards.segments.map((segment) =>
    Promise.all(keys.map((key) => shards.entry(segment, key)))));
  const total = shards.segments.reduce((sum, segment) => sum + segment.lengths.reduce((a, b) => a + b, 0), 0);
  const known = keys.map((key, at) => wordsAt(run, at, key, entries));
  const candidates = known.map((words) => [...words.values()].map((word) => [word.text.length, word.occurrences]));
  if (run.length > 1) candidates.push([]);
  const words = [];
  let at = 0;
  for (const text of cut(run, candidates, total)) {
    const word = known[at]?.get(text);
    if (word || text.length > 1) words.push({ at, ...word });
    at += text.length;
  }
  return { run, keys, entries, words };
}

/** The words that begin at a place of the run, with their counts over all segments. */
function wordsAt(run, at, key, entries) {
  const words = new Map();
  entries.forEach((ofSegment, segment) => {
    for (const word of ofSegment[at]?.words ?? []) {
      const text = key + word.rest;
      if (!run.startsWith(text, at)) continue;
      const known = words.get(text) ?? { text, occurrences: 0, postings: 0, heads: [] };
      known.occurrences += word.occurrences;
      known.postings += word.postings;
      known.heads[segment] = word;
      words.set(text, known);
    }
  });
  return words;
}

/** The documents of one segment that hold all pairs of `keys`; `sure` where that is all there is to know. */
async function holding(shards, place, looked, from, to) {
  const segment = shards.segments[place];
  const entries = looked.entries[place].slice(from, to).sort((a, b) => (a?.count ?? 0) - (b?.count ?? 0));
  if (entries.some((entry) => entry === null)) return [];
  let found = null;
  for (const entry of entries) {
    if (found && found.length <= FEW && !entry.documents) continue;
    const list = entry.documents ?? (await shards.far(segment, entry));
    found = found ? both(found, list) : list;
  }
  return found ?? [];
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

const all = (lists) => lists.reduce((a, b) => (a ? both(a, b) : b), null) ?? [];

/** Per segment, the documents that hold the part to the letter, as far as pairs can tell. */
const literally = (shards, place, part) =>
  Promise.all(part.looked.map((run) => holding(shards, place, run, 0, run.keys.length))).then(all);

/** Per segment, the documents that hold all words of the part. */
function inWords(shards, place, part) {
  if (part.exact) return literally(shards, place, part);
  const spans = part.looked.flatMap((run) =>
    run.words.length ? run.words.map((word) => [run, word.at, word.at + Math.max(word.text.length - 1, 1)]) : [[run, 0, run.keys.length]]);
  return Promise.all(spans.map(([run, from, to]) => holding(shards, place, run, from, to))).then(all);
}

/** The candidates of a query: `{segment, number, literal}`, promising ones first. */
export async function candidates(shards, looked) {
  const found = await Promise.all(shards.segments.map(async (_, place) => {
    const [literal, worded, ...without] = await Promise.all([
      Promise.all(looked.parts.map((part) => literally(shards, place, part))).then(all),
      Promise.all(looked.parts.map((part) => inWords(shards, place, part))).then(all),
      ...looked.unwanted.map((part) => literally(shards, place, part)),
    ]);
    const barred = new Set(without.flatMap((list) => [...list]));
    const exact = new Set(literal);
    const either = [...new Set([...literal, ...worded])].filter((number) => !barred.has(number));
    const promise = promises(looked, place, shards);
    return either.map((number) => ({ place, number, literal: exact.has(number), promise: promise(number) }));
  }));
  return found.flat().sort((a, b) =>
    b.literal - a.literal || b.promise - a.promise || b.place - a.place || b.number - a.number);
}

/** What the heads of the query's words and the titles promise of a document, before it is read. */
function promises(looked, place, shards) {
  const documents = shards.segments.reduce((sum, segment) => sum + segment.documents, 0);
  const heads = [];
  for (const word of wordsOf(looked)) {
    const head = word.heads?.[place];
    if (head) heads.push([new Set(head.documents), rarity(documents, word.postings)]);
  }
  for (const part of looked.parts) {
    for (const run of part.looked) {
      const titles = all(run.entries[place].map((entry) => entry?.titles ?? []));
      heads.push([new Set(titles), 10]);
    }
  }
  return (number) => heads.reduce((sum, [head, weight]) => sum + (head.has(number) ? weight : 0), 0);
}

/** Each word of the query once. */
export function wordsOf(looked) {
  const words = new Map();
  for (const part of looked.parts) for (const word of part.words) if (word.text) words.set(word.text, word);
  return [...words.values()];
}

/** Reads candidates and puts the ones that hold up in order, best first. */
export async function judge(shards, lunr, looked, chosen) {
  const read = await Promise.all(chosen.map(async (candidate) => {
    const leaf = ready(await shards.leaf(shards.segments[candidate.place], candidate.number));
    return { ...candidate, leaf, tier: tier(looked, leaf) };
  }));
  const held = read.filter((each) => each.tier > WRONG);
  const words = wordsOf(looked);
  const counted = held.map(({ leaf }) => ({ lengths: leaf.lengths, counts: new Map(words.map(({ text }) => [text, leaf.count(text)])) }));
  score(lunr, shards.known, words, counted).forEach((value, i) => (held[i].score = value));
  const bonus = ({ leaf }) => looked.parts.every((part) => leaf.fields[0].includes(part.text) || leaf.names.includes(part.typed)) ? 1 : 0;
  return held.sort((a, b) =>
    b.tier - a.tier || bonus(b) - bonus(a) || b.score - a.score || b.place - a.place || b.number - a.number);
}

function tier(looked, leaf) {
  if (looked.unwanted.some((part) => leaf.text.includes(part.text))) return WRONG;
  if (looked.parts.every((part) => leaf.text.includes(part.text))) return LITERAL;
  if (looked.parts.every((part) => part.runs.every((run) => leaf.text.includes(run)))) return IN_RUNS;
  const worded = looked.parts.every((part) =>
    !part.exact && part.looked.every((run) => run.words.length && run.words.every((word) => leaf.text.includes(word.text))));
  return worded ? IN_WORDS : WRONG;
}

/** The first page of results, and how many there are in all. */
export async function find(shards, lunr, query) {
  const looked = await look(shards, query);
  const list = await candidates(shards, looked);
  const results = [];
  let at = 0, dropped = 0;
  while (results.length < PAGE && at < list.length) {
    const chosen = list.slice(at, at + PAGE);
    const held = await judge(shards, lunr, looked, chosen);
    dropped += chosen.length - held.length;
    results.push(...held);
    at += chosen.length;
  }
  return { looked, results, total: list.length - dropped, about: at < list.length };
}
