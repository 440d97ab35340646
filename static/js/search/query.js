// What a reader asks for: words, “phrases”, -words, fields and a span of dates. Nothing a reader can
// type is an error; what makes no sense as syntax is text to look for.

import { fold, runs } from "./text.js";

const FIELDS = { 标题: "title", 作者: "author", 记者: "author", 开发区: "zone", title: "title", author: "author", zone: "zone" };
const PIECE = /([-－]?)(?:([\p{L}]{2,6})[:：])?(?:["“”「『]([^"“”」』]*)["“”」』]?|([^\s"“”「『]+))/gu;
const SPAN = /^(\d{4}(?:-\d{1,2}){0,2})?\.\.(\d{4}(?:-\d{1,2}){0,2})?$/;

/** Parts that must all be found, parts that must not, and the days between which to look. */
export function parseQuery(typed) {
  const parts = [];
  let from = "", to = "";
  for (const [whole, minus, name, quoted, bare] of typed.matchAll(PIECE)) {
    const span = bare === undefined || name ? null : SPAN.exec(bare);
    if (span && (span[1] || span[2])) {
      from = dayOf(span[1], "01");
      to = dayOf(span[2], "99");
      continue;
    }
    const field = FIELDS[name] ?? null;
    const text = fold(quoted ?? (name && !field ? `${name}:${bare}` : bare));
    const found = runs(text);
    if (!found.length) continue;
    parts.push({ typed: whole.trim(), text, runs: found, exact: quoted !== undefined, field, not: minus !== "" });
  }
  return { typed, wanted: parts.filter((part) => !part.not), unwanted: parts.filter((part) => part.not), from, to };
}

function dayOf(text, missing) {
  if (!text) return "";
  const [year, month = missing, day = missing] = text.split("-");
  return [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
}
