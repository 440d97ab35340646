// What documents are sorted into: when, and which zone, city, author and kind. Loaded when it is needed.

import { Bits, inflate, readJson } from "./shards.js";
import { fold } from "./text.js";

export const FACETS = ["zone", "city", "author", "kind", "year"];

/** The days on which documents of a segment appeared: `days` in order, `ends` the number of documents up to each. */
export function dates(shards, segment) {
  return shards.file(`${segment.at}dates.bin`, async (bytes) => {
    const told = await readJson(bytes);
    let end = 0;
    return { days: told.map(([day]) => day), ends: told.map(([, count]) => (end += count)) };
  });
}

/** The day of a document, "" where it is not known. */
export function dayOf({ days, ends }, number) {
  let low = 0, high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] > number) high = middle;
    else low = middle + 1;
  }
  return days[low] ?? "";
}

/** The values of a facet in a segment: [{name, documents}], most frequent first. */
export function facet(shards, segment, name) {
  return shards.file(`${segment.at}${name}.bin`, async (bytes) => {
    const end = 3 + (bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));
    const names = JSON.parse(new TextDecoder().decode(await inflate(bytes.subarray(3, end))));
    const bits = new Bits(bytes.subarray(end));
    return names.map(([value, count]) => ({ name: value, documents: bits.ascending(count, segment.documents) }));
  });
}

/**
 * For each segment a function that says whether a document passes the query's fields and dates and the
 * chosen `filters` {facet: [values]}; null where everything passes.
 */
export async function admitting(shards, query, filters) {
  const asked = FACETS.filter((name) => filters[name]?.length);
  if (!asked.length && !query.fields.length && !query.from && !query.to) return null;
  return Promise.all(shards.segments.map(async (segment) => {
    const tests = [];
    for (const name of asked) tests.push(name === "year" ? await inYears(shards, segment, filters.year) : await oneOf(shards, segment, name, (value) => filters[name].includes(value)));
    for (const { field, text } of query.fields) tests.push(await oneOf(shards, segment, field, (value) => fold(value).includes(text)));
    if (query.from || query.to) tests.push(await between(shards, segment, query.from, query.to || "9"));
    return (number) => tests.every((test) => test(number));
  }));
}

async function oneOf(shards, segment, name, chosen) {
  const values = (await facet(shards, segment, name)) ?? [];
  const admitted = new Uint8Array(segment.documents);
  for (const value of values) if (chosen(value.name)) for (const number of value.documents) admitted[number] = 1;
  return (number) => admitted[number] === 1;
}

const inYears = async (shards, segment, years) => onDays(shards, segment, (day) => years.includes(day.slice(0, 4)));
const between = async (shards, segment, from, to) => onDays(shards, segment, (day) => day !== "" && day >= from && day <= to);

async function onDays(shards, segment, admits) {
  const known = await dates(shards, segment);
  if (!known) return () => true;
  const admitted = new Set(known.days.filter(admits));
  return (number) => admitted.has(dayOf(known, number));
}

/** `list` of `{place, number}` with the newest first; of one day as the index has them. */
export async function byDate(shards, list) {
  const known = await Promise.all(shards.segments.map((segment) => dates(shards, segment)));
  const dated = list.map((each) => ({ each, day: known[each.place] ? dayOf(known[each.place], each.number) : "" }));
  return dated.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.each.place - a.each.place || b.each.number - a.each.number)).map(({ each }) => each);
}

/** How many of `list` have each value: {facet: [[value, count], …]}, most frequent first; years and months in order. */
export async function counted(shards, list) {
  const held = shards.segments.map((segment) => new Uint8Array(segment.documents));
  for (const { place, number } of list) held[place][number] = 1;
  const counts = Object.fromEntries([...FACETS, "month"].map((name) => [name, new Map()]));
  const add = (name, value, count) => counts[name].set(value, (counts[name].get(value) ?? 0) + count);
  await Promise.all(shards.segments.map(async (segment, place) => {
    const [known, ...values] = await Promise.all([dates(shards, segment), ...FACETS.slice(0, -1).map((name) => facet(shards, segment, name))]);
    values.forEach((named, i) => named?.forEach(({ name, documents }) => {
      const count = documents.reduce((sum, number) => sum + held[place][number], 0);
      if (count) add(FACETS[i], name, count);
    }));
    for (const each of list) {
      if (each.place !== place || !known) continue;
      const day = dayOf(known, each.number);
      add("year", day.slice(0, 4), 1);
      add("month", day.slice(0, 7), 1);
    }
  }));
  const frequent = ([a, x], [b, y]) => y - x || (a < b ? -1 : 1);
  const early = ([a], [b]) => (a < b ? -1 : 1);
  return Object.fromEntries(Object.entries(counts).map(([name, values]) => [name, [...values].sort(name === "year" || name === "month" ? early : frequent)]));
}
