// Small help for readers with a script: filters, opening what a link points to, and frames that only stop
// the keyboard where there is something to scroll. The page is whole without it; it stores and asks for nothing.
(() => {
  "use strict";

  const form = document.getElementById("filters");
  const rows = [...document.querySelectorAll(".cw-ranked tbody tr")];
  const rest = document.querySelector(".cw-ranked") && rows.at(-1).closest("details");

  function matches(row, chosen) {
    return (
      (!chosen.body || row.dataset.bodies.split(" ").includes(chosen.body)) &&
      (!chosen.kind || row.dataset.kind === chosen.kind) &&
      (!chosen.family || row.dataset.family === chosen.family)
    );
  }

  function filter() {
    const value = (name) => document.getElementById(`filter-${name}`).value;
    const chosen = { body: value("body"), kind: value("kind"), family: value("family") };
    const isFiltered = Boolean(chosen.body || chosen.kind || chosen.family);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !matches(row, chosen);
      if (!row.hidden) shown += 1;
    }
    if (rest && isFiltered) rest.open = rows.some((row) => !row.hidden && rest.contains(row));
    const words = shown === 1 ? "1 opportunity" : `${shown} opportunities`;
    document.getElementById("filter-count").textContent = isFiltered
      ? `Showing ${words} of ${rows.length}.`
      : `Showing all ${rows.length}.`;
  }

  if (form && rows.length) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }

  function openTarget() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let inside = target; inside; inside = inside.parentElement) {
      if (inside.tagName === "DETAILS") inside.open = true;
    }
  }

  function keyboardStops() {
    for (const frame of document.querySelectorAll(".cw-scroll")) {
      if (frame.scrollWidth > frame.clientWidth + 1) frame.setAttribute("tabindex", "0");
      else frame.removeAttribute("tabindex");
    }
  }

  addEventListener("hashchange", openTarget);
  addEventListener("resize", keyboardStops);
  document.addEventListener("toggle", keyboardStops, true);
  openTarget();
  keyboardStops();
})();
