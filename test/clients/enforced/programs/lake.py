"""Loads clicks into a data lake and asks it (boto3 clients, two threads)."""

import json
from concurrent.futures import ThreadPoolExecutor

import boto3

account = boto3.client("sts").get_caller_identity()["Account"]
s3 = boto3.client("s3")
kinesis = boto3.client("kinesis")
firehose = boto3.client("firehose")
glue = boto3.client("glue")
athena = boto3.client("athena")

s3.create_bucket(Bucket="clicks-lake", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
kinesis.create_stream(StreamName="clicks", ShardCount=1)
kinesis.get_waiter("stream_exists").wait(StreamName="clicks", WaiterConfig={"Delay": 1})
firehose.create_delivery_stream(
    DeliveryStreamName="clicks-to-lake",
    DeliveryStreamType="DirectPut",
    ExtendedS3DestinationConfiguration={
        "RoleARN": f"arn:aws:iam::{account}:role/deliver-clicks",
        "BucketARN": "arn:aws:s3:::clicks-lake",
    },
)


def send(number):
    kinesis.put_record(StreamName="clicks", Data=json.dumps({"page": number}), PartitionKey="a")
    firehose.put_record(
        DeliveryStreamName="clicks-to-lake", Record={"Data": json.dumps({"page": number})}
    )


with ThreadPoolExecutor(2) as pool:
    list(pool.map(send, range(4)))
shard = kinesis.list_shards(StreamName="clicks")["Shards"][0]["ShardId"]
start = kinesis.get_shard_iterator(
    StreamName="clicks", ShardId=shard, ShardIteratorType="TRIM_HORIZON"
)
print("records", len(kinesis.get_records(ShardIterator=start["ShardIterator"])["Records"]))

glue.create_database(DatabaseInput={"Name": "web"})
glue.create_table(
    DatabaseName="web",
    TableInput={
        "Name": "clicks",
        "StorageDescriptor": {
            "Columns": [{"Name": "page", "Type": "int"}],
            "Location": "s3://clicks-lake/clicks/",
        },
    },
)
athena.create_work_group(
    Name="analysts",
    Configuration={"ResultConfiguration": {"OutputLocation": "s3://clicks-lake/results/"}},
)
query = athena.start_query_execution(
    QueryString="SELECT count(*) FROM clicks",
    QueryExecutionContext={"Database": "web"},
    WorkGroup="analysts",
)["QueryExecutionId"]
state = athena.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]["State"]
athena.get_query_results(QueryExecutionId=query)
print("query", state)
