"""Requests to a program's own endpoints, signed with botocore and sent with requests, as such programs do."""

import boto3
import requests
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest

credentials = boto3.Session().get_credentials()
suffix = "5hba2rt273ckarshnxsegh2qye"


def send(method, service, url, body=""):
    signed = AWSRequest(method=method, url=url, data=body, headers={"content-type": "application/json"})
    SigV4Auth(credentials, service, "eu-west-1").add_auth(signed)
    requests.request(method, url, data=body, headers=dict(signed.headers), timeout=60)


send("GET", "es", f"https://search-shop-{suffix}.eu-west-1.es.amazonaws.com/orders/_search")
send("PUT", "aoss", "https://1tg2xudton46knx2a95g.aoss.eu-west-1.on.aws/orders/_doc/1", "{}")
send("POST", "osis", f"https://traces-{suffix}.eu-west-1.osis.amazonaws.com/v1/traces", "[]")
send("POST", "appsync", "https://s8i3kk3ufhe9034ujnv73r513e.appsync-api.eu-west-1.amazonaws.com/event", '{"channel":"/default/a","events":[]}')
send("GET", "vpc-lattice-svcs", "https://rates-057f55fd2927517c9.7d67968.vpc-lattice-svcs.eu-west-1.on.aws/rates")
send("POST", "aps", "https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1/api/v1/remote_write", "x")
print("sent")
