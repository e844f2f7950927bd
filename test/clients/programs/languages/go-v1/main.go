// Calls AWS by the AWS SDK for Go, version 1.
package main

import (
	"bytes"
	"fmt"
	"io"
	"log"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/sqs"
	"github.com/aws/aws-sdk-go/service/sts"
)

func main() {
	shared := session.Must(session.NewSession())
	identity, err := sts.New(shared).GetCallerIdentity(&sts.GetCallerIdentityInput{})
	check(err)
	fmt.Println(*identity.Account)

	store := s3.New(shared)
	bucket := aws.String("bucket-go-v1")
	put := func(key string, body []byte) {
		_, err := store.PutObject(&s3.PutObjectInput{Bucket: bucket, Key: &key, Body: bytes.NewReader(body)})
		check(err)
	}
	_, err = store.CreateBucket(&s3.CreateBucketInput{Bucket: bucket})
	check(err)
	put("a/b.txt", []byte("hello"))
	// Above 2 MiB the SDK waits for `100 Continue`.
	put("large", make([]byte, 3_000_000))
	object, err := store.GetObject(&s3.GetObjectInput{Bucket: bucket, Key: aws.String("a/b.txt")})
	check(err)
	text, err := io.ReadAll(object.Body)
	check(err)
	fmt.Println(string(text))

	queues := sqs.New(shared)
	queue, err := queues.CreateQueue(&sqs.CreateQueueInput{QueueName: aws.String("q1")})
	check(err)
	_, err = queues.SendMessage(&sqs.SendMessageInput{QueueUrl: queue.QueueUrl, MessageBody: aws.String("hi")})
	check(err)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
