"""A program that uses no AWS at all. It prints all that it gets, so that any change on the way shows."""

import hashlib
import os
import ssl
import urllib.error
import urllib.request

import requests

HTTPS_URL, HTTP_URL = os.environ["HTTPS_URL"], os.environ["HTTP_URL"]
DISTRUSTED_URL = os.environ["DISTRUSTED_URL"]

# The time differs from run to run; the others belong to one hop (RFC 9110, section 7.6.1).
LEFT = ("date", "connection", "keep-alive")


def show(status, headers, content):
    kept = [pair for pair in headers if pair[0].lower() not in LEFT]
    digest = hashlib.sha256(content).hexdigest()
    print(status, kept, digest if len(content) > 10_000 else content)


def chunks():
    yield b"a" * 100_000
    yield b"b" * 100_000


for url in (HTTPS_URL, HTTP_URL):
    with requests.Session() as session:
        for answer in (
            session.get(f"{url}/path%20kept/?q=a%2Fb&q=c", headers={"X-Case-Kept": "yes"}),
            session.post(f"{url}/post", data=chunks()),
            session.get(f"{url}/missing"),
            session.get(f"{url}/large"),
        ):
            show(answer.status_code, answer.raw.headers.items(), answer.content)
    with urllib.request.urlopen(f"{url}/by-urllib", data=b"posted") as answer:
        show(answer.status, answer.getheaders(), answer.read())

for open_url in (requests.get, urllib.request.urlopen):
    try:
        open_url(f"{DISTRUSTED_URL}/")
    except (requests.exceptions.SSLError, urllib.error.URLError) as error:
        text = str(error)
        print(type(error).__name__, "CERTIFICATE_VERIFY_FAILED" in text)

print(len(ssl.create_default_context().get_ca_certs()) > 0)
