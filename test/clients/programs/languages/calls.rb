# Calls AWS by the AWS SDK for Ruby, version 3, of which Debian has S3 and what the core brings along.
require 'aws-sdk-core'
require 'aws-sdk-s3'

puts Aws::STS::Client.new.get_caller_identity.account

bucket = 'bucket-ruby'
s3 = Aws::S3::Client.new
s3.create_bucket(bucket: bucket, create_bucket_configuration: { location_constraint: 'eu-west-1' })
s3.put_object(bucket: bucket, key: 'a/b.txt', body: 'hello')
# The SDK waits for `100 Continue` before it sends a body.
s3.put_object(bucket: bucket, key: 'large', body: 'x' * 3_000_000)
Aws::S3::Resource.new.bucket(bucket).object('in-parts').upload_stream { |out| out << 'x' * 6_000_000 }
10.times.map { |i| Thread.new { s3.put_object(bucket: bucket, key: "many/#{i}", body: 'x') } }.each(&:join)
puts s3.get_object(bucket: bucket, key: 'a/b.txt').body.read
