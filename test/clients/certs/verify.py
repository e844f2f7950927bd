"""Verifies a chain with the verifier of pyca/cryptography, which holds to the rules of the web's authorities.

usage: verify.py CA_FILE LEAF_FILE HOST
Exits with 1 and the reason on stderr where the chain is refused.
"""

import ipaddress
import sys

try:
    from cryptography import x509
    from cryptography.x509 import verification
except ImportError:
    sys.exit("the Python package cryptography (45 or later) is missing: pip install cryptography")


def read_certificate(path):
    with open(path, "rb") as file:
        return x509.load_pem_x509_certificate(file.read())


def subject_of(host):
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


ca_file, leaf_file, host = sys.argv[1:]
store = verification.Store([read_certificate(ca_file)])
verifier = verification.PolicyBuilder().store(store).build_server_verifier(subject_of(host))
try:
    verifier.verify(read_certificate(leaf_file), [])
except verification.VerificationError as error:
    sys.exit(str(error))
