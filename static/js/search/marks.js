// On an article reached from a search: marks the words that were looked for and brings the first into view.

import { hits } from "./hits.js";

const words = new URL(location.href).searchParams.get("mark")?.split(" ").filter(Boolean);
const article = document.querySelector("main article");
if (words?.length && article) mark(article, words);

function mark(element, needles) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("footer, nav, script")) texts.push(walker.currentNode);
  let first = null;
  for (const text of texts) {
    for (const [from, to] of hits(text.data, needles).reverse()) {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      const made = document.createElement("mark");
      range.surroundContents(made);
      if (!first || made.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) first = made;
    }
  }
  first?.scrollIntoView({ block: "center" });
}
