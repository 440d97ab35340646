// Names of the archive (zones, cities, authors, terms) by what a reader types for them: hanzi, short forms,
// pinyin, initials. The files are those of publish/search/names.py.

import { KEY_BITS, keyOf } from "./files.js";
import { readJson } from "./shards.js";
import { fold } from "./text.js";

export const KIND_NAMES = { zone: "开发区", city: "城市", author: "作者", term: "提法" };

/** All names one of whose forms begins with the first character of `typed`: [{kind, name, count, forms: [[written, spoken]], page}]. */
export async function namesUnder(shards, typed) {
  const { at, bits } = shards.known.names;
  const first = fold(typed)[0];
  if (!first) return [];
  const number = bits ? keyOf(first) >>> (KEY_BITS - bits) : 0;
  const rows = (await shards.file(`${at}${number.toString(16)}.bin`, readJson)) ?? [];
  return rows.map(([kind, name, count, forms, page]) => ({ kind, name, count, forms, page }));
}

const initials = (spoken) => spoken.split(" ").map((syllable) => syllable[0]).join("");

/** How a form answers to what was typed: the part of it that is written or spoken so, or null. */
export function answering([written, spoken], typed) {
  if (written.startsWith(typed)) return typed;
  if (!/^[a-z]+$/.test(typed) || typed.length < 2 || !spoken) return null;
  const syllables = spoken.split(" ");
  let said = "";
  for (let count = 1; count <= syllables.length; count++) {
    said += syllables[count - 1];
    if (said.startsWith(typed)) return syllables.length === written.length ? written.slice(0, count) : written;
    if (!typed.startsWith(said)) break;
  }
  if (!initials(spoken).startsWith(typed)) return null;
  return syllables.length === written.length ? written.slice(0, typed.length) : written;
}

/** Names that answer to what was typed: [{kind, name, count, form, said}], the most usual first. */
export async function namesFor(shards, typed) {
  const folded = fold(typed).replaceAll("'", "");
  const rows = await namesUnder(shards, folded);
  return rows.flatMap((row) => {
    const form = row.forms.find((each) => answering(each, folded) !== null);
    return form ? [{ ...row, form: form[0], said: answering(form, folded) }] : [];
  });
}

/** What Latin letters mean as pinyin or initials, the most usual meaning first. */
export async function spokenAs(shards, typed) {
  if (!/^[a-z']{2,}$/.test(typed)) return [];
  const counts = new Map();
  for (const { said, count } of await namesFor(shards, typed)) counts.set(said, (counts.get(said) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([said]) => said);
}
