#!/bin/sh
# A program that uses no AWS at all. It prints all that it gets, so that any change on the way shows.
# The time differs from run to run; the others belong to one hop (RFC 9110, section 7.6.1).
left='^\(Date\|Connection\|Keep-Alive\):'
for url in "$HTTPS_URL" "$HTTP_URL"; do
  curl -sS -i --suppress-connect-headers -H 'X-Case-Kept: yes' "$url/path%20kept/?q=a%2Fb&q=c" | grep -v "$left"
  curl -sS -X PUT --data-binary @"$0" "$url/put"
  curl -sS -H 'Transfer-Encoding: chunked' -H 'Expect: 100-continue' --data-binary @"$0" "$url/post"
  curl -sS "$url/missing" -o /dev/null -w '%{http_code} %{size_download}\n'
  curl -sS "$url/large" | sha256sum
done
curl -s "$DISTRUSTED_URL/"
echo "curl ended with $?"
