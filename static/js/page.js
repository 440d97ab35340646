// What every page does: keeps itself for when there is no network, and leads `/` to the search.

const root = new URL(document.documentElement.dataset.root, location.href);

/** The addresses of this page and of what it was made with. */
const here = () => [location.href.split("#")[0], ...performance.getEntriesByType("resource").map((entry) => entry.name)];

/** What names the files of the search index that are in use, on the page that uses them. */
const index = () => (document.querySelector("#results") ? [new URL("search/index.json", root).href] : []);

/** Keeps what was visited, and what was searched, for reading without a network. */
async function keep() {
  await navigator.serviceWorker.register(new URL("sw.js", root));
  const { active } = await navigator.serviceWorker.ready;
  // The first page came before anybody could keep it.
  active.postMessage({ keep: here().filter((address) => address.startsWith(root.href)), renew: index() });
}

if ("serviceWorker" in navigator && window.isSecureContext) {
  // The search page asks for this script when it has answered; it has loaded by then.
  if (document.readyState === "complete") keep().catch(() => {});
  else addEventListener("load", () => setTimeout(() => keep().catch(() => {}), 0));
}

// `/` leads to the search box of the page, or to the search where it has none.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  const box = document.querySelector("#q, #find");
  if (!box) location.assign(new URL("search/", root));
  box?.focus();
  box?.select();
});
