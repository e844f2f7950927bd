#!/usr/bin/env bash
# Watches a shop: a metric, an alarm, an audit trail (AWS CLI in pipes).
set -euo pipefail
export AWS_DEFAULT_OUTPUT=text

seq 2 | xargs -I{} -P 2 aws cloudwatch put-metric-data --namespace Shop/Checkout --metric-name Latency --value {}
aws sns create-topic --name on-call --query TopicArn |
  xargs aws cloudwatch put-metric-alarm --alarm-name slow-checkout --namespace Shop/Checkout --metric-name Latency \
    --statistic Average --period 60 --evaluation-periods 3 --threshold 2 \
    --comparison-operator GreaterThanThreshold --alarm-actions
aws s3 mb s3://shop-audit-trail
aws cloudtrail create-trail --name audit --s3-bucket-name shop-audit-trail --query Name
