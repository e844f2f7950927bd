"""Values for the members of botocore's shapes, made from a seed: the same seed, the same values."""

import datetime
import random

# Deeper than the items of a list only what must be there is filled in: a request with every member of every level would never end.
OPTIONAL_DEPTH = 3

ACCOUNT = "123456789012"


class ValueMaker:
    """Makes the parameters of one operation; `is_complete` fills in what may be left out as well."""

    def __init__(self, seed, signing_name, region, is_complete):
        self.random = random.Random(seed)
        self.signing_name = signing_name
        self.region = region
        self.is_complete = is_complete

    def parameters(self, shape):
        """Returns the parameters of an operation with this input shape, or with none."""
        return {} if shape is None else self._structure(shape, "", 0, ())

    def _value(self, shape, name, depth, within):
        make = getattr(self, f"_{shape.type_name}", None)
        if make is None:
            raise TypeError(f"no values are made for the type {shape.type_name} of {name}")
        return make(shape, name, depth, within)

    def _structure(self, shape, name, depth, within):
        if shape.is_document_type:
            return {"key": "value"}
        within += (shape.name,)
        return {
            member: self._value(member_shape, member, depth + 1, within)
            for member, member_shape in self._wanted_members(shape, depth, within)
        }

    def _wanted_members(self, shape, depth, within):
        members = list(shape.members.items())
        if shape.is_tagged_union:
            return [self.random.choice(members)] if members else []
        fills_all = self.is_complete and depth < OPTIONAL_DEPTH
        return [
            (member, member_shape)
            for member, member_shape in members
            if member in shape.required_members
            or (fills_all and not self._leads_back(member_shape, within))
        ]

    @staticmethod
    def _leads_back(shape, within):
        return shape.name in within

    def _list(self, shape, name, depth, within):
        if self._leads_back(shape.member, within):
            return []
        length = max(1, shape.metadata.get("min", 0))
        return [self._value(shape.member, name, depth + 1, within) for _ in range(length)]

    def _map(self, shape, name, depth, within):
        if self._leads_back(shape.value, within):
            return {}
        length = max(1, shape.metadata.get("min", 0))
        return {
            self._value(shape.key, name, depth + 1, within): self._value(
                shape.value, name, depth + 1, within
            )
            for _ in range(length)
        }

    def _string(self, shape, name, depth, within):
        if shape.enum:
            # The other checksums of S3 need packages beside botocore.
            return "SHA256" if "SHA256" in shape.enum else self.random.choice(shape.enum)
        text = self._text(shape, name)
        shortest, longest = shape.metadata.get("min", 0), shape.metadata.get("max")
        return text.ljust(shortest, "x")[:longest]

    _character = _string

    def _text(self, shape, name):
        number = self.random.randrange(10**6)
        low = f"{name} {shape.name}".lower()
        if low.split()[0].endswith(("arn", "arns")):
            return self._arn(name, number)
        if "accountid" in low or low.startswith("catalogid"):
            return ACCOUNT
        if low.startswith("bucket"):
            return f"bucket-{self.signing_name}"
        if low.startswith("queueurl"):
            return f"https://sqs.{self.region}.amazonaws.com/{ACCOUNT}/queue-{number}"
        if low.startswith("predictendpoint"):
            return f"https://realtime.machinelearning.{self.region}.amazonaws.com"
        if "policydocument" in low:
            return "{}"
        return f"{name}-{number}"

    def _arn(self, name, number):
        if "role" in name.lower():
            return f"arn:aws:iam::{ACCOUNT}:role/role-{number}"
        if self.signing_name == "kinesis":
            # botocore finds the host of a stream in its ARN.
            return f"arn:aws:kinesis:{self.region}:{ACCOUNT}:stream/stream-{number}"
        noun = name.lower().rstrip("s").removesuffix("arn") or "resource"
        return f"arn:aws:{self.signing_name}:{self.region}:{ACCOUNT}:{noun}/{noun}-{number}"

    def _integer(self, shape, name, depth, within):
        return max(1, shape.metadata.get("min", 1))

    _long = _integer

    def _float(self, shape, name, depth, within):
        return float(max(1, shape.metadata.get("min", 1)))

    _double = _float

    def _boolean(self, shape, name, depth, within):
        return True

    def _timestamp(self, shape, name, depth, within):
        return datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)

    def _blob(self, shape, name, depth, within):
        return b"bytes".ljust(shape.metadata.get("min", 0), b"s")
