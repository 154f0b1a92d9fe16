"use strict";
(() => {
  const { words, articles } = JSON.parse(document.getElementById("told").textContent);
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const [ID, SOURCE, TARGET, WORDS, SEGMENTS, SEVERITIES, KINDS, SCORE, PAGE] = Array(9).keys();
  const SEVERITY = ["neutral", "minor", "major", "critical"];
  const KIND = ["dropped", "added", "mistranslated", "moved"];
  // So many rows stand in the table at a time; so many when it is printed.
  const ROWS = 100, PRINTED = 2000;
  const form = $(".filters");
  const body = $(".articles tbody");
  const heads = all("th[data-key]");
  const bars = all(".bar");

  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const status = (a) => (a[SCORE] === null ? "error" : sum(a[KINDS]) ? "findings" : "clean");
  const said = { error: words.not_audited, findings: words.with_findings, clean: words.clean };
  // What is sought is found without the signs of vowels and hamzas.
  const plain = (text) => text.normalize("NFD").replace(/[\p{M}\u0640]/gu, "").toLowerCase();
  const texts = articles.map((a) => plain(a[ID] + " " + a[SOURCE] + " " + a[TARGET]));
  // What turns the order of letters about is shown by its code.
  const clear = (text) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (c) => "U+" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"));
  const byName = new Intl.Collator([document.documentElement.lang, "ar", "en"], { numeric: true });
  const keys = {
    number: (a, n) => n,
    words: (a) => a[WORDS][0],
    segments: (a) => a[SEGMENTS][0],
    score: (a) => a[SCORE],
    status: (a) => ["error", "findings", "clean"].indexOf(status(a)),
  };
  SEVERITY.forEach((name, s) => { keys[name] = (a) => a[SEVERITIES][s]; });
  let ranks;
  keys.name = (a, n) => {
    if (!ranks) {
      ranks = [];
      articles.map((_, i) => i).sort((i, j) => byName.compare(articles[i][ID], articles[j][ID]) || i - j).forEach((i, rank) => { ranks[i] = rank; });
    }
    return ranks[n];
  };

  // What is to be seen; it stands in the address, so that whoever comes back finds it as it was. The worst article comes first.
  const state = { sort: "score", falls: false, page: 0, from: 0, to: 0 };
  let shown = [];

  const filter = () => {
    const data = new FormData(form);
    const [wanted, severity, kind] = ["status", "severity", "kind"].map((name) => data.get(name) || "");
    const sought = plain((data.get("search") || "").trim()).split(/\s+/).filter(Boolean);
    const [s, k] = [SEVERITY.indexOf(severity), KIND.indexOf(kind)];
    shown = [];
    articles.forEach((a, n) => {
      const fits = (!wanted || status(a) === wanted) && (s < 0 || a[SEVERITIES][s] > 0) && (k < 0 || a[KINDS][k] > 0)
        && (!state.from || (n + 1 >= state.from && n < state.to)) && sought.every((word) => texts[n].includes(word));
      if (fits) shown.push(n);
    });
    const key = keys[state.sort];
    const values = new Map(shown.map((n) => [n, key(articles[n], n)]));
    const sign = state.falls ? -1 : 1;
    // What has no score comes last, whichever way.
    shown.sort((m, n) => {
      const [x, y] = [values.get(m), values.get(n)];
      if (x === null || y === null) return (x === null) - (y === null) || m - n;
      return sign * (x - y) || m - n;
    });
    state.page = Math.max(0, Math.min(state.page, Math.ceil(shown.length / ROWS) - 1));
    const is = Boolean(wanted || severity || kind || sought.length || state.from);
    $("#everything").hidden = !is;
    const range = $("#range");
    range.hidden = !state.from;
    if (state.from) {
      const name = state.from === state.to ? words.bar_of_one : words.bar;
      range.textContent = name.replace("{from}", state.from).replace("{to}", state.to) + " ×";
    }
    for (const bar of bars) {
      const isNow = Number(bar.dataset.from) === state.from;
      bar.classList.toggle("now", isNow);
      bar.setAttribute("aria-pressed", isNow);
    }
    for (const head of heads) {
      if (head.dataset.key === state.sort) head.setAttribute("aria-sort", state.falls ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    $("#count").textContent = words.articles_shown.replace("{shown}", shown.length).replace("{total}", articles.length);
    $("#none").hidden = shown.length > 0;
    show();
    keep(data);
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const row = (n) => {
    const a = articles[n];
    const line = element("tr", "is-" + status(a));
    const isAudited = a[SCORE] !== null;
    const name = element("td", "called");
    const title = element(a[PAGE] ? "a" : "b");
    if (a[PAGE]) title.href = a[PAGE];
    title.append(element("bdi", "", clear(a[ID])));
    name.append(title);
    const files = element("small");
    [a[SOURCE], a[TARGET]].filter(Boolean).forEach((file, i) => {
      if (i) files.append(" · ");
      files.append(element("bdi", "", clear(file)));
    });
    name.append(files);
    line.append(element("td", "n number", n + 1), name);
    for (const [name, [source, target]] of [["words", a[WORDS]], ["segments", a[SEGMENTS]]]) {
      line.append(element("td", "n " + name, isAudited ? source + " / " + target : ""));
    }
    for (let s = SEVERITY.length - 1; s >= 0; s--) {
      const found = a[SEVERITIES][s];
      const cell = element("td", "n " + (found ? SEVERITY[s] : "zero"));
      if (found) cell.append(element("span", "badge", found)); else if (isAudited) cell.textContent = "0";
      line.append(cell);
    }
    line.append(element("td", "n", isAudited ? a[SCORE].toFixed(1) : ""), element("td", "status", said[status(a)]));
    return line;
  };
  const show = () => {
    const start = state.page * ROWS;
    body.replaceChildren(...shown.slice(start, start + ROWS).map(row));
    const pages = Math.ceil(shown.length / ROWS);
    $(".pager").hidden = pages < 2;
    $("#page").textContent = words.page_of.replace("{page}", state.page + 1).replace("{pages}", pages);
    $("#before").disabled = state.page === 0;
    $("#next").disabled = state.page + 1 >= pages;
  };

  const keep = (data) => {
    const kept = new URLSearchParams();
    for (const name of ["search", "status", "severity", "kind"]) if (data.get(name)) kept.set(name, data.get(name));
    if (state.sort !== "score" || state.falls) kept.set("sort", (state.falls ? "-" : "") + state.sort);
    if (state.page) kept.set("page", state.page + 1);
    if (state.from) kept.set("articles", state.from + "-" + state.to);
    const hash = kept.toString();
    try {
      if (hash !== location.hash.slice(1)) history.replaceState(null, "", "#" + hash);
    } catch { /* Some browsers keep no address for files. */ }
  };
  const recall = () => {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const name of ["search", "status", "severity", "kind"]) {
      const field = form.elements[name];
      field.value = kept.get(name) || "";
      if (field.selectedIndex === -1) field.value = "";
    }
    const sort = kept.get("sort") || "score";
    state.falls = sort.startsWith("-");
    state.sort = Object.hasOwn(keys, sort.replace(/^-/, "")) ? sort.replace(/^-/, "") : "score";
    state.page = (Number.parseInt(kept.get("page"), 10) || 1) - 1;
    const range = /^(\d+)-(\d+)$/.exec(kept.get("articles") || "");
    [state.from, state.to] = range ? [Number(range[1]), Number(range[2])] : [0, 0];
    filter();
  };

  const again = () => { state.page = 0; filter(); };
  for (const head of heads) head.addEventListener("click", () => {
    const { key, falls } = head.dataset;
    state.falls = state.sort === key ? !state.falls : falls === "true";
    state.sort = key;
    again();
  });
  const turn = (by) => {
    state.page += by;
    filter();
    const section = $("#articles");
    section.scrollIntoView({ block: "start" });
    section.focus({ preventScroll: true });
  };
  $("#before").addEventListener("click", () => turn(-1));
  $("#next").addEventListener("click", () => turn(1));
  // The chart is one stop of the tab key; arrows go from bar to bar, the way they stand.
  const stop = (n) => bars.forEach((bar, b) => bar.setAttribute("tabindex", b === n ? "0" : "-1"));
  const steps = document.documentElement.dir === "rtl" ? { ArrowLeft: 1, ArrowRight: -1 } : { ArrowLeft: -1, ArrowRight: 1 };
  stop(0);
  bars.forEach((bar, b) => {
    const choose = () => {
      const from = Number(bar.dataset.from);
      [state.from, state.to] = from === state.from ? [0, 0] : [from, Number(bar.dataset.to)];
      stop(b);
      again();
    };
    bar.addEventListener("click", choose);
    bar.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const ends = { Home: 0, End: bars.length - 1 };
      const next = event.key in steps ? b + steps[event.key] : ends[event.key];
      if (event.key === "Enter" || event.key === " ") choose();
      else if (!bars[next]) return;
      else { stop(next); bars[next].focus(); }
      event.preventDefault();
    });
  });
  $("#range").addEventListener("click", () => { [state.from, state.to] = [0, 0]; again(); form.elements.search.focus(); });
  $("#everything").addEventListener("click", () => { form.reset(); [state.from, state.to] = [0, 0]; again(); form.elements.search.focus(); });
  let soon = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(soon);
    soon = setTimeout(again, event.target.type === "search" ? 120 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("select, input");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    form.elements.search.focus();
  });
  addEventListener("beforeprint", () => body.replaceChildren(...shown.slice(0, PRINTED).map(row)));
  addEventListener("afterprint", show);
  addEventListener("hashchange", recall);
  // A browser that comes back fills in the form by itself, after this script: the address knows better.
  addEventListener("pageshow", recall);
  recall();
})();
