#!/usr/bin/env bash
# Prints every accuracy table again, and puts them into benches/ACCURACY.md below its mark: bash benches/accuracy.sh [DATA [EVALUATE.py]]
# PROFILE=quick builds faster, and measures the same but for the seconds.
#
# DATA is a folder with labelled texts (align/, errors/), EVALUATE.py the script that runs the program on them; both stand beside
# this project, not in it, as the texts belong to others. Python 3 is needed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
data=${1:-../shared/data}
evaluate=${2:-../shared/tools/evaluate.py}

profile=${PROFILE:-release}
cargo build --quiet --profile "$profile" --bin muqabala --example reliability --example learn --example house
target=${CARGO_TARGET_DIR:-target}/$profile
program=$target/muqabala

# What evaluate.py counted, as rows of a Markdown table: rows TEMPLATE < JSON, where {key} is a number of the result.
rows() {
    python3 -c '
import json, sys
result = json.load(sys.stdin)
shown = lambda v: f"{v:.4f}" if isinstance(v, float) else str(v)
for template in sys.argv[1:]:
    if template.startswith("*"):
        for name, value in result[template[1:]].items():
            print(f"| {name} | {value} |")
    else:
        print(template.format(**{k: shown(v) for k, v in result.items()}))' "$@"
}

run() { python3 "$evaluate" "$1" "$program" "$data/$2" --json; }

tables() {
    printf '\nPrinted by `bash benches/accuracy.sh` at commit %s on %s.\n' "$(git describe --always --dirty --abbrev=10)" "$(date -u +%F)"
    printf 'The texts that it was measured on belong to others and are not part of this project; all of them were at hand while the program was\n'
    printf 'written, so expect a little less on texts of your own.\n'

    printf '\n## Alignment\n\n'
    printf 'News articles with known beads. mild and hard: segments were dropped, added, merged and split; moved: passages stand elsewhere; brief: a\n'
    printf 'few sentences of a long article were translated; clean: nothing was changed. F1 of beads that have both sides and are exactly right, of\n'
    printf 'dropped segments, and of added ones.\n\n'
    printf '| texts | strict F1 | precision | recall | dropped F1 | added F1 | segments | seconds, 72 runs |\n|---|---|---|---|---|---|---|---|\n'
    for set in mild hard moved brief clean; do
        run align "align/$set" | rows "| $set | {strict_f1} | {strict_p} | {strict_r} | {dropped_f1} | {added_f1} | {segments} | {seconds} |"
    done

    printf '\n### Confidence\n\n'
    printf 'Of the beads that are 0.8 to 0.9 sure, eight or nine in ten should be right. The expected calibration error is the mean distance between\n'
    printf 'the two, weighted by beads.\n'
    "$target/examples/reliability" "$data"/align/{mild,hard,moved,brief,clean}

    printf '\n### Learning\n\n'
    printf 'What `--learn` adds when the lexicon lacks entries: strict F1 on the texts of hard, joined into one and each by itself.\n\n'
    "$target/examples/learn" "$data/align/hard"

    printf '\n### House lexicons\n\n'
    printf 'What `muqabala learn` adds on articles that it did not see, in alignment and in clean sentences that are flagged.\n\n'
    "$target/examples/house" "$data"/align/{hard,mild} "$data"/parallel/{flores200_even,tico19,pud}.tsv

    printf '\n## Errors\n\n### Planted errors\n\n'
    printf 'Errors planted by hand into translated news; sentences that look wrong and are right (hard negatives); clean pairs.\n\n'
    local result
    result=$(run challenge errors/challenge_dev.jsonl)
    printf '| | |\n|---|---|\n'
    rows '| planted errors found | {recall} of {planted} |' '| of the right kind | {right_kind} |' '| hard negatives flagged | {hard_negatives_flagged} of {hard_negatives} |' \
        '| clean pairs flagged | {clean_flagged} of {clean} |' <<<"$result"
    printf '\n| type | found |\n|---|---|\n'
    rows '*by_type' <<<"$result"
    printf '\n| hard negative | flagged |\n|---|---|\n'
    rows '*by_hard' <<<"$result"

    printf '\n### Real errors\n\nWhat a reviser found in real translations.\n\n'
    result=$(run real errors/real_dev.jsonl)
    printf '| | |\n|---|---|\n'
    rows '| critical errors found | {recall_critical} |' '| major | {recall_major} |' '| minor | {recall_minor} |' '| findings on an error | {precision_span} |' \
        '| findings in a sentence with an error | {precision_row} |' '| clean sentences flagged | {clean_flagged} |' '| findings | {findings} in {rows} sentences |' <<<"$result"
    printf '\n| severity or type | found |\n|---|---|\n'
    rows '*by' <<<"$result"

    printf '\n### Reliability of each rule\n\n'
    printf 'How often a finding of each confidence is on a labelled error, real or planted: of those that are 0.65 to 0.8 sure, about seven in ten\n'
    printf 'should be. Half of the labelled sentences have an error, which is more than most translations have.\n\n'
    python3 benches/reliability.py "$program" "$data" "$evaluate"

    printf '\n### Minimal pairs\n\nOne Arabic sentence, a good translation and one with one error (DEMETR): does the error cause a finding?\n'
    printf 'The file gives one id to a negation, an added word and a lost phrase, so that findings on one count for all three: those rows, and the\n'
    printf 'first number, say more than they should.\n\n'
    result=$(run minimal errors/demetr_dev.jsonl)
    printf '| | |\n|---|---|\n'
    rows '| errors that cause a finding | {caused} of {items} |' '| good translations flagged | {good_flagged} |' <<<"$result"
    printf '\n| error | found |\n|---|---|\n'
    rows '*by_label' <<<"$result"
}

mark='<!-- What follows is printed by benches/accuracy.sh -->'
{ awk -v mark="$mark" '$0 == mark { exit } { print }' benches/ACCURACY.md; printf '%s\n' "$mark"; tables | tee /dev/stderr; } >benches/ACCURACY.md.part
mv benches/ACCURACY.md.part benches/ACCURACY.md
