#!/usr/bin/env bash
# Seeds for the fuzzers: the files of the tests, each behind the byte that chooses its name.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
files=../tests/program/formats
mkdir -p corpus/documents corpus/pairs corpus/audit

seed() { # target, byte, file
    { printf "\\x$2"; cat "$3"; } > "corpus/$1/$2-$(basename "$3")"
}
for file in ../aligned/*/source.*.txt; do seed documents 00 "$file"; done
for file in "$files"/*.html; do seed documents 02 "$file"; done
for file in "$files"/*.docx; do seed documents 03 "$file"; seed pairs 07 "$file"; done
for file in "$files"/*.odt; do seed documents 04 "$file"; seed pairs 08 "$file"; done
for file in "$files"/*.pdf; do seed documents 05 "$file"; done
seed pairs 02 "$files"/news.tmx
for file in "$files"/*.xlf "$files"/*.*xliff; do seed pairs 03 "$file"; done
seed pairs 05 "$files"/news.po
seed pairs 06 "$files"/news.jsonl
for folder in ../aligned/*/; do
    { head -c 700 "$folder"source.*.txt | { iconv -c -f utf-8 -t utf-8 2>/dev/null || true; } | tr -s '\n'; printf '\n\n'; head -c 1200 "$folder"target.*.txt | { iconv -c -f utf-8 -t utf-8 2>/dev/null || true; } | tr -s '\n'; } > "corpus/audit/$(basename "$folder")"
done
