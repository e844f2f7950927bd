<?php
// Debian's packages of AsyncAws (on Symfony's HTTP client, so libcurl) and of Guzzle.
foreach (['AsyncAws/Core', 'AsyncAws/Sqs', 'GuzzleHttp'] as $package) {
    require_once "$package/autoload.php";
}

use AsyncAws\Core\Configuration;
use AsyncAws\Core\Credentials\ConfigurationProvider;
use AsyncAws\Core\Request;
use AsyncAws\Core\RequestContext;
use AsyncAws\Core\Signer\SignerV4;
use AsyncAws\Core\Stream\StringStream;
use AsyncAws\Core\Sts\StsClient;
use AsyncAws\Sqs\SqsClient;

echo (new StsClient())->getCallerIdentity()->getAccount(), "\n";
$sqs = new SqsClient();
$url = $sqs->createQueue(['QueueName' => 'q1'])->getQueueUrl();
$sent = [];
for ($i = 0; $i < 5; $i++) {
    $sent[] = $sqs->sendMessage(['QueueUrl' => $url, 'MessageBody' => "message $i"]);
}
foreach ($sent as $result) {
    $result->resolve();
}

$credentials = (new ConfigurationProvider())->getCredentials(Configuration::create([]));
$guzzle = new GuzzleHttp\Client();
$call = function (string $method, string $path, string $body = '') use ($credentials, $guzzle) {
    $request = new Request($method, $path, [], [], StringStream::create($body));
    $request->setHeader('x-amz-content-sha256', hash('sha256', $body));
    $request->setEndpoint("https://bucket-php.s3.eu-west-1.amazonaws.com$path");
    (new SignerV4('s3', 'eu-west-1'))->sign($request, $credentials, new RequestContext());
    $options = ['headers' => $request->getHeaders(), 'body' => $body];
    return (string) $guzzle->request($method, $request->getEndpoint(), $options)->getBody();
};
$call('PUT', '/');
$call('PUT', '/a/b.txt', 'hello');
// Guzzle waits for `100 Continue` before it sends more than a megabyte.
$call('PUT', '/large', str_repeat('x', 3000000));
echo $call('GET', '/a/b.txt'), "\n";
