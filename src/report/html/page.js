"use strict";
(() => {
  const told = JSON.parse(document.getElementById("told").textContent);
  const { words, findings } = told;
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const cards = all(".card");
  const form = $(".filters");
  const at = (name) => told.columns.indexOf(name);

  // What is remembered: one entry for each finding, by its id, so that the next report knows it too.
  let keeps = true;
  const key = (n) => "muqabala:" + findings[n].id;
  const remember = (n) => {
    const { verdict, note } = findings[n];
    try {
      if (verdict || note) localStorage.setItem(key(n), JSON.stringify({ verdict, note }));
      else localStorage.removeItem(key(n));
    } catch { keeps = false; }
  };
  const recall = (n) => {
    try {
      const { verdict, note } = JSON.parse(localStorage.getItem(key(n)) || "{}");
      if (typeof verdict === "string" && (verdict === "" || verdict in said)) findings[n].verdict = verdict;
      if (typeof note === "string") findings[n].note = note;
    } catch { keeps = false; }
  };
  const said = { "accepted": words.accepted, "false positive": words.false_positive, "fixed": words.fixed, "won't fix": words.wont_fix };

  // Marks by the number of their finding.
  const hits = findings.map(() => []);
  const marks = all(".rows .hit");
  for (const hit of marks) {
    hit.severity = ["critical", "major", "minor", "neutral"].find((severity) => hit.classList.contains(severity));
    hit.numbers = hit.dataset.f.split(" ").map(Number);
    for (const n of hit.numbers) hits[n].push(hit);
  }

  // Filters. Letters are compared without vowel signs, hamzas and case.
  const plain = (text) => text.normalize("NFKD").replace(/[\u064b-\u0655\u0670\u0640\u0300-\u036f]/g, "").replace(/ى/g, "ي").replace(/ة/g, "ه").toLowerCase();
  const columns = ["message", "source", "target", "expected", "found", "rule"].map(at);
  const texts = findings.map((f) => plain(columns.map((c) => f.cells[c]).join("\n")));
  let shown = [];
  let now = -1;
  const filter = () => {
    const data = new FormData(form);
    const severities = new Set(data.getAll("severity"));
    const [kind, rule, judged] = ["kind", "rule", "judged"].map((name) => data.get(name));
    const sure = Number(data.get("confidence"));
    const sought = plain(data.get("search").trim()).split(/\s+/).filter(Boolean);
    $("output", form).textContent = sure + "%";
    const off = new Set();
    shown = [];
    for (const [n, card] of cards.entries()) {
      const d = card.dataset;
      const fits = severities.has(d.severity) && (!kind || d.kind === kind) && (!rule || d.rule === rule) && Number(d.confidence) >= sure
        && (!judged || (judged === "judged") === Boolean(findings[n].verdict))
        && sought.every((word) => texts[n].includes(word) || plain(findings[n].note).includes(word));
      if (Boolean(card.isOff) === fits) card.classList.toggle("off-list", !fits);
      card.isOff = !fits;
      if (fits) shown.push(n); else off.add(n);
    }
    for (const hit of marks) {
      const isOff = hit.numbers.every((n) => off.has(n));
      if (isOff !== Boolean(hit.isOff)) hit.classList.toggle("off", isOff);
      hit.isOff = isOff;
    }
    const none = $("#none");
    none.hidden = shown.length > 0 || findings.length === 0;
    tell();
    tint();
  };
  const tell = () => {
    const judged = findings.filter((f) => f.verdict).length;
    $("#count").textContent = words.shown.replace("{shown}", shown.length).replace("{total}", findings.length).replace("{judged}", judged)
      + (keeps ? "" : " " + words.not_kept);
  };

  // The bar that judges stands in the card that is chosen.
  const bar = document.createElement("div");
  bar.className = "judge";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.verdict);
  const keysOf = { "accepted": "a", "false positive": "f", "fixed": "d", "won't fix": "x" };
  for (const verdict of Object.keys(said)) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.verdict = verdict;
    const hint = document.createElement("kbd");
    hint.textContent = keysOf[verdict];
    button.append(said[verdict] + " ", hint);
    button.addEventListener("click", (event) => { event.stopPropagation(); judge(now, verdict); });
    bar.append(button);
  }
  const note = document.createElement("textarea");
  note.rows = 1;
  note.dir = "auto";
  note.placeholder = words.note_hint;
  note.setAttribute("aria-label", words.note);
  note.addEventListener("input", () => { findings[now].note = note.value; remember(now); });
  note.addEventListener("click", (event) => event.stopPropagation());
  bar.append(note);

  const show = (n) => {
    const { verdict, note: noted } = findings[n];
    cards[n].dataset.verdict = verdict;
    $("h3", cards[n]).dataset.said = said[verdict] || "";
    for (const hit of hits[n]) hit.classList.toggle("judged", hit.numbers.every((m) => findings[m].verdict === "false positive" || findings[m].verdict === "won't fix"));
    let line = $(".note", cards[n]);
    if (noted && n !== now) {
      if (!line) {
        line = document.createElement("p");
        line.className = "note";
        cards[n].append(line);
      }
      line.textContent = noted;
    } else if (line) line.remove();
    if (n === now) for (const button of all("button", bar)) button.setAttribute("aria-pressed", button.dataset.verdict === verdict);
  };

  const judge = (n, verdict) => {
    if (n < 0) return;
    findings[n].verdict = findings[n].verdict === verdict ? "" : verdict;
    remember(n);
    show(n);
    tell();
  };

  const choose = (n, { scroll = true, focus = true } = {}) => {
    if (n === now || !(n in cards)) return;
    const before = now;
    now = n;
    if (before >= 0) {
      cards[before].classList.remove("now");
      cards[before].removeAttribute("aria-current");
      for (const hit of hits[before]) hit.classList.remove("now");
      show(before);
    }
    for (const cell of lit) {
      cell.classList.remove("now");
      cell.bead.now = false;
    }
    lit = [];
    const card = cards[n];
    card.classList.add("now");
    card.setAttribute("aria-current", "true");
    card.append(bar);
    note.value = findings[n].note;
    show(n);
    for (const hit of hits[n]) {
      hit.classList.add("now");
      light(hit.closest(".cell").bead);
    }
    // Where one side has no words, the sentence that should hold them.
    const row = rowOf(n);
    if (row) for (const cell of all(".cell", row)) light(cell.bead);
    if (focus) card.focus({ preventScroll: true });
    if (scroll) {
      card.scrollIntoView({ block: "nearest" });
      if (row && matchMedia("(min-width: 1081px)").matches) row.scrollIntoView({ block: "center", behavior: "instant" });
    }
    tint();
  };
  let lit = [];
  const light = (bead) => {
    if (!bead || bead.now) return;
    bead.now = true;
    for (const cell of bead.cells) cell.classList.add("now");
    lit.push(...bead.cells);
  };
  const rowOf = (n) => {
    const go = $(".go", cards[n]);
    return go && document.getElementById(go.getAttribute("href").slice(1));
  };
  const step = (by) => {
    if (!shown.length) return;
    const place = shown.indexOf(now);
    if (place >= 0) return choose(shown[Math.min(shown.length - 1, Math.max(0, place + by))]);
    const next = by > 0 ? shown.find((n) => n > now) : shown.findLast((n) => n < now);
    choose(next ?? shown[by > 0 ? shown.length - 1 : 0]);
  };

  // Ribbons: one path for each bead, made once. Places are read together and written together, so that the page is laid out once.
  const SVG = "http://www.w3.org/2000/svg";
  const rank = { critical: 4, major: 3, minor: 2, neutral: 1 };
  const spreads = all(".rows").map((rows) => {
    const svg = $(".ribbons", rows);
    const beads = new Map();
    for (const cell of all(".cell", rows)) {
      const number = cell.dataset.bead;
      if (!number) continue;
      if (!beads.has(number)) {
        const path = document.createElementNS(SVG, "path");
        svg.append(path);
        beads.set(number, { path, cells: [], hits: [], state: ["dropped", "added", "moved"].find((state) => cell.classList.contains(state)) || "" });
      }
      const bead = beads.get(number);
      bead.cells.push(cell);
      bead.hits.push(...all(".hit", cell));
      cell.bead = bead;
    }
    return { rows, svg, beads: [...beads.values()] };
  });
  const draw = () => {
    for (const { rows, svg, beads } of spreads) {
      const base = rows.getBoundingClientRect().top;
      const width = svg.clientWidth;
      const mid = width / 2;
      const shapes = beads.map(({ cells }) => {
        let left, right;
        for (const cell of cells) {
          const { top, bottom } = cell.getBoundingClientRect();
          const end = [top, bottom].map((y, i) => Math.round(y - base + (i ? -3 : 3)));
          if (cell === cell.parentElement.firstElementChild) left = end; else right = end;
        }
        if (left && right) {
          return `M0 ${left[0]}C${mid} ${left[0]} ${mid} ${right[0]} ${width} ${right[0]}V${right[1]}C${mid} ${right[1]} ${mid} ${left[1]} 0 ${left[1]}Z`;
        }
        const [end, from, to] = left ? [left, 0, width * 0.62] : [right, width, width * 0.38];
        const y = (end[0] + end[1]) / 2;
        return `M${from} ${end[0]}Q${(from + to) / 2} ${end[0]} ${to} ${y}Q${(from + to) / 2} ${end[1]} ${from} ${end[1]}Z`;
      });
      beads.forEach(({ path }, i) => path.setAttribute("d", shapes[i]));
    }
  };
  const tint = () => {
    for (const { beads } of spreads) for (const bead of beads) {
      let worst = "";
      for (const hit of bead.hits) if (!hit.isOff && (rank[hit.severity] || 0) > (rank[worst] || 0)) worst = hit.severity;
      const look = [worst, bead.state, bead.now ? "now" : ""].join(" ").trim();
      if (bead.look !== look) {
        bead.look = look;
        bead.path.setAttribute("class", look);
      }
    }
  };

  // The reason, on hover and on focus.
  const tip = $("#tip");
  const explain = (hit) => {
    tip.replaceChildren(...hit.numbers.filter((n) => !cards[n].isOff).map((n) => {
      const line = document.createElement("p");
      const title = document.createElement("b");
      title.textContent = $("h3", cards[n]).textContent;
      line.append(title, $(".why", cards[n]).textContent);
      return line;
    }));
    if (!tip.childElementCount) return;
    tip.hidden = false;
    hit.setAttribute("aria-describedby", "tip");
    const { left, bottom, top, width } = hit.getClientRects()[0];
    const x = Math.min(Math.max(8, left + width / 2 - tip.offsetWidth / 2), innerWidth - tip.offsetWidth - 8);
    const y = bottom + tip.offsetHeight + 14 < innerHeight ? bottom + 7 : top - tip.offsetHeight - 7;
    tip.style.left = x + "px";
    tip.style.top = y + "px";
  };
  const quiet = (event) => {
    tip.hidden = true;
    event.target.closest?.(".hit")?.removeAttribute("aria-describedby");
  };
  for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, (event) => {
    const hit = event.target.closest(".rows .hit");
    if (hit) explain(hit);
  });
  for (const kind of ["mouseout", "focusout"]) document.addEventListener(kind, quiet);
  document.addEventListener("scroll", () => { tip.hidden = true; }, { passive: true });

  document.addEventListener("click", (event) => {
    const hit = event.target.closest(".rows .hit");
    if (hit) {
      event.preventDefault();
      const n = hit.numbers.includes(now) && hit.numbers.length > 1 ? hit.numbers[(hit.numbers.indexOf(now) + 1) % hit.numbers.length] : Number(hit.getAttribute("href").slice(2));
      choose(n, { scroll: false });
      cards[n].scrollIntoView({ block: "center" });
      return;
    }
    const card = event.target.closest(".card");
    if (card && !event.target.closest("a, button, textarea")) choose(Number(card.dataset.n));
  });

  // Verdicts leave as the table that the program reads back.
  const guard = (text) => (/^\s*[=+\-@|%＝＋－＠]|^[\t\r\n]/.test(text) ? "'" + text : text);
  const csv = () => {
    const quoted = (cell) => (/[",\r\n]/.test(cell) ? '"' + cell.replaceAll('"', '""') + '"' : cell);
    const [verdict, note] = [at("verdict"), at("note")];
    const lines = findings.map((f) => f.cells.map((cell, c) => {
      if (c === verdict) return f.verdict;
      if (c === note) return guard(f.note.replace(/\s*[\r\n\t]\s*/g, " ").trim()).slice(0, told.limit);
      return cell;
    }).map(quoted).join(","));
    return "\ufeff" + [told.columns.join(","), ...lines].join("\r\n") + "\r\n";
  };
  const hand = () => {
    const url = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = told.file.replace(/[^\p{L}\p{N}._-]+/gu, "_").replace(/^\.+/, "") + ".verdicts.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };

  const help = $("#help");
  const actions = {
    j: () => step(1), k: () => step(-1),
    a: () => judge(now, "accepted"), f: () => judge(now, "false positive"), d: () => judge(now, "fixed"), x: () => judge(now, "won't fix"),
    u: () => { if (now >= 0 && findings[now].verdict) judge(now, findings[now].verdict); },
    n: () => { if (now >= 0) note.focus(); },
    "/": () => form.elements.search.focus(),
    e: hand,
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.matches?.("textarea, select, input:not([type=checkbox])");
    if (typing) {
      if (event.key === "Escape") { event.target.blur(); if (now >= 0) cards[now].focus({ preventScroll: true }); }
      return;
    }
    if (event.key === "Escape") {
      tip.hidden = true;
      return;
    }
    // Keys by their place, where the keyboard writes other letters.
    const place = /^Key([A-Z])$/.exec(event.code);
    const letter = /^[ -~]$/.test(event.key) ? event.key.toLowerCase() : event.key === "؟" ? "?" : place ? place[1].toLowerCase() : event.code === "Slash" ? "/" : "";
    const action = Object.hasOwn(actions, letter) && actions[letter];
    if (!action) return;
    event.preventDefault();
    action();
  });
  $("#export").addEventListener("click", hand);
  $("#keys").addEventListener("click", () => help.showModal());
  $("#reset").addEventListener("click", () => { form.reset(); filter(); });
  let soon = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(soon);
    soon = setTimeout(filter, event.target.type === "search" ? 120 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  const masthead = $(".masthead");
  const fit = () => {
    document.documentElement.style.setProperty("--top", masthead.offsetHeight + "px");
    draw();
  };
  let due = 0;
  new ResizeObserver(() => { cancelAnimationFrame(due); due = requestAnimationFrame(fit); }).observe(document.body);
  document.fonts?.ready.then(fit);

  for (const n of cards.keys()) { recall(n); show(n); }
  filter();
  fit();
  const wanted = /^#f(\d+)$/.exec(location.hash);
  if (wanted) choose(Number(wanted[1]));
})();
