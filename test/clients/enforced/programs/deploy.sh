#!/usr/bin/env bash
# Deploys a function behind an HTTP API (AWS CLI).
set -euo pipefail
trust='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
code=$(mktemp)
trap 'rm -f "$code"' EXIT
python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("index.py", "def handler(event, context): return {}")' "$code"

aws logs create-log-group --log-group-name /aws/lambda/invoices
role=$(aws iam create-role --role-name invoices-role --assume-role-policy-document "$trust" --query Role.Arn --output text)
function=$(aws lambda create-function --function-name invoices --runtime python3.12 --handler index.handler \
  --role "$role" --zip-file "fileb://$code" --tags app=invoices --query FunctionArn --output text)
aws apigatewayv2 create-api --name invoices --protocol-type HTTP --target "$function" --query ApiId
