"""Compares what the Spark job wrote with what `muqabala batch --format jsonl` wrote, row by row: compare.py SPARK_OUT BATCH_OUT"""
import csv
import json
import sys

from pyspark.sql import SparkSession

spark_out, batch_out = sys.argv[1:]
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", False).getOrCreate()
spark.sparkContext.setLogLevel("ERROR")


def key(finding):
    # The keys that tell where the words stand in the files are of the batch alone: a worker has no files.
    finding = {name: value for name, value in finding.items() if not name.endswith(("_bytes", "_mark"))}
    return json.dumps(finding, ensure_ascii=False, sort_keys=True)


# Only a batch sees the whole archive, and so how names are rendered elsewhere.
lines = [json.loads(line) for line in open(f"{batch_out}/findings.jsonl", encoding="utf-8")]
wanted = sorted(key(f) for f in lines if f["rule"] != "unusual-rendering")
parquet = sorted(key(r.asDict()) for r in spark.read.parquet(f"{spark_out}/findings.parquet").collect())
text = spark.read.option("header", True).option("escape", '"').csv(f"{spark_out}/findings.csv").count()
articles = {r["id"]: r["beads"] for r in spark.read.parquet(f"{spark_out}/articles.parquet").collect()}
rows = {r["id"]: int(r["beads"]) for r in csv.DictReader(open(f"{batch_out}/articles.csv", encoding="utf-8-sig"))}
print(f"findings: {len(wanted)} of batch, {len(parquet)} of Spark (Parquet), {text} (CSV); articles: {len(rows)} and {len(articles)}")
equal = wanted == parquet and text == len(wanted) and articles == rows
print("equal, row by row" if equal else "NOT EQUAL")
sys.exit(not equal)
