"""Prints CloudFormation templates as one JSON list, parsed as cfn-lint parses them: short forms are spelled out."""

import json
import sys

from cfnlint.decode import decode


def parse(path):
    template, problems = decode(path)
    if problems:
        sys.exit(f"{path} cannot be parsed: {problems}")
    return template


json.dump([parse(path) for path in sys.argv[1:]], sys.stdout)
