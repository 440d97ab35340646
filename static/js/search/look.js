// Looks a query up: the entries of its pairs of characters, and the words of the index it is cut into.

import { cut } from "./cut.js";

// A pasted sentence asks for no more files than a long name.
const LONGEST_RUN = 24;

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
    if (word) words.push({ at, ...word });
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

/** Each word of the query once. */
export function wordsOf(looked) {
  const words = new Map();
  for (const part of looked.parts) for (const word of part.words) words.set(word.text, word);
  return [...words.values()];
}
