#!/usr/bin/env bash
# Runs the Spark job for real on this machine: a master and three workers, one of which is killed on the way, then compares every row
# with `muqabala batch`. Needs Java, and pyspark (pip install pyspark). bash examples/spark/try_it.sh [ARTICLES]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here/../.."
articles=${1:-2000}
program=${MUQABALA:-$PWD/target/release/muqabala}
generator=${GENERATOR:-$PWD/target/release/examples/synthetic_archive}
python=${PYTHON:-python3}
[ -x "$program" ] && [ -x "$generator" ] || cargo build --release --example synthetic_archive --bin muqabala
folder=$(mktemp -d)
export SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export PYSPARK_PYTHON=$(command -v "$python") SPARK_LOCAL_IP=127.0.0.1 SPARK_MASTER_HOST=127.0.0.1
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$folder"' EXIT

"$generator" "$folder/archive" "$articles"
start() { "$SPARK_HOME/bin/spark-class" "$@" >"$folder/log.${#pids[@]}" 2>&1 & pids+=($!); }
start org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17077 --webui-port 18080
sleep 5
for n in 1 2 3; do
    start org.apache.spark.deploy.worker.Worker spark://127.0.0.1:17077 --host 127.0.0.1 --cores 1 --memory 1g --webui-port 1808$n --work-dir "$folder/work$n"
done
sleep 8
"$SPARK_HOME/bin/spark-submit" --master spark://127.0.0.1:17077 --executor-memory 700m --conf spark.log.level=INFO "$here/audit_archive.py" \
    "$folder/archive/archive.jsonl" "$folder/out" --muqabala "$program" --partitions 48 >"$folder/job" 2>"$folder/job.log" &
job=$!
# Kill the second worker, and what it runs, as soon as one task is done.
until grep -q 'Finished task' "$folder/job.log" || ! kill -0 $job 2>/dev/null; do sleep 0.2; done
doomed=${pids[2]}
for child in $(pgrep -P "$doomed" || true); do kill -9 "$child"; done
kill -9 "$doomed"
echo "killed worker 2 after: $(grep -c 'Finished task' "$folder/job.log") tasks"
wait $job || { tail -20 "$folder/job" "$folder/job.log"; exit 1; }
cat "$folder/job"
echo "executors lost: $(grep -c 'Lost executor' "$folder/job.log" || true)"
"$program" batch "$folder/archive/archive.jsonl" -o "$folder/batch" --format jsonl --fail-on never --quiet
"$python" "$here/compare.py" "$folder/out" "$folder/batch"
