#!/usr/bin/env python3
"""How often each rule is right at each confidence, as a Markdown table: reliability.py PROGRAM DATA EVALUATE.py [--fit]

Labelled data are the errors of real translations and those planted into right ones, with right pairs among both. A finding is right
when its words overlap the words of a labelled error. --fit prints instead, for each rule, the line that its log odds would have to go
through to be right as often as they say (logistic regression, held near the identity by a normal prior)."""
import collections, importlib.util, json, math, sys

program, data, evaluate = sys.argv[1:4]
spec = importlib.util.spec_from_file_location("evaluate", evaluate)
ev = importlib.util.module_from_spec(spec); spec.loader.exec_module(ev)
LEAST = 0.02
BINS = [LEAST, 0.2, 0.35, 0.5, 0.65, 0.8, 1.01]

def judged():
    """(rule, confidence, right) of every finding."""
    rows = [json.loads(l) for l in open(f"{data}/errors/real_dev.jsonl", encoding="utf-8")]
    found, _ = ev.audit(program, [(r["index"], r["en"], r["ar"]) for r in rows], LEAST)
    for r in rows:
        for f in found.get(str(r["index"]), []):
            yield f["rule"], f["confidence"], any(ev.hits(f, r["en"], r["ar"], e.get("src_span", ""), e.get("tgt_span", "")) for e in r["errors"])
    rows = [json.loads(l) for l in open(f"{data}/errors/challenge_dev.jsonl", encoding="utf-8")]
    found, _ = ev.audit(program, [(r["id"], r["en"], r["ar"]) for r in rows], LEAST)
    for r in rows:
        for f in found.get(str(r["id"]), []):
            yield f["rule"], f["confidence"], r["kind"] != "none" and bool(ev.hits(f, r["en"], r["ar"], r.get("en_span", ""), r.get("ar_span", "")))

def line(points, slope_sd=0.3, shift_sd=0.6, steps=4000, rate=0.01):
    """Slope and shift of log odds that make `points` likeliest."""
    slope, shift = 1.0, 0.0
    logit = [math.log(p / (1 - p)) for p, _ in points]
    for _ in range(steps):
        ds, dh = (1 - slope) / slope_sd**2, -shift / shift_sd**2
        for x, (_, right) in zip(logit, points):
            miss = right - 1 / (1 + math.exp(-(slope * x + shift)))
            ds += miss * x; dh += miss
        slope += rate * ds / (1 + len(points) / 20); shift += rate * dh / (1 + len(points) / 20)
    return slope, shift

by = collections.defaultdict(list)
for rule, p, right in judged():
    by[rule].append((min(p, 0.995), right))
if "--fit" in sys.argv:
    for rule, points in sorted(by.items()):
        slope, shift = line(points)
        even = 1 / (1 + math.exp(shift / slope))
        print(f"{rule:26} {len(points):5}  slope {slope:.2f}  shift {shift:+.2f}  even odds at {even:.2f}")
    sys.exit()
print("| rule | findings |" + "".join(f" {a:.2f}-{min(b, 1):.2f} |" for a, b in zip(BINS, BINS[1:])) + " error |")
print("|---|---|" + "---|" * (len(BINS) - 1) + "---|")
everything = [x for points in by.values() for x in points]
for rule, points in [*sorted(by.items()), ("all", everything)]:
    cells, error = [], 0.0
    for a, b in zip(BINS, BINS[1:]):
        inside = [(p, right) for p, right in points if a <= p < b]
        if not inside:
            cells.append(""); continue
        mean, rate = sum(p for p, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)
        cells.append(f"{rate:.2f} of {len(inside)}"); error += len(inside) / len(points) * abs(mean - rate)
    print(f"| {rule} | {len(points)} | " + " | ".join(cells) + f" | {error:.3f} |")
