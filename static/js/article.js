// On the page of an article: puts its citation or its address on the clipboard, and marks what was searched for.

if (new URL(location.href).searchParams.has("mark")) import("./search/marks.js");

// A page that came over a plain connection has no clipboard, and its buttons stay hidden.
const copying = document.querySelector(".copying");
if (copying && navigator.clipboard) {
  copying.hidden = false;
  copying.addEventListener("click", ({ target }) => copy(target, copying.querySelector("output")));
}

/** Copies what the button names and says so; an address is copied whole. */
async function copy({ dataset: { copies } }, said) {
  if (!copies) return;
  const named = document.getElementById(copies);
  said.value = "";
  try {
    await navigator.clipboard.writeText(named.href ?? named.textContent);
    said.value = "已复制";
  } catch {
    said.value = "未能复制，请选中文字";
  }
}
