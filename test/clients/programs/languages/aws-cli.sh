# Calls AWS by the AWS CLI, version 2, at the path in $AWS_CLI.
set -e
"$AWS_CLI" s3 mb s3://bucket-cli-v2
# In two parts.
head -c 9000000 /dev/zero | "$AWS_CLI" s3 cp - s3://bucket-cli-v2/large
"$AWS_CLI" sqs create-queue --queue-name q1 --query QueueUrl --output text
