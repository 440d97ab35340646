// `/` leads to the search box of a page, or to the search where it has none.

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  const box = document.querySelector("#q, #find");
  box?.focus();
  box?.select();
  if (!box) location.assign(new URL("search/", new URL(document.documentElement.dataset.root, location.href)));
});
