# Calls S3 by s3cmd, whose configuration names leastgrant's proxy.
set -eu
s3() { s3cmd --config=s3cmd.cfg --quiet "$@"; }
s3 mb s3://bucket-s3cmd
echo hello | s3 put - s3://bucket-s3cmd/a/b.txt
head -c 3000000 /dev/zero | s3 put - s3://bucket-s3cmd/large
s3 get s3://bucket-s3cmd/a/b.txt -
