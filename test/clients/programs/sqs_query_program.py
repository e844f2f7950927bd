"""SQS in the query protocol, as every client spoke it before AWS gave the service a JSON one."""

import os

import boto3

session = boto3.Session(region_name="eu-west-1")
loader = session._loader
load_today = loader.load_service_model


def load_service_model(service_name, type_name, api_version=None):
    """Puts back into SQS's model what the query protocol needs and today's model has lost."""
    model = load_today(service_name, type_name, api_version)
    if service_name == "sqs" and type_name == "service-2":
        model["metadata"].update(protocol="query", protocols=["query"])
        for name, operation in model["operations"].items():
            operation.get("output", {})["resultWrapper"] = f"{name}Result"
        model["shapes"]["MessageList"]["flattened"] = True
        model["shapes"]["MessageList"]["member"]["locationName"] = "Message"
    return model


loader.load_service_model = load_service_model
sqs = session.client("sqs", endpoint_url=os.environ.get("ENDPOINT"))
queue_url = sqs.create_queue(QueueName="q1")["QueueUrl"]
print(sqs.send_message(QueueUrl=queue_url, MessageBody="hi")["MD5OfMessageBody"])
print([message["Body"] for message in sqs.receive_message(QueueUrl=queue_url)["Messages"]])
