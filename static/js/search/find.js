// Finds the documents that answer a query, best first: those that hold it to the letter, then those that
// hold all its words; where there are none, those that hold most of them.

import { ready } from "./leaf.js";
import { look, wordsOf } from "./look.js";
import { rarity, score } from "./rank.js";

// Fewer candidates than these are cheaper to read than to narrow down with long lists.
const FEW = 24;
// Documents read at a time: a page of results and some that may prove wrong.
const PAGE = 20;
// How well a document answers: to the letter, but for punctuation, with all words, with some, not at all.
const LITERAL = 4, BUT_FOR_MARKS = 3, IN_WORDS = 2, IN_PART = 1, WRONG = 0;

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
async function candidates(shards, looked) {
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

/** Reads candidates and puts the ones that hold up in order, best first. */
async function judge(shards, lunr, looked, chosen, least) {
  const read = await Promise.all(chosen.map(async (candidate) => {
    const leaf = ready(await shards.leaf(shards.segments[candidate.place], candidate.number));
    return { ...candidate, leaf, tier: tier(looked, leaf) };
  }));
  const held = read.filter((each) => each.tier >= least);
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
  if (looked.parts.every((part) => leaf.squeezed.includes(part.runs.join("")))) return BUT_FOR_MARKS;
  const worded = looked.parts.every((part) =>
    !part.exact && part.looked.every((run) => run.words.length && run.words.every((word) => leaf.text.includes(word.text))));
  if (worded) return IN_WORDS;
  return spansOf(looked).some(({ text }) => leaf.text.includes(text)) ? IN_PART : WRONG;
}

/** The first page of results, how many there are in all, and what was found of the query where not all was. */
export async function find(shards, lunr, query) {
  const looked = await look(shards, query);
  const whole = await firstPage(shards, lunr, looked, await candidates(shards, looked), IN_WORDS);
  if (whole.results.length) return { looked, ...whole, spans: null };
  const { list, spans } = await inPart(shards, looked);
  return { looked, ...(await firstPage(shards, lunr, looked, list, IN_PART)), spans };
}

async function firstPage(shards, lunr, looked, list, least) {
  const results = [];
  let at = 0, dropped = 0;
  while (results.length < PAGE && at < list.length) {
    const chosen = list.slice(at, at + PAGE);
    const held = await judge(shards, lunr, looked, chosen, least);
    dropped += chosen.length - held.length;
    results.push(...held);
    at += chosen.length;
  }
  return { results, total: list.length - dropped, about: at < list.length };
}

/** What of a query can be found by itself: its words, and its runs where they hold none. */
function spansOf(looked) {
  const spans = new Map();
  for (const part of looked.parts) {
    for (const run of part.looked) {
      const words = run.words.filter((word) => word.text && !part.exact);
      for (const { text, at } of words.length ? words : [{ text: run.run, at: 0 }]) spans.set(text, { text, at, run });
    }
  }
  return [...spans.values()];
}

/** The documents that hold some of a query, those with the most and the rarest of it first, and how many hold what. */
async function inPart(shards, looked) {
  const documents = shards.segments.reduce((sum, segment) => sum + segment.documents, 0);
  const spans = await Promise.all(spansOf(looked).map(async (span) => {
    const to = span.at + Math.max(span.text.length - 1, 1);
    const lists = await Promise.all(shards.segments.map((_, place) => holding(shards, place, span.run, span.at, to)));
    return { text: span.text, lists, count: lists.reduce((sum, list) => sum + list.length, 0) };
  }));
  const list = shards.segments.flatMap((_, place) => {
    const worth = new Map();
    for (const { lists, count } of spans) {
      for (const number of lists[place]) worth.set(number, (worth.get(number) ?? 0) + rarity(documents, count));
    }
    return [...worth].map(([number, promise]) => ({ place, number, literal: false, promise }));
  });
  list.sort((a, b) => b.promise - a.promise || b.place - a.place || b.number - a.number);
  return { list, spans: spans.map(({ text, count }) => ({ text, count })) };
}
