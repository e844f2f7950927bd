"""Stores a photo with its thumbnail, notes it in a table and hands it to the face finder (boto3 resources)."""

import io

import boto3

s3 = boto3.resource("s3")
dynamodb = boto3.resource("dynamodb")
sqs = boto3.resource("sqs")

bucket = s3.create_bucket(
    Bucket="holiday-photos", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
)
bucket.Versioning().enable()
table = dynamodb.create_table(
    TableName="photos",
    BillingMode="PAY_PER_REQUEST",
    AttributeDefinitions=[
        {"AttributeName": "album", "AttributeType": "S"},
        {"AttributeName": "taken", "AttributeType": "S"},
        {"AttributeName": "camera", "AttributeType": "S"},
    ],
    KeySchema=[
        {"AttributeName": "album", "KeyType": "HASH"},
        {"AttributeName": "taken", "KeyType": "RANGE"},
    ],
    GlobalSecondaryIndexes=[
        {
            "IndexName": "by-camera",
            "KeySchema": [{"AttributeName": "camera", "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "ALL"},
        }
    ],
)
table.wait_until_exists()
queue = sqs.create_queue(QueueName="find-faces", tags={"team": "photos"})

bucket.upload_fileobj(io.BytesIO(b"large" * 100), "originals/crete/1.jpg")
original = bucket.Object("originals/crete/1.jpg")
thumbnail = bucket.Object("thumbnails/crete/1.jpg")
thumbnail.put(Body=original.get()["Body"].read()[:10], Tagging="kind=thumbnail")
bucket.Object("archive/crete/1.jpg").copy_from(
    CopySource={"Bucket": bucket.name, "Key": original.key}
)
for taken in ("2026-07-01", "2026-07-02"):
    table.put_item(Item={"album": "crete", "taken": taken, "camera": "x100"})
with table.batch_writer() as batch:
    batch.put_item(Item={"album": "rome", "taken": "2026-09-03", "camera": "x100"})
found = table.query(
    IndexName="by-camera",
    KeyConditionExpression="camera = :camera",
    ExpressionAttributeValues={":camera": "x100"},
)
print("photos of the camera", found["Count"])
queue.send_message(MessageBody="originals/crete/1.jpg")
for message in queue.receive_messages(MaxNumberOfMessages=1):
    message.delete()
print("objects", [one.key for one in bucket.objects.filter(Prefix="thumbnails/")])
answer = bucket.delete_objects(Delete={"Objects": [{"Key": "archive/crete/1.jpg"}]})
if "Errors" in answer:
    raise SystemExit(answer["Errors"])
