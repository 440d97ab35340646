// Shows results. Everything that came from a text goes through textContent.

import { hits, needles, passage, pieces } from "./passages.js";

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const marked = (made) => made.map(([text, hit]) => (hit ? make("mark", {}, text) : text));

/** One result as a list item; `root` leads to the site's root. */
export function resultItem({ leaf }, looked, root) {
  const search = needles(looked);
  const show = (text) => marked(pieces(text, hits(text, search)));
  const address = `${root}${leaf.url}?${new URLSearchParams({ mark: search.join(" ") })}`;
  const item = make("li", { class: "line", "data-id": leaf.id });
  if (leaf.kicker) item.append(make("span", { class: "line-kicker" }, ...show(leaf.kicker)));
  item.append(make("a", { class: "line-title", href: address }, ...show(leaf.title)));
  const found = passage([...leaf.paragraphs, leaf.subtitle].filter(Boolean), search);
  item.append(make("p", { class: "row-opening" }, ...marked(found)));
  item.append(make("span", { class: "line-facts" }, ...facts(leaf, show)));
  return item;
}

function facts(leaf, show) {
  const known = [
    leaf.date ? [make("time", { datetime: leaf.date }, date(leaf.date)), ...(leaf.inferred ? [make("span", { class: "tag" }, "推断")] : [])] : [],
    leaf.issue && leaf.issue !== leaf.date ? [leaf.issue] : [],
    leaf.page ? [`第${leaf.page}版`] : [],
    leaf.zones.length ? show(leaf.zones.slice(0, 2).join("、")) : [],
    leaf.authors.length ? show(leaf.authors.join("、")) : [],
  ];
  return known.filter((each) => each.length).flatMap((each, i) => (i ? [make("span", { class: "stop" }, "·"), ...each] : each));
}

function date(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** The sentence above the results. */
export function summary({ total, about, spans, results }) {
  if (!results.length) return "没有找到";
  const count = `${about ? "约 " : ""}${total} 篇`;
  return spans ? `没有一篇全部含有。${spans.map(({ text, count }) => `“${text}”${count} 篇`).join("，")}；以下 ${count}含其中一部分。` : count;
}

/** What to offer where nothing was found. */
export function wayOn(root) {
  const link = (text, href) => make("a", { href: root + href }, text);
  return make("li", { class: "nothing" },
    make("p", {}, "没有找到。可以少打几个字，或换一个说法，或由",
      link("开发区", "zones/"), "、", link("作者", "authors/"), "、", link("各期", "issues/"), "进入。"));
}
