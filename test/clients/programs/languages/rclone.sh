# Calls S3 by rclone, which brings the AWS SDK for Go an HTTP client of its own.
set -e
export RCLONE_CONFIG=/dev/null RCLONE_CONFIG_AWS_TYPE=s3 RCLONE_CONFIG_AWS_PROVIDER=AWS RCLONE_CONFIG_AWS_ENV_AUTH=true
printf hello | rclone rcat -q aws:bucket-rclone/a/b.txt
head -c 12000000 /dev/zero | rclone rcat -q --s3-chunk-size 5M --streaming-upload-cutoff 1M aws:bucket-rclone/large
rclone cat -q aws:bucket-rclone/a/b.txt
echo
