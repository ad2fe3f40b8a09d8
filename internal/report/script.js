// The report is whole without this script. It adds keys, a search field and titles.
"use strict";
(() => {
  const shown = () => [...document.querySelectorAll(".view")].filter(v => v.offsetParent !== null);
  const opened = document.title;

  // What the address points at may stand inside closed details.
  const arrive = () => {
    const at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let d = at; d; d = d.parentElement) if (d.tagName === "DETAILS") d.open = true;
    const details = at && at.matches("li.statement") && at.querySelector("details");
    if (details) details.open = true;
    const [view, more] = shown();
    document.title = view && !more && location.hash ? view.dataset.title + " · Hearsay" : opened;
    if (at && at !== document.body) at.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();

  // The reasons of a line open where the line is drawn.
  const reasons = document.body.appendChild(document.createElement("dialog"));
  reasons.className = "reasons";
  reasons.setAttribute("aria-label", "Reasons of this line");
  reasons.addEventListener("click", e => { if (e.target === reasons || e.target.closest("a")) reasons.close(); });
  document.addEventListener("click", e => {
    const line = e.target.closest("svg.lanes a.edge");
    const href = line && line.getAttribute("href");
    const told = href && href[0] === "#" && document.getElementById(href.slice(1));
    if (!told || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    const copy = told.cloneNode(true);
    copy.open = true;
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach(x => x.removeAttribute("id"));
    const head = document.createElement("h2");
    head.textContent = line.getAttribute("aria-label");
    const foot = document.createElement("footer");
    const inList = foot.appendChild(document.createElement("a"));
    inList.href = href;
    inList.textContent = "In the list";
    const close = foot.appendChild(document.createElement("button"));
    close.textContent = "Close";
    close.addEventListener("click", () => reasons.close());
    reasons.replaceChildren(head, ...[...copy.children].slice(1), foot);
    reasons.showModal();
  });

  // j and k walk through the evidence of the view.
  const evidence = ".row[id], .statement summary, .edge > summary, .found, a.m, svg.lanes a";
  const step = by => {
    const all = shown().flatMap(v => [...v.querySelectorAll(evidence)]).filter(e => e.getClientRects().length);
    if (!all.length) return;
    const from = all.indexOf(document.activeElement.closest(evidence));
    const to = all[(from + by + all.length + (from < 0 && by < 0 ? 1 : 0)) % all.length];
    if (!to.matches("a, summary, [tabindex]")) to.tabIndex = -1;
    to.focus({preventScroll: true});
    to.scrollIntoView({block: "center"});
  };
  const follow = rel => {
    const a = shown().map(v => v.querySelector(`a[rel=${rel}]`)).find(Boolean);
    if (a) location.href = a.href;
  };

  const help = document.createElement("dialog");
  help.setAttribute("aria-label", "Keys");
  const keys = [["j", "next evidence"], ["k", "previous evidence"], ["]", "next page, pair or story"], ["[", "previous"], ["/", "search the list of stories"], ["?", "this list"]];
  const dl = help.appendChild(document.createElement("dl"));
  for (const [key, what] of keys) {
    dl.appendChild(document.createElement("dt")).appendChild(document.createElement("kbd")).textContent = key;
    dl.appendChild(document.createElement("dd")).textContent = what;
  }
  document.body.append(help);

  // A search field for the list of stories.
  const rows = [...document.querySelectorAll("tr[data-state]")];
  let field;
  if (rows.length > 5) {
    field = document.createElement("input");
    field.type = "search";
    field.placeholder = "search titles";
    field.setAttribute("aria-label", "Search the titles of the stories");
    const words = rows.map(r => r.textContent.toLowerCase());
    field.addEventListener("input", () => {
      const want = field.value.toLowerCase().trim();
      rows.forEach((r, i) => { r.hidden = !words[i].includes(want); });
    });
    let bar = document.querySelector(".filter");
    if (!bar) {
      bar = document.createElement("div");
      bar.className = "filter";
      rows[0].closest(".table").before(bar);
    }
    bar.append(field);
  }

  addEventListener("keydown", e => {
    if (reasons.open || e.ctrlKey || e.metaKey || e.altKey || e.target.matches("input[type=search], textarea")) return;
    switch (e.key) {
    case "j": step(1); break;
    case "k": step(-1); break;
    case "]": follow("next"); break;
    case "[": follow("prev"); break;
    case "?": help.open ? help.close() : help.showModal(); break;
    case "/": if (!field || !field.offsetParent) return; field.focus(); break;
    default: return;
    }
    e.preventDefault();
  });
})();
