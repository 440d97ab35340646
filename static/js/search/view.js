// Shows results. Everything that came from a text goes through textContent.

import { hits, pieces } from "./hits.js";

const LENGTH = 110;
const LEAD = 24;
const SENTENCE_END = /[。！？；!?]/;

/** An element; attributes that are null or undefined are left out. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export const marked = (made) => made.map(([text, hit]) => (hit ? make("mark", {}, text) : text));

/**
 * The strings to mark for a query in a document whose folded text is `text`, longest first: each part to the letter
 * where the text holds it, else its runs where it holds these, else what it holds of them from each word on.
 */
export function needles(looked, text) {
  const found = new Set();
  for (const part of looked.parts) {
    if (text.includes(part.text)) found.add(part.text);
    else for (const { run, words } of part.looked) {
      if (text.includes(run)) found.add(run);
      else if (!part.exact) for (const word of words) found.add(held(run, word, text));
    }
  }
  return [...found].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** The longest stretch of a run from a word on that a text holds. */
function held(run, word, text) {
  let end = run.length;
  while (end > word.at + word.text.length && !text.includes(run.slice(word.at, end))) end--;
  return run.slice(word.at, end);
}

/** The passage that shows a query best, as pieces: the paragraph that holds the longest hits, cut around the longest of them. */
export function passage(paragraphs, needles) {
  let best = { worth: -1 };
  for (const shown of paragraphs) {
    const found = hits(shown, needles);
    const worth = [...new Set(found.map(([, , needle]) => needle))].reduce((sum, needle) => sum + needle.length ** 2, 0);
    if (worth > best.worth) best = { worth, shown, found };
  }
  if (best.worth < 0) return [];
  const { shown, found } = best;
  const longest = found.reduce((a, b) => (b[2].length > a[2].length ? b : a), found[0] ?? [0, 0, ""]);
  const from = opening(shown, longest[0]);
  const to = Math.min(shown.length, Math.max(from + LENGTH, longest[1]));
  const made = pieces(shown, found, from, to);
  if (from > 0) made.unshift(["…", false]);
  if (to < shown.length) made.push(["…", false]);
  return made;
}

/** Where to begin: at the sentence of the hit if that is near, else a little before the hit. */
function opening(shown, hit) {
  for (let at = hit; at > Math.max(0, hit - 2 * LEAD); at--) if (SENTENCE_END.test(shown[at - 1])) return at;
  return hit <= 2 * LEAD ? 0 : hit - LEAD;
}

/** One result as a list item; `root` leads to the site's root. */
export function resultItem({ leaf }, looked, root) {
  const search = needles(looked, leaf.text);
  const show = (text) => marked(pieces(text, hits(text, search)));
  const address = `${root}${leaf.url}${search.length ? `?${new URLSearchParams({ mark: search.join(" ") })}` : ""}`;
  const item = make("li", { class: "line", "data-id": leaf.id });
  if (leaf.kicker) item.append(make("span", { class: "line-kicker" }, ...show(leaf.kicker)));
  item.append(make("a", { class: "line-title", href: address }, ...show(leaf.title)));
  if (leaf.subtitle) item.append(make("span", { class: "line-subtitle" }, ...show(leaf.subtitle)));
  item.append(make("p", { class: "row-opening" }, ...marked(passage(leaf.paragraphs, search))));
  item.append(make("span", { class: "line-facts" }, ...facts(leaf, show)));
  return item;
}

function facts(leaf, show) {
  const day = leaf.date ? make("time", { datetime: leaf.date }, dayInWords(leaf.date)) : "日期不详";
  const known = [
    leaf.inferred ? [day, make("span", { class: "tag" }, "推断")] : [day],
    leaf.issue && leaf.issue !== leaf.date ? [leaf.issue] : [],
    leaf.page ? [/^\d+$/.test(leaf.page) ? `第${leaf.page}版` : `${leaf.page}版`] : [],
    leaf.zones.length ? show(leaf.zones.slice(0, 2).join("、")) : [],
    leaf.authors.length ? show(leaf.authors.join("、")) : [],
  ];
  return known.filter((each) => each.length).flatMap((each, i) => (i ? [make("span", { class: "stop" }, "·"), ...each] : each));
}

export function dayInWords(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

const MOST_TOLD = 4;

/** The sentence above the results; where there are none, what of the query no article holds. */
export function summary({ total, about, spans, results }) {
  if (!results.length) {
    const absent = (spans ?? []).filter((span) => !span.count).map((span) => `“${span.text}”`);
    return absent.length ? `没有找到：没有一篇含有${absent.slice(0, MOST_TOLD).join("、")}` : "没有找到";
  }
  const count = `${about ? "约 " : ""}${total} 篇`;
  if (!spans) return count;
  const held = spans.map((span) => (span.count ? `含“${span.text}”的 ${span.count} 篇` : `没有“${span.text}”`));
  return `没有一篇含有全部检索词：${held.join("，")}。下面 ${count}含有其中一部分`;
}

/** What to offer where nothing was found. */
export function wayOn(root) {
  const link = (text, href) => make("a", { href: root + href }, text);
  return make("p", { class: "nothing" }, "可以少打几个字，或换一个说法；也可以由",
    link("开发区", "zones/"), "、", link("地市", "cities/"), "、", link("提法", "terms/"), "、", link("人物", "people/"), "、",
    link("作者", "authors/"), "、", link("各期", "issues/"), "进入。");
}
