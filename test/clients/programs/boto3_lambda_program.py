"""The one call of the boto3 program whose path ends with a slash."""

import os

import boto3

functions = boto3.client(
    "lambda", region_name="eu-west-1", endpoint_url=os.environ.get("ENDPOINT")
)
print("lambda", functions.list_functions()["Functions"])
