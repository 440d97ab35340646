// A leaf made ready for questions: its folded text, its words, how often each stands in which field.

import { BREAK, fold, kindAt } from "./text.js";

const FIELDS = 3;

/** The folded text of each field, every text on a line of its own, as the index counted it. */
export function fieldsOf(leaf) {
  const head = [leaf.kicker, leaf.title, leaf.subtitle].filter(Boolean);
  return [head, leaf.paragraphs, leaf.names].map((texts) => texts.map((text) => `${fold(text)}\n`).join("") || "\n");
}

/** `text` is all fields together, `squeezed` the same without punctuation; `lengths` stand beside the fields. */
export function ready(leaf) {
  const fields = fieldsOf(leaf);
  const text = fields.join("");
  const ends = [];
  fields.reduce((at, field, i) => (ends[i] = at + field.length), 0);
  const begins = (at) => (leaf.marks[at >> 3] >> (7 - (at & 7))) & 1;
  const lengths = new Array(FIELDS).fill(0);
  for (let at = 0, field = 0; at < text.length; at++) {
    while (at >= ends[field]) field++;
    lengths[field] += begins(at);
  }
  const squeezed = squeeze(text);
  return { ...leaf, text, squeezed, fields, lengths, count: (word) => count(text, ends, begins, word) };
}

/** How often `word` stands as a word in each field. */
function count(text, ends, begins, word) {
  const times = new Array(FIELDS).fill(0);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isWord(text, begins, at, at + word.length)) continue;
    times[ends.findIndex((end) => at < end)]++;
  }
  return times;
}

function isWord(text, begins, from, to) {
  if (!begins(from)) return false;
  for (let at = from + 1; at < to; at++) if (begins(at)) return false;
  return begins(to) === 1 || !continues(text, to);
}

/** Text without what ends runs, each line still a line. */
function squeeze(text) {
  let kept = "";
  for (let at = 0; at < text.length; at++) if (text[at] === "\n" || kindAt(text, at) !== BREAK) kept += text[at];
  return kept;
}

const HAN_OR_WORD = /[\p{L}\p{N}\ud800-\udfff]/u;

/** Whether the unit at `to`, at which no word begins, goes on with the word before it. */
function continues(text, to) {
  if (HAN_OR_WORD.test(text[to])) return true;
  return text[to] === "." && /\d/.test(text[to - 1]) && /\d/.test(text[to + 1] ?? "");
}
