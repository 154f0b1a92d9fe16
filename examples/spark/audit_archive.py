"""Audits an archive of translated articles on a Spark cluster.

    spark-submit --master spark://HOST:7077 audit_archive.py archive.jsonl OUT --muqabala /usr/local/bin/muqabala

ARCHIVE is JSON Lines or Parquet with the columns id, source and target (the two texts). OUT gets findings/ and articles/, each as
Parquet and as CSV; findings are partitioned by severity, so that the critical ones can be read alone. Every executor runs
`muqabala worker` over its partitions: the program must be on all machines (or go with the job: --files muqabala --muqabala ./muqabala).
A worker that dies fails its task, and Spark runs the task again elsewhere.
"""
import argparse
import json
import shlex

from pyspark.sql import SparkSession
from pyspark.sql.functions import struct, to_json
from pyspark.sql.types import DoubleType, IntegerType, LongType, StringType, StructField, StructType

# The columns of a report in their order: see "How to read a report" in the README.
FINDING = StructType([
    StructField(name, {"confidence": DoubleType(), "source_line": IntegerType(), "target_line": IntegerType()}.get(name, StringType()))
    for name in ("id document pair rule kind category severity confidence source_line target_line source target source_span target_span "
                 "expected found message verdict note status").split()
])
ARTICLE = StructType(
    [StructField("id", StringType()), StructField("status", StringType()), StructField("score", DoubleType())]
    + [StructField(name, LongType()) for name in
       "source_words target_words source_segments target_segments beads findings".split()]
    + [StructField("stage", StringType()), StructField("reason", StringType())]
)


def row(schema, values):
    """The values of a JSON object in the order of the schema; whole numbers become what the schema asks for."""
    cast = {DoubleType(): float, IntegerType(): int, LongType(): int}
    return tuple(None if values.get(f.name) is None else cast.get(f.dataType, str)(values[f.name]) for f in schema.fields)


def article(result):
    return row(ARTICLE, {**result, "findings": len(result.get("findings", []))})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", help="JSON Lines or Parquet (a name that ends in .parquet)")
    parser.add_argument("out", help="a folder that is not there yet, on storage that all machines share")
    parser.add_argument("--muqabala", default="muqabala", help="the program, as the executors find it")
    parser.add_argument("--options", default="", help='options of muqabala worker, such as "--min-confidence 0.7"')
    parser.add_argument("--partitions", type=int, help="into how many tasks the archive is cut; by default as Spark reads it")
    args = parser.parse_args()

    spark = SparkSession.builder.appName("muqabala").getOrCreate()
    if args.archive.rstrip("/").endswith(".parquet"):
        rows = spark.read.parquet(args.archive).select(to_json(struct("id", "source", "target")).alias("line"))
        lines = rows.rdd.map(lambda row: row.line)
    else:
        lines = spark.sparkContext.textFile(args.archive).filter(lambda line: line.strip())
    if args.partitions:
        lines = lines.repartition(args.partitions)
    command = f"{shlex.quote(args.muqabala)} worker {args.options}"
    # checkCode: a worker that died must fail its task, or the articles that it had not answered would be missing in silence.
    results = lines.pipe(command, checkCode=True).map(json.loads).persist()

    findings = spark.createDataFrame(results.flatMap(lambda r: [row(FINDING, f) for f in r.get("findings", [])]), FINDING)
    articles = spark.createDataFrame(results.map(article), ARTICLE)
    for name, frame, parts in (("findings", findings, ["severity"]), ("articles", articles, [])):
        frame.write.partitionBy(*parts).parquet(f"{args.out}/{name}.parquet")
        frame.write.partitionBy(*parts).option("header", True).option("quoteAll", True).option("escape", '"').csv(f"{args.out}/{name}.csv")
    counts = {r["severity"]: r["count"] for r in findings.groupBy("severity").count().collect()}
    errors = articles.filter(articles.status == "error").count()
    print(f"{articles.count()} articles, {errors} with errors; findings: {counts}")
    spark.stop()


if __name__ == "__main__":
    main()
