// What stands beside the results: order, chosen filters, facets with counts, a histogram over time.

import { FILTERS } from "./address.js";
import { make } from "./view.js";

const TITLES = { zone: "开发区", city: "城市", author: "作者", kind: "体裁", year: "年份" };
const KINDS = { news: "消息", feature: "通讯", excerpt: "摘编", briefs: "简讯", photo: "图片新闻", notice: "启事" };
const SHOWN = 8;
const MOST = 60;
const SVG = "http://www.w3.org/2000/svg";

// Where there is no room beside the results the panel stands folded above them.
const wide = matchMedia("(width >= 60rem)");
const unfold = () => { document.querySelector("#facets details").open = wide.matches; };
wide.addEventListener("change", unfold);
unfold();

const nameOf = (facet, value) => (facet === "kind" ? KINDS[value] ?? value : facet === "year" ? (value ? `${value}年` : "日期不详") : value);

/** A sentence on the files that did not come, if there are any. */
export function missed(shards) {
  if (!shards.missing.size) return [];
  const names = [...shards.missing].slice(0, 3).join("、");
  return [make("p", { class: "missed" }, `索引中有 ${shards.missing.size} 个文件没有取到（${names}${shards.missing.size > 3 ? " 等" : ""}），结果可能不全。`)];
}

/** Fills the panel; `act` is {toggle(facet, value), sort(order), current()}. */
export async function panel(shards, answer, state, act) {
  const place = document.querySelector("#facets");
  const chips = FILTERS.flatMap((facet) => state.filters[facet].map((value) => chip(facet, value, act)));
  document.querySelector("#chips").replaceChildren(...chips);
  if (!chips.length && answer.total < 2) return;
  const whole = answer.results.length >= answer.total;
  const counts = whole ? countedIn(answer.results) : await (await import("./facets.js")).counted(shards, answer.list);
  if (!act.current()) return;
  const groups = FILTERS.map((facet) => group(facet, counts[facet], state, act)).filter(Boolean);
  place.querySelector("div").replaceChildren(...[sorts(state, act), histogram(counts, act), ...groups].filter(Boolean));
  place.hidden = false;
}

/** The same counts as facets.js gives, of results that have all been read. */
function countedIn(results) {
  const values = { zone: (leaf) => leaf.zones, city: (leaf) => leaf.cities, author: (leaf) => leaf.authors, kind: (leaf) => [leaf.kind],
    year: (leaf) => [leaf.date.slice(0, 4)], month: (leaf) => [leaf.date.slice(0, 7)] };
  const early = ([a], [b]) => (a < b ? -1 : 1);
  return Object.fromEntries(Object.entries(values).map(([facet, of]) => {
    const counts = new Map();
    for (const { leaf } of results) for (const value of new Set(of(leaf))) counts.set(value, (counts.get(value) ?? 0) + 1);
    const timed = facet === "year" || facet === "month";
    return [facet, [...counts].sort(timed ? early : (a, b) => b[1] - a[1] || early(a, b))];
  }));
}

function chip(facet, value, act) {
  const name = nameOf(facet, value);
  const button = make("button", { type: "button", "aria-label": `去掉“${name}”` }, name, make("span", { "aria-hidden": "true" }, "×"));
  button.onclick = () => act.toggle(facet, value);
  return make("li", {}, button);
}

function sorts(state, act) {
  const choice = (order, name) => {
    const button = make("button", { type: "button", "aria-pressed": String(state.sort === order) }, name);
    button.onclick = () => act.sort(order);
    return button;
  };
  return make("p", { class: "sorts" }, choice("", "最相关"), choice("date", "最新"));
}

function group(facet, counts, state, act) {
  const chosen = state.filters[facet];
  if (counts.length < 2 && !chosen.length) return null;
  const row = ([value, count]) => {
    const button = make("button", { type: "button", "aria-pressed": String(chosen.includes(value)) }, nameOf(facet, value), make("span", { class: "count" }, String(count)));
    button.onclick = () => act.toggle(facet, value);
    return make("li", {}, button);
  };
  const parts = [make("h2", {}, TITLES[facet]), make("ul", {}, ...counts.slice(0, SHOWN).map(row))];
  if (counts.length > SHOWN) parts.push(make("details", {}, make("summary", {}, "更多"), make("ul", {}, ...counts.slice(SHOWN, MOST).map(row))));
  return make("section", {}, ...parts);
}

/** Bars over years, or over months where all results are of two years at most; a bar of a year narrows to it. */
function histogram(counts, act) {
  const known = counts.year.filter(([year]) => year);
  if (known.length < 2 && counts.month.filter(([month]) => month).length < 2) return null;
  const byMonth = known.length <= 2;
  const bars = filled(byMonth ? counts.month : counts.year, byMonth);
  const most = Math.max(...bars.map(([, count]) => count));
  const width = 240, height = 48, step = width / bars.length;
  const svg = document.createElementNS(SVG, "svg");
  const said = bars.filter(([, count]) => count).map(([time, count]) => `${time} ${count} 篇`).join("，");
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `按时间：${said}` })) svg.setAttribute(name, value);
  bars.forEach(([time, count], i) => svg.append(bar(time, count, { x: i * step, width: Math.max(step - 1, 0.5), height: (height * count) / most, of: height }, act)));
  const [first, last] = [bars[0][0], bars.at(-1)[0]];
  return make("figure", { class: "histogram" }, svg, make("figcaption", {}, make("span", {}, first), make("span", {}, last)));
}

function bar(time, count, { x, width, height, of }, act) {
  const rect = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ x, width, y: of - height, height })) rect.setAttribute(name, String(value));
  const title = document.createElementNS(SVG, "title");
  title.textContent = `${time}：${count} 篇`;
  rect.append(title);
  rect.addEventListener("click", () => act.toggle("year", time.slice(0, 4)));
  return rect;
}

/** Times in order, those between without results with 0. */
function filled(counts, byMonth) {
  const known = new Map(counts.filter(([time]) => time));
  const times = [...known.keys()].sort();
  const found = [];
  for (let time = times[0]; time <= times.at(-1); time = following(time, byMonth)) found.push([time, known.get(time) ?? 0]);
  return found;
}

function following(time, byMonth) {
  const [year, month] = time.split("-").map(Number);
  if (!byMonth) return String(year + 1);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}
