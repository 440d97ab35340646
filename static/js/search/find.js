// Finds the documents that answer a query, best first: those that hold it to the letter, then those that
// hold all its words; where there are none, those that hold most of them.

import { FEW, exactly, inWords, look, roughly, spanning, titled, wordsOf } from "./gather.js";
import { IN_PART, IN_WORDS, WRONG, judge, rarity } from "./judge.js";

// Documents read at first: what a reader sees of the results, and some more for lunr to choose from.
const FIRST = 10;
// What a query in the headline promises beside the rarity of words.
const IN_TITLE = 10;

/**
 * The answer to a query: `results`, the first ones; `total` documents, `about` where some may prove wrong;
 * `list`, all of them as `{place, number}`; `more(count)` for the results that follow; `spans`, what was
 * found of the query by itself where no document holds all of it, else null.
 */
export async function find(shards, lunr, query, { sort = "", filters = {} } = {}) {
  // The first segment holds nearly all documents, and its files come first.
  if (shards.segments.length > 1 && !sort && !narrows(query, filters)) readAhead(shards, query);
  const looked = await look(shards, query);
  const narrowed = await narrowing(shards, query, filters, sort);
  const whole = new Answer(shards, lunr, looked, await narrowed(await candidates(shards, looked)), looked.parts.length ? IN_WORDS : WRONG);
  await whole.read(FIRST);
  if (whole.results.length || !looked.parts.length) return whole;
  const { list, spans } = await inPart(shards, looked);
  const part = new Answer(shards, lunr, looked, await narrowed(list), IN_PART, spans);
  await part.read(FIRST);
  return part;
}

class Answer {
  #shards;
  #lunr;
  #least;
  #at = 0;

  constructor(shards, lunr, looked, list, least, spans = null) {
    this.#shards = shards;
    this.#lunr = lunr;
    this.#least = least;
    this.looked = looked;
    this.list = list;
    this.spans = spans;
    this.results = [];
  }

  get total() {
    return this.list.length;
  }

  /** Whether documents that are counted may yet prove wrong. */
  get about() {
    return this.list.slice(this.#at).some((candidate) => !candidate.literal);
  }

  /** Reads on until there are `count` results more, or none are left; returns the new ones. */
  async read(count) {
    const known = this.results.length;
    while (this.results.length < known + count && this.#at < this.list.length) {
      // Those that perhaps hold the query to the letter are read together, for only reading tells; they are few.
      const unsure = this.#at ? 0 : this.list.filter((each) => each.literal && !each.sure).length;
      const chosen = this.list.slice(this.#at, this.#at + Math.max(known + count - this.results.length, FIRST / 2, unsure));
      const held = await judge(this.#shards, this.#lunr, this.looked, chosen, this.#least);
      const right = new Set(held.map(({ place, number }) => `${place}/${number}`));
      this.list = this.list.filter((each, i) => i < this.#at || i >= this.#at + chosen.length || right.has(`${each.place}/${each.number}`));
      this.#at += held.length;
      this.results.push(...held);
    }
    return this.results.slice(known);
  }
}

const narrows = (query, filters) => query.fields.length > 0 || query.from || query.to || Object.values(filters).some((values) => values.length);

/** Asks for the documents of the first segment that will be read, as soon as its own files tell which. */
async function readAhead(shards, query) {
  const looked = await look(shards, query, [0]);
  const list = looked.parts.length ? await candidates(shards, looked, [0]) : [];
  for (const { number } of list.slice(0, FIRST)) shards.leaf(shards.segments[0], number);
}

/** What keeps of a list of candidates what the filters admit, in the order that is asked for. */
async function narrowing(shards, query, filters, sort) {
  const filtered = narrows(query, filters);
  if (!filtered && sort !== "date") return async (list) => list;
  const { admitting, byDate } = await import("./facets.js");
  const admits = filtered ? await admitting(shards, query, filters) : null;
  return async (list) => {
    const kept = admits ? list.filter(({ place, number }) => admits[place](number)) : list;
    return sort === "date" || !query.wanted.length ? byDate(shards, kept) : kept;
  };
}

/** The candidates `{place, number, literal, sure, promise}`, promising ones first; all documents where the query holds no text. */
async function candidates(shards, looked, places = [...shards.segments.keys()]) {
  const { literal, sure } = await literally(shards, looked.parts, places);
  const found = await Promise.all(places.map(async (place, i) => {
    const [worded, ...without] = await Promise.all([
      inWords(shards, place, looked.parts),
      ...looked.unwanted.map(async (part) => exactly(shards, place, [part], await roughly(shards, place, [part]))),
    ]);
    const barred = new Set(without.flat());
    const exact = new Set(literal[i]);
    const either = looked.parts.length ? new Set([...exact, ...worded]) : Array.from({ length: shards.segments[place].documents }, (_, number) => number);
    const promise = promises(shards, place, looked);
    return [...either].filter((number) => !barred.has(number)).map((number) =>
      ({ place, number, literal: exact.has(number) || !looked.parts.length, sure, promise: promise(number) }));
  }));
  return inOrder(found.flat());
}

/** Beside `places`, the documents that hold the parts to the letter; `sure` where that need not be checked by reading them. */
async function literally(shards, parts, places) {
  const rough = await Promise.all(places.map((place) => roughly(shards, place, parts)));
  if (parts.every((part) => part.runs.length === 1 && part.runs[0].length <= 2)) return { literal: rough, sure: true };
  if (rough.reduce((sum, list) => sum + list.length, 0) <= FEW) return { literal: rough, sure: false };
  return { literal: await Promise.all(places.map((place, i) => exactly(shards, place, parts, rough[i]))), sure: true };
}

const inOrder = (list) => list.sort((a, b) =>
  b.literal - a.literal || b.promise - a.promise || b.place - a.place || b.number - a.number);

/** What the heads of the query's words and the headlines promise of a document, before it is read. */
function promises(shards, place, looked) {
  const heads = wordsOf(looked).filter((word) => word.heads[place]).map((word) =>
    [new Set(word.heads[place].documents), rarity(shards.documents, word.postings)]);
  for (const run of looked.parts.flatMap((part) => part.looked)) heads.push([new Set(titled(run, place)), IN_TITLE]);
  return (number) => heads.reduce((sum, [head, weight]) => sum + (head.has(number) ? weight : 0), 0);
}

/** The documents that hold some of a query, those with the most and the rarest of it first, and how many hold what. */
async function inPart(shards, looked) {
  const asked = looked.parts.flatMap((part) => part.looked).flatMap((run) => run.spans.map((span) => ({ run, span })));
  const spans = await Promise.all(asked.map(async ({ run, span }) => {
    const lists = await Promise.all(shards.segments.map(async (_, place) => (await spanning(shards, place, run, span)) ?? []));
    return { text: span.text, word: span.word, lists, count: lists.reduce((sum, list) => sum + list.length, 0) };
  }));
  const list = shards.segments.flatMap((_, place) => {
    const worth = new Map();
    for (const { lists, count } of spans) {
      for (const number of lists[place]) worth.set(number, (worth.get(number) ?? 0) + rarity(shards.documents, count));
    }
    return [...worth].map(([number, promise]) => ({ place, number, literal: false, promise }));
  });
  // A pair of characters that is no word is told of only where it is what keeps the query from being found.
  const told = new Map(spans.filter(({ word, count }) => word || !count).map(({ text, count }) => [text, { text, count }]));
  return { list: inOrder(list), spans: [...told.values()] };
}
