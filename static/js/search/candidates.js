// The documents that may answer a query, promising ones first, and which of them are worth asking for at once.

import { FEW, exactly, inWords, look, roughly, titled, wordsOf } from "./gather.js";

// Documents read at first: what a reader sees of the results, and some more for lunr to choose from.
export const FIRST = 10;
// What a query in the headline promises beside the rarity of words.
const IN_TITLE = 10;

/** Whether a query and filters say more than words. */
export const narrows = (query, filters) => query.fields.length > 0 || query.from || query.to || Object.values(filters).some((values) => values.length);

/** Asks for what will be read of the first segment as soon as its own files tell which, and for what the others tell. */
export async function readAhead(shards, query) {
  const looked = await look(shards, query, [0]);
  if (!looked.parts.length || !shards.segments.length) return;
  look(shards, query);
  const known = await beforehand(shards, looked, [0]);
  const list = known.length ? known : await candidates(shards, looked, [0]);
  // What holds the query to the letter is shown first, and read first.
  const literal = list.filter((each) => each.literal);
  for (const { number } of (literal.length ? literal : list).slice(0, FIRST)) shards.leaf(shards.segments[0], number);
}

/**
 * The candidates for holding a query to the letter that are certain before long lists have come, where such are needed:
 * few, or those of which a headline or the head of a word tells that they are in the long lists too.
 */
export async function beforehand(shards, looked, places = [...shards.segments.keys()]) {
  const runs = looked.parts.flatMap((part) => part.looked);
  const held = shards.segments.map((_, place) => runs.flatMap((run) => run.entries[place]).filter((entry) => entry && !entry.documents)
    .map((entry) => new Set([...entry.titles, ...entry.words.flatMap((word) => [...word.documents])])));
  if (!held.flat().length) return [];
  const near = (await candidates(shards, looked, places, true)).filter((each) => each.literal);
  return near.length <= FEW ? near : near.filter(({ place, number }) => held[place].every((each) => each.has(number)));
}

/** The candidates `{place, number, literal, sure, promise}`, promising ones first; all documents where the query holds no text. With `near` those that short lists tell of. */
export async function candidates(shards, looked, places = [...shards.segments.keys()], near = false) {
  // A pair, or what is shorter, stands in the documents that are listed for it; of more than that the pairs may stand apart.
  const sure = looked.parts.every((part) => part.runs.length === 1 && part.runs[0].length <= 2);
  const found = await Promise.all(places.map(async (place) => {
    const [rough, worded, ...without] = await Promise.all([
      roughly(shards, place, looked.parts, near),
      inWords(shards, place, looked.parts, near),
      ...looked.unwanted.map(async (part) => exactly(shards, place, [part], await roughly(shards, place, [part]))),
    ]);
    const barred = new Set(without.flatMap((list) => [...list]));
    const literal = new Set(rough);
    const either = looked.parts.length ? new Set([...rough, ...worded]) : Array.from({ length: shards.segments[place].documents }, (_, number) => number);
    const promise = promises(shards, place, looked);
    return [...either].filter((number) => !barred.has(number)).map((number) =>
      ({ place, number, literal: literal.has(number) || !looked.parts.length, sure, promise: promise(number) }));
  }));
  return inOrder(found.flat());
}

export const inOrder = (list) => list.sort((a, b) =>
  b.literal - a.literal || b.promise - a.promise || b.place - a.place || b.number - a.number);

/** What the heads of the query's words and the headlines promise of a document, before it is read. */
function promises(shards, place, looked) {
  const heads = wordsOf(looked).filter((word) => word.heads[place]).map((word) =>
    [new Set(word.heads[place].documents), rarity(shards.documents, word.postings)]);
  for (const run of looked.parts.flatMap((part) => part.looked)) heads.push([new Set(titled(run, place)), IN_TITLE]);
  return (number) => heads.reduce((sum, [head, weight]) => sum + (head.has(number) ? weight : 0), 0);
}

/** How rare a word is, as lunr counts: `postings` are the fields of documents in which it stands. */
export function rarity(documents, postings) {
  return Math.log(1 + Math.abs((documents - postings + 0.5) / (postings + 0.5)));
}
