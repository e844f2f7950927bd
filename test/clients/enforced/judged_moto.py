"""moto_server whose IAM enforcement asks a judge where moto's own would read no resource and no condition.

moto says who calls, which policies that user has and what the request holds, and answers the refusal. The
judge at JUDGE_URL decides. Signatures are not checked here: moto computes other ones than AWS for some paths.
"""

import base64
import json
import os
import re
import threading
import urllib.request

import flask
from moto.core.authorization import ActionAuthenticatorMixin
from moto.iam.access_control import IAMPolicy, IAMRequestBase
from moto.server import main

judged = threading.local()
authenticate = ActionAuthenticatorMixin._authenticate_and_authorize_action


def remember_request(self, iam_request_cls, resource="*"):
    judged.response = self
    authenticate(self, iam_request_cls, resource)


def ask_judge(self, resource):
    policies = [IAMPolicy(policy)._policy_json for policy in self._access_key.collect_policies()]
    question = {
        "action": self._action,
        "region": self._region,
        "account": self.account_id,
        "parameters": read_parameters(self._action, resource),
        "headers": {name.lower(): value for name, value in self._headers.items()},
        "policies": [json.dumps(policy) for policy in policies],
    }
    body = json.dumps(question, default=write_blob).encode()
    with urllib.request.urlopen(os.environ["JUDGE_URL"], body) as answer:
        if json.load(answer) is not True:
            self._raise_access_denied()


def write_blob(value):
    return base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)


def read_parameters(action, resource):
    """The members of the request as botocore's model names them; for S3, which moto reads by hand, bucket and keys."""
    if action.startswith("s3:"):
        bucket, _, key = resource.split(":", 5)[5].partition("/")
        keys = [key] if key else re.findall("<Key>(.*?)</Key>", flask.request.get_data(as_text=True))
        return {"Bucket": bucket, "Keys": keys}
    response = judged.response
    had = vars(response).get("params")
    response.parse_parameters(flask.request)
    parameters, response.params = response.params, had
    return parameters


ActionAuthenticatorMixin._authenticate_and_authorize_action = remember_request
IAMRequestBase.check_action_permitted = ask_judge
IAMRequestBase.check_signature = lambda self: None
main()
