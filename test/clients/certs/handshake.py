"""Shakes hands with a TLS server on loopback by the strict rules, and prints the subject alternative names.

usage: handshake.py CA_FILE HOST PORT
Exits with 1 and the reason on stderr where the certificate is refused.
"""

import json
import socket
import ssl
import sys

ca_file, host, port = sys.argv[1:]
context = ssl.create_default_context(cafile=ca_file)
context.verify_flags |= ssl.VERIFY_X509_STRICT
with socket.create_connection(("127.0.0.1", int(port))) as connection:
    try:
        with context.wrap_socket(connection, server_hostname=host) as secured:
            print(json.dumps(secured.getpeercert()["subjectAltName"]))
    except ssl.SSLCertVerificationError as error:
        sys.exit(error.verify_message)
