// Calls AWS by the AWS SDK for Go, version 2.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

// A program's own transport, as tracing libraries bring one.
type traced struct{ http.RoundTripper }

func main() {
	ctx := context.Background()
	own := &http.Client{Transport: traced{http.DefaultTransport}}
	tracing, err := config.LoadDefaultConfig(ctx, config.WithHTTPClient(own))
	check(err)
	identity, err := sts.NewFromConfig(tracing).GetCallerIdentity(ctx, nil)
	check(err)
	fmt.Println(*identity.Account)

	shared, err := config.LoadDefaultConfig(ctx)
	check(err)
	store := s3.NewFromConfig(shared)
	bucket := aws.String("bucket-go-v2")
	put := func(key string, body []byte, checksum types.ChecksumAlgorithm) {
		_, err := store.PutObject(ctx, &s3.PutObjectInput{
			Bucket: bucket, Key: &key, Body: bytes.NewReader(body), ChecksumAlgorithm: checksum,
		})
		check(err)
	}
	_, err = store.CreateBucket(ctx, &s3.CreateBucketInput{
		Bucket: bucket,
		CreateBucketConfiguration: &types.CreateBucketConfiguration{
			LocationConstraint: types.BucketLocationConstraintEuWest1,
		},
	})
	check(err)
	put("a/b.txt", []byte("hello"), "")
	// In parts, with the checksum behind them.
	put("large", make([]byte, 3_000_000), types.ChecksumAlgorithmSha256)
	var all sync.WaitGroup
	for index := 0; index < 20; index++ {
		all.Add(1)
		go func(index int) {
			defer all.Done()
			put(fmt.Sprintf("many/%d", index), make([]byte, 100_000), "")
		}(index)
	}
	all.Wait()
	object, err := store.GetObject(ctx, &s3.GetObjectInput{Bucket: bucket, Key: aws.String("a/b.txt")})
	check(err)
	text, err := io.ReadAll(object.Body)
	check(err)
	fmt.Println(string(text))

	queues := sqs.NewFromConfig(shared)
	queue, err := queues.CreateQueue(ctx, &sqs.CreateQueueInput{QueueName: aws.String("q1")})
	check(err)
	_, err = queues.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: queue.QueueUrl, MessageBody: aws.String("hi")})
	check(err)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
