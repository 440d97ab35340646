// What a reader asks for: words, “phrases”, -words, fields and a span of dates; and how words of the index
// are found in it. Nothing a reader can type is an error; what makes no sense as syntax is text to look for.

import { fold, runs } from "./text.js";

const FIELD_NAMES = { 标题: "title", 题: "title", 作者: "author", 记者: "author", 开发区: "zone", title: "title", author: "author", zone: "zone" };
const PIECE = /(?<![^\s])([-－]?)(?:([\p{L}]{1,6})[:：])?(?:["“”「『]([^"“”」』]*)["“”」』]?|([^\s"“”「『]+))|["“”「『]([^"“”」』]*)["“”」』]?|([^\s"“”「『]+)/gu;
const SPAN = /^(\d{4}(?:-\d{1,2}){0,2})?\.\.(\d{4}(?:-\d{1,2}){0,2})?$/;

/**
 * Parts that must all be found, parts that must not, fields that a document must have, and the days between
 * which to look. A part: {typed, text: folded, runs, exact, title: whether it must stand in the headline}.
 */
export function parseQuery(typed) {
  const wanted = [], unwanted = [], fields = [];
  let from = "", to = "";
  for (const [whole, minus, name, quotedHere, bareHere, quotedLater, bareLater] of typed.matchAll(PIECE)) {
    const quoted = quotedHere ?? quotedLater, bare = bareHere ?? bareLater;
    const span = bare === undefined || name ? null : SPAN.exec(bare);
    if (span && (span[1] || span[2])) {
      from = dayOf(span[1], "01");
      to = dayOf(span[2], "99");
      continue;
    }
    const field = FIELD_NAMES[name?.toLowerCase()] ?? null;
    const text = fold(quoted ?? (name && !field ? `${name}:${bare}` : bare));
    const found = runs(text);
    if (!found.length) continue;
    if ((field === "author" || field === "zone") && !minus) fields.push({ field, text });
    else {
      const part = { typed: whole.trim(), text, runs: found, exact: quoted !== undefined, title: field === "title" };
      (minus ? unwanted : wanted).push(part);
    }
  }
  return { typed, wanted, unwanted, fields, from, to };
}

/** Whether there is anything to look for. */
export const asksNothing = (query) => !query.wanted.length && !query.fields.length && !query.from && !query.to;

function dayOf(text, missing) {
  if (!text) return "";
  const [year, month = missing, day = missing] = text.split("-");
  return [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
}

// What a single character counts for beside words: about what a middling one has in a newspaper.
const SINGLE = Math.log(2e-4);

/**
 * Cuts `run` into words of the index by maximum probability; a character in no word stands alone.
 * `words` gives for every place in `run` the words that begin there as [length, occurrences], `total` the
 * number of all words, so that a query is never cut into words that the index does not have.
 */
export function cut(run, words, total) {
  const best = new Array(run.length + 1).fill(0);
  const length = new Array(run.length).fill(1);
  for (let at = run.length - 1; at >= 0; at--) {
    best[at] = SINGLE + best[at + 1];
    for (const [size, occurrences] of words[at] ?? []) {
      const chance = Math.log(occurrences / total) + best[at + size];
      if (chance > best[at]) [best[at], length[at]] = [chance, size];
    }
  }
  const found = [];
  for (let at = 0; at < run.length; at += length[at]) found.push(run.slice(at, at + length[at]));
  return found;
}
