"""Calls every operation of every service that botocore knows, and writes what it sent.

usage: sweep.py SENT.ndjson [--seed N] [--services a,b] [--required a,b]

Each operation is called with all of its members, and once more with those only that it requires where its service is
one of --required. The two kinds sign with keys of their own, by which a recording tells them apart. A line of
SENT.ndjson is an operation: {kind, service, operation, isSigned, isSent, error}. Services are named by their ids,
`elastic-load-balancing-v2`, but in --services, which takes botocore's names. An operation is sent when its request is
on its way, whatever the answer is.
"""

import argparse
import json
import multiprocessing
import os
import sys

try:
    import botocore.session
    from botocore import xform_name
    from botocore.config import Config
    from botocore.tokens import FrozenAuthToken
except ImportError as error:
    sys.exit(
        f"{error}: the sweep needs botocore: pip install boto3, or apt-get install python3-botocore"
    )

from made_values import ValueMaker

REGION = "eu-west-1"
ACCESS_KEYS = {"required": "AKIAIOSFODNNREQUIRED", "complete": "AKIAIOSFODNNCOMPLETE"}


class Token:
    """The bearer token that some services take in place of a signature."""

    def load_token(self, **_):
        return FrozenAuthToken("sweep")


class Sweep:
    """Calls the services that it is given, one after the other."""

    def __init__(self, seed, required):
        self.seed = seed
        self.required = required
        self.session = botocore.session.Session()
        self.session.set_credentials(ACCESS_KEYS["required"], "secret")
        self.session.register_component("token_provider", Token())
        self.sent = set()

    def call_service(self, name):
        """Returns the lines of one service."""
        client = self.session.create_client(
            name,
            region_name=REGION,
            # botocore reads its list of authorities for each connection. Without the public ones that is 50 ms less.
            verify=os.environ.get("NODE_EXTRA_CA_CERTS"),
            config=Config(retries={"total_max_attempts": 1}, connect_timeout=10, read_timeout=30),
        )
        client.meta.events.register_last("before-send", self._note_sent)
        service = str(client.meta.service_model.service_id.hyphenize())
        kinds = ["complete", "required"] if service in self.required else ["complete"]
        return [line for kind in kinds for line in self._call_operations(client, service, kind)]

    def _call_operations(self, client, service, kind):
        self.session.get_credentials().access_key = ACCESS_KEYS[kind]
        model = client.meta.service_model
        self.sent.clear()
        errors = {}
        for operation in model.operation_names:
            errors[operation] = self._call(client, model.operation_model(operation), kind)
        return [
            {
                "kind": kind,
                "service": service,
                "operation": operation,
                "isSigned": model.operation_model(operation).auth_type != "none",
                "isSent": operation in self.sent,
                "error": errors[operation],
            }
            for operation in model.operation_names
        ]

    def _call(self, client, operation, kind):
        signing_name = client.meta.service_model.signing_name
        seed = f"{self.seed} {kind} {operation.service_model.service_name} {operation.name}"
        maker = ValueMaker(seed, signing_name, REGION, kind == "complete")
        try:
            parameters = maker.parameters(operation.input_shape)
            getattr(client, xform_name(operation.name))(**parameters)
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return None

    def _note_sent(self, event_name, **_):
        self.sent.add(event_name.rpartition(".")[2])


def start(*settings):
    global sweep
    sweep = Sweep(*settings)


def call_service(name):
    return sweep.call_service(name)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sent")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--services")
    parser.add_argument("--required", default="")
    options = parser.parse_args()
    session = botocore.session.Session()
    names = options.services.split(",") if options.services else session.get_available_services()
    settings = (options.seed, options.required.split(","))
    with multiprocessing.Pool(os.cpu_count(), start, settings) as pool:
        with open(options.sent, "w", encoding="utf-8") as file:
            for lines in pool.imap_unordered(call_service, names):
                file.writelines(json.dumps(line) + "\n" for line in lines)


if __name__ == "__main__":
    main()
