// Finds the documents that answer a query, best first: those that hold it to the letter, then those that
// hold all its words; where there are none, those that hold most of them.

import { both, holding, inWords, literally, spansOf } from "./gather.js";
import { IN_PART, IN_WORDS, judge } from "./judge.js";
import { look, wordsOf } from "./look.js";
import { rarity } from "./rank.js";

// Documents read at a time: the first results, and some more for lunr to choose from.
const PAGE = 14;
// What a query in the headline promises beside the rarity of words.
const IN_TITLE = 10;

/**
 * The answer to a query: `total` documents (`about` where some were not read), `next()` for the next results,
 * `spans` for what was found of the query by itself where no document holds all of it.
 */
export async function find(shards, lunr, query) {
  const looked = await look(shards, query);
  const whole = await pages(shards, lunr, looked, await candidates(shards, looked), IN_WORDS);
  if (whole.results.length) return { looked, ...whole, spans: null };
  const { list, spans } = await inPart(shards, looked);
  return { looked, ...(await pages(shards, lunr, looked, list, IN_PART)), spans };
}

async function pages(shards, lunr, looked, list, least) {
  const results = [];
  let at = 0, dropped = 0;
  while (results.length < PAGE && at < list.length) {
    const chosen = list.slice(at, at + PAGE);
    const held = await judge(shards, lunr, looked, chosen, least);
    dropped += chosen.length - held.length;
    results.push(...held);
    at += chosen.length;
  }
  return { results, total: list.length - dropped, about: list.slice(at).some((candidate) => !candidate.literal) };
}

/** The candidates `{place, number, literal, promise}`, promising ones first. */
async function candidates(shards, looked) {
  const found = await Promise.all(shards.segments.map(async (_, place) => {
    const [literal, worded, ...without] = await Promise.all([
      literally(shards, place, looked.parts),
      inWords(shards, place, looked.parts),
      ...looked.unwanted.map((part) => literally(shards, place, [part])),
    ]);
    const barred = new Set(without.flatMap((list) => [...list]));
    const exact = new Set(literal);
    const either = [...new Set([...literal, ...worded])].filter((number) => !barred.has(number));
    const promise = promises(shards, place, looked);
    return either.map((number) => ({ place, number, literal: exact.has(number), promise: promise(number) }));
  }));
  return inOrder(found.flat());
}

const inOrder = (list) => list.sort((a, b) =>
  b.literal - a.literal || b.promise - a.promise || b.place - a.place || b.number - a.number);

/** What the heads of the query's words and the titles promise of a document, before it is read. */
function promises(shards, place, looked) {
  const heads = wordsOf(looked).filter((word) => word.heads[place]).map((word) =>
    [new Set(word.heads[place].documents), rarity(shards.documents, word.postings)]);
  for (const run of looked.parts.flatMap((part) => part.looked)) {
    const titles = run.entries[place].map((entry) => entry?.titles ?? []).reduce(both);
    heads.push([new Set(titles), IN_TITLE]);
  }
  return (number) => heads.reduce((sum, [head, weight]) => sum + (head.has(number) ? weight : 0), 0);
}

/** The documents that hold some of a query, those with the most and the rarest of it first, and how many hold what. */
async function inPart(shards, looked) {
  const asked = new Map(looked.parts.flatMap((part) => part.looked).flatMap(spansOf).map((span) => [span.text, span]));
  const spans = await Promise.all([...asked.values()].map(async ({ run, text, from, to }) => {
    const lists = await Promise.all(shards.segments.map((_, place) => holding(shards, place, run, from, to)));
    return { text, lists, count: lists.reduce((sum, list) => sum + list.length, 0) };
  }));
  const list = shards.segments.flatMap((_, place) => {
    const worth = new Map();
    for (const { lists, count } of spans) {
      for (const number of lists[place]) worth.set(number, (worth.get(number) ?? 0) + rarity(shards.documents, count));
    }
    return [...worth].map(([number, promise]) => ({ place, number, literal: false, promise }));
  });
  return { list: inOrder(list), spans: spans.map(({ text, count }) => ({ text, count })) };
}
