"""Calls that name their resource by what another call answered: an iterator, an id, a handle, an ARN below another."""

import os
import subprocess
import sys

import boto3


def client(service):
    return boto3.client(service, region_name="eu-west-1", endpoint_url=os.environ.get("ENDPOINT"))


if len(sys.argv) > 1:
    # Another process of the same run takes what the first one was given.
    iterator, query = sys.argv[1:]
    records = client("kinesis").get_records(ShardIterator=iterator)
    again = client("kinesis").get_records(ShardIterator=records["NextShardIterator"])
    print("records", len(records["Records"]), len(again["Records"]))
    client("athena").get_query_execution(QueryExecutionId=query)
    client("athena").stop_query_execution(QueryExecutionId=query)
    sys.exit()

kinesis = client("kinesis")
kinesis.create_stream(StreamName="orders", ShardCount=1)
kinesis.put_record(StreamName="orders", PartitionKey="p", Data=b"hello")
shards = kinesis.list_shards(StreamName="orders")["Shards"]
iterator = kinesis.get_shard_iterator(
    StreamName="orders", ShardId=shards[0]["ShardId"], ShardIteratorType="TRIM_HORIZON"
)["ShardIterator"]

athena = client("athena")
athena.create_work_group(Name="reports")
query = athena.start_query_execution(QueryString="select 1", WorkGroup="reports")

subprocess.run(
    [sys.executable, __file__, iterator, query["QueryExecutionId"]], check=True
)

sns = client("sns")
topic = sns.create_topic(Name="news")["TopicArn"]
subscription = sns.subscribe(
    TopicArn=topic, Protocol="sqs", Endpoint="arn:aws:sqs:eu-west-1:123456789012:q1", ReturnSubscriptionArn=True
)["SubscriptionArn"]
sns.get_subscription_attributes(SubscriptionArn=subscription)
sns.unsubscribe(SubscriptionArn=subscription)

client("sts").get_caller_identity()
print("keys", len(client("iam").list_access_keys()["AccessKeyMetadata"]))
