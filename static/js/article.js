// On the page of an article: puts its citation or its address on the clipboard, passes it on, and marks what was searched for.

if (new URL(location.href).searchParams.has("mark")) import("./search/marks.js");

// A page that came over a plain connection has no clipboard, and its buttons stay hidden.
const taking = document.querySelector(".taking");
if (taking && navigator.clipboard) {
  const share = taking.querySelector(".share");
  const said = taking.querySelector("output");
  taking.hidden = false;
  share.hidden = !navigator.share;
  taking.addEventListener("click", ({ target }) => {
    if (target === share) pass();
    else if (target.dataset.copies) copy(document.getElementById(target.dataset.copies), said);
  });
}

/** Copies a text, or an address whole, and says so. */
async function copy(named, said) {
  said.value = "";
  try {
    await navigator.clipboard.writeText(named.href ?? named.textContent);
    said.value = "已复制";
  } catch {
    said.value = "未能复制，请选中文字";
  }
}

/** Hands title and address to what the phone passes things on with; whoever thinks better of it is left alone. */
function pass() {
  navigator.share({ title: document.title, url: document.getElementById("address").href }).catch(() => {});
}
