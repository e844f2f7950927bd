# Calls S3 by Net::Amazon::S3, which stands on LWP.
use strict;
use warnings;
use Net::Amazon::S3;

my $s3 = Net::Amazon::S3->new({
    aws_access_key_id     => $ENV{AWS_ACCESS_KEY_ID},
    aws_secret_access_key => $ENV{AWS_SECRET_ACCESS_KEY},
    authorization_method  => 'Net::Amazon::S3::Signature::V4',
    host                  => 's3.eu-west-1.amazonaws.com',
    secure                => 1,
});
sub check { $_[0] or die $s3->err . ': ' . $s3->errstr }

my $bucket = check($s3->add_bucket({ bucket => 'bucket-perl', location_constraint => 'eu-west-1' }));
check($bucket->add_key('a/b.txt', 'hello'));
check($bucket->add_key('large', 'x' x 3_000_000));
print check($bucket->get_key('a/b.txt'))->{value}, "\n";
