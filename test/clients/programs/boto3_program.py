"""An ordinary boto3 program. ENDPOINT, where set, is an endpoint written in code."""

import os

import boto3

endpoint = os.environ.get("ENDPOINT")


def client(service):
    return boto3.client(service, region_name="eu-west-1", endpoint_url=endpoint)


s3 = client("s3")
s3.create_bucket(
    Bucket="my-bucket-1", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
)
s3.put_object(Bucket="my-bucket-1", Key="a/b.txt", Body=b"hello")
print("s3 get", s3.get_object(Bucket="my-bucket-1", Key="a/b.txt")["Body"].read())
listing = s3.list_objects_v2(Bucket="my-bucket-1")
print("s3 list", [entry["Key"] for entry in listing["Contents"]])

dynamodb = client("dynamodb")
dynamodb.create_table(
    TableName="t1",
    BillingMode="PAY_PER_REQUEST",
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
)
dynamodb.put_item(TableName="t1", Item={"id": {"S": "1"}})
print("dynamodb get", dynamodb.get_item(TableName="t1", Key={"id": {"S": "1"}})["Item"])

sqs = client("sqs")
queue_url = sqs.create_queue(QueueName="q1")["QueueUrl"]
sent = sqs.send_message(QueueUrl=queue_url, MessageBody="hi")
print("sqs send", sent["MD5OfMessageBody"])

print("sns", client("sns").create_topic(Name="top1")["TopicArn"])
role = client("iam").create_role(RoleName="r1", AssumeRolePolicyDocument="{}")
print("iam", role["Role"]["Arn"])
stored = client("ssm").put_parameter(Name="/app/x", Value="1", Type="String")
print("ssm", stored["Version"])
print("kms", client("kms").create_key()["KeyMetadata"]["KeyState"])
client("logs").create_log_group(logGroupName="g1")
