// Finds the documents that answer a query, best first: those that hold it to the letter, then those that
// hold all its words; where there are none, those that hold most of them.

import { FIRST, beforehand, candidates, inOrder, narrows, rarity, readAhead } from "./candidates.js";
import { FEW, askAll, exactly, look, spanning } from "./gather.js";
import { BUT_FOR_MARKS, IN_PART, IN_WORDS, WRONG, judge, ranked } from "./judge.js";

/**
 * The answer to a query: `results`, the first ones; `total` documents, `about` where some may prove wrong;
 * `list`, all of them as `{place, number}`; `read(count)` for the results that follow; `spans`, what was
 * found of the query by itself where no document holds all of it, else null.
 */
export async function find(shards, query, { sort = "", filters = {} } = {}) {
  const plain = !sort && !narrows(query, filters);
  // The first segment holds nearly all documents, and its files come first.
  if (plain) readAhead(shards, query);
  const looked = await look(shards, query);
  const narrowed = await narrowing(shards, query, filters, sort);
  const all = async () => narrowed(await candidates(shards, looked));
  const how = { byDate: sort === "date" || !query.wanted.length, least: looked.parts.length ? IN_WORDS : WRONG };
  const whole = new Answer(shards, looked, all, how);
  await whole.begin(plain ? await beforehand(shards, looked) : []);
  if (whole.results.length || !looked.parts.length) return whole;
  await askAll(shards, looked.parts);
  const { list, spans } = await inPart(shards, looked);
  const part = new Answer(shards, looked, () => narrowed(list), { ...how, least: IN_PART, spans });
  await part.begin([]);
  return part;
}

class Answer {
  #shards;
  #least;
  #byDate;
  #all;

  /** `all` gives the candidates, as a promise. */
  constructor(shards, looked, all, { least, byDate, spans = null }) {
    this.#shards = shards;
    this.#least = least;
    this.#byDate = byDate;
    this.#all = all;
    this.looked = looked;
    this.list = [];
    this.spans = spans;
    this.results = [];
  }

  get total() {
    return this.list.length;
  }

  /** Whether there may be more documents than are counted, or some of these may prove wrong. */
  get about() {
    return this.#all !== null || this.list.slice(this.results.length).some((candidate) => !candidate.sure);
  }

  /**
   * Reads the first results: those that hold the query to the letter, where there are any, for they come first
   * whatever else is found; `known` are the candidates for that which are certain before all have come.
   */
  async begin(known) {
    this.list = known;
    if (!known.length) await this.complete();
    while (!this.results.length && !this.#byDate && this.list.some((each) => each.literal)) {
      await this.#step(this.list.filter((each) => each.literal).slice(0, FIRST));
    }
    if (this.results.length) return;
    await this.complete();
    await this.#read(FIRST, 1);
  }

  /** Gets all candidates. */
  async complete() {
    const all = this.#all;
    const list = await all?.();
    if (!all || all !== this.#all) return;
    this.#all = null;
    const had = new Set(this.results.map(keyOfPlace));
    this.list = [...this.results, ...list.filter((each) => !had.has(keyOfPlace(each)))];
  }

  /** Reads on until there are `count` results more, or none are left; returns the new ones. */
  async read(count) {
    await this.complete();
    return this.#read(count, count);
  }

  /** The same with `enough` of them when more than one step is needed. */
  async #read(count, enough) {
    const known = this.results.length;
    for (let step = 0; this.results.length < known + (step ? enough : count) && this.results.length < this.list.length; step++) {
      await this.#step(this.list.slice(this.results.length, this.results.length + Math.max(known + count - this.results.length, FIRST / 2)));
    }
    return this.results.slice(known);
  }

  /** Reads `chosen`, the next of the list, and makes results of those that answer. */
  async #step(chosen) {
    const held = await judge(this.#shards, this.looked, chosen, this.#least);
    let rest = this.list.slice(this.results.length + chosen.length);
    let taken = held;
    if (!this.#byDate) {
      const literal = held.filter(({ tier }) => tier >= BUT_FOR_MARKS);
      if (literal.length < chosen.filter((each) => each.literal).length / 2) rest = await this.#checked(rest);
      // What answers in another way than was thought waits until all that may hold the query to the letter is read.
      if (this.#all || rest.some((each) => each.literal)) {
        rest = inOrder([...rest, ...held.filter((each) => !literal.includes(each)).map((each) => ({ ...each, literal: false }))]);
        taken = literal;
      }
      ranked(taken);
    }
    this.results.push(...taken);
    this.list = [...this.results, ...rest];
  }

  /** A list in which those that may hold the query to the letter, where they are too many to be read, were checked by positions. */
  async #checked(list) {
    const unsure = list.filter((each) => each.literal && !each.sure);
    if (unsure.length <= FEW) return list;
    const right = await Promise.all(this.#shards.segments.map((_, place) => {
      const numbers = unsure.filter((each) => each.place === place).map(({ number }) => number).sort((a, b) => a - b);
      return exactly(this.#shards, place, this.looked.parts, numbers).then((found) => new Set(found));
    }));
    return inOrder(list.map((each) => {
      const holds = each.literal && right[each.place].has(each.number);
      return { ...each, literal: holds, sure: holds };
    }));
  }
}

const keyOfPlace = ({ place, number }) => `${place}/${number}`;

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
