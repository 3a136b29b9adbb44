package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func (to *server) put(key, body string) (*s3.PutObjectOutput, error) {
	return to.s3.PutObject(to.ctx, &s3.PutObjectInput{Bucket: to.bucket, Key: &key, Body: strings.NewReader(body)})
}

func (to *server) read(key string) (string, error) {
	got, err := to.s3.GetObject(to.ctx, &s3.GetObjectInput{Bucket: to.bucket, Key: &key})
	if err != nil {
		return "", err
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	return string(text), err
}

func (to *server) holds(key, expected string) error {
	text, err := to.read(key)
	return errors.Join(err, equal(text, expected))
}

var objects = []rule{
	{"puts and gets bytes, type and metadata under difficult keys, with CRC32 by default", putAndGet},
	{"puts a stream that cannot be rewound, without a payload hash", putStream},
	{"answers modelled errors: NoSuchKey, NotFound, NoSuchBucket, BucketAlreadyOwnedByYou or success", modelledErrors},
	{"lists pages with common prefixes", list},
	{"deletes many keys in one request", deleteMany},
	{"copies, with metadata replaced", copyObject},
	{"lets exactly one of ten concurrent writers create a key with If-None-Match: *", race},
	{"serves presigned GET and PUT", presigned},
	{"waits for objects and buckets", wait},
}

func putAndGet(to *server) error {
	for _, key := range []string{"a b+c%20", "été/日本語/🪣", "quote'&<angle>", "slash//double/../dot"} {
		_, err := to.s3.PutObject(to.ctx, &s3.PutObjectInput{
			Bucket: to.bucket, Key: &key, Body: strings.NewReader(key),
			ContentType: aws.String("text/plain"), Metadata: map[string]string{"colour": "blue"},
		})
		if err != nil {
			return err
		}
		got, err := to.s3.GetObject(to.ctx, &s3.GetObjectInput{Bucket: to.bucket, Key: &key, ChecksumMode: types.ChecksumModeEnabled})
		if err != nil {
			return err
		}
		text, err := io.ReadAll(got.Body)
		if err := errors.Join(err, equal(string(text), key), equal(*got.ContentType, "text/plain"), equal(got.Metadata["colour"], "blue")); err != nil {
			return err
		}
		if got.ChecksumCRC32 == nil {
			return fmt.Errorf("no CRC32 came with %q", key)
		}
	}
	return nil
}

func putStream(to *server) error {
	text := strings.Repeat("streamed ", 100_000)
	stream := io.MultiReader(strings.NewReader(text)) // hides Seek
	_, err := to.s3.PutObject(to.ctx, &s3.PutObjectInput{
		Bucket: to.bucket, Key: aws.String("stream"), Body: stream, ContentLength: aws.Int64(int64(len(text))),
	}, s3.WithAPIOptions(v4.SwapComputePayloadSHA256ForUnsignedPayloadMiddleware), func(options *s3.Options) {
		options.RequestChecksumCalculation = aws.RequestChecksumCalculationWhenRequired // a trailer needs TLS in this SDK
	})
	return errors.Join(err, to.holds("stream", text))
}

func modelledErrors(to *server) error {
	var noKey *types.NoSuchKey
	if _, err := to.read("absent"); !errors.As(err, &noKey) {
		return fmt.Errorf("expected NoSuchKey, got %v", err)
	}
	var notFound *types.NotFound
	if _, err := to.s3.HeadObject(to.ctx, &s3.HeadObjectInput{Bucket: to.bucket, Key: aws.String("absent")}); !errors.As(err, &notFound) {
		return fmt.Errorf("expected NotFound, got %v", err)
	}
	_, err := to.s3.ListObjectsV2(to.ctx, &s3.ListObjectsV2Input{Bucket: aws.String("conformance-no-such-bucket")})
	if err := equal(codeOf(err), "NoSuchBucket"); err != nil {
		return err
	}
	var owned *types.BucketAlreadyOwnedByYou
	if _, err := to.s3.CreateBucket(to.ctx, &s3.CreateBucketInput{Bucket: to.bucket}); err != nil && !errors.As(err, &owned) {
		return err
	}
	return nil
}

func codeOf(err error) string {
	var answer smithy.APIError
	if errors.As(err, &answer) {
		return answer.ErrorCode()
	}
	return fmt.Sprint(err)
}

func list(to *server) error {
	for _, key := range []string{"list/a", "list/b/1", "list/b/2", "list/c d/1", "list/é"} {
		if _, err := to.put(key, ""); err != nil {
			return err
		}
	}
	pages := s3.NewListObjectsV2Paginator(to.s3, &s3.ListObjectsV2Input{
		Bucket: to.bucket, Prefix: aws.String("list/"), Delimiter: aws.String("/"), MaxKeys: aws.Int32(1), EncodingType: types.EncodingTypeUrl,
	})
	var keys, prefixes []string
	for pages.HasMorePages() {
		page, err := pages.NextPage(to.ctx)
		if err != nil {
			return err
		}
		for _, object := range page.Contents {
			keys = append(keys, *object.Key)
		}
		for _, common := range page.CommonPrefixes {
			prefix, err := url.QueryUnescape(*common.Prefix)
			if err != nil {
				return err
			}
			prefixes = append(prefixes, prefix)
		}
	}
	return errors.Join(
		equal(strings.Join(keys, " "), "list/a list/%C3%A9"),
		equal(strings.Join(prefixes, " "), "list/b/ list/c d/"),
	)
}

func deleteMany(to *server) error {
	doomed := []types.ObjectIdentifier{{Key: aws.String("many/absent")}}
	for _, key := range []string{"many/a", "many/b & <c>", "many/é"} {
		if _, err := to.put(key, ""); err != nil {
			return err
		}
		doomed = append(doomed, types.ObjectIdentifier{Key: aws.String(key)})
	}
	answer, err := to.s3.DeleteObjects(to.ctx, &s3.DeleteObjectsInput{Bucket: to.bucket, Delete: &types.Delete{Objects: doomed}})
	if err != nil {
		return err
	}
	left, err := to.s3.ListObjectsV2(to.ctx, &s3.ListObjectsV2Input{Bucket: to.bucket, Prefix: aws.String("many/")})
	return errors.Join(err, equal(len(answer.Deleted), 4), equal(len(answer.Errors), 0), equal(*left.KeyCount, 0))
}

func copyObject(to *server) error {
	if _, err := to.put("copy/source", "copied"); err != nil {
		return err
	}
	_, err := to.s3.CopyObject(to.ctx, &s3.CopyObjectInput{
		Bucket: to.bucket, Key: aws.String("copy/target"), CopySource: aws.String(*to.bucket + "/copy/source"),
		MetadataDirective: types.MetadataDirectiveReplace, Metadata: map[string]string{"made": "anew"},
	})
	if err != nil {
		return err
	}
	head, err := to.s3.HeadObject(to.ctx, &s3.HeadObjectInput{Bucket: to.bucket, Key: aws.String("copy/target")})
	if err != nil {
		return err
	}
	return errors.Join(equal(head.Metadata["made"], "anew"), to.holds("copy/target", "copied"))
}

func race(to *server) error {
	codes := make(chan string)
	for number := range 10 {
		go func() {
			_, err := to.s3.PutObject(to.ctx, &s3.PutObjectInput{
				Bucket: to.bucket, Key: aws.String("race"), Body: strings.NewReader(fmt.Sprint(number)), IfNoneMatch: aws.String("*"),
			})
			if err == nil {
				codes <- "created"
			} else {
				codes <- codeOf(err)
			}
		}()
	}
	counts := map[string]int{}
	for range 10 {
		counts[<-codes]++
	}
	if counts["created"] != 1 || counts["PreconditionFailed"]+counts["ConditionalRequestConflict"] != 9 {
		return fmt.Errorf("expected one to be created and nine to be refused, got %v", counts)
	}
	return nil
}

func presigned(to *server) error {
	signer := s3.NewPresignClient(to.s3, s3.WithPresignExpires(time.Minute))
	put, err := signer.PresignPutObject(to.ctx, &s3.PutObjectInput{Bucket: to.bucket, Key: aws.String("link é+"), ContentType: aws.String("text/css")})
	if err != nil {
		return err
	}
	if _, err := follow(to.ctx, put, "by link"); err != nil {
		return err
	}
	get, err := signer.PresignGetObject(to.ctx, &s3.GetObjectInput{Bucket: to.bucket, Key: aws.String("link é+")})
	if err != nil {
		return err
	}
	text, err := follow(to.ctx, get, "")
	return errors.Join(err, equal(text, "by link"))
}

// follow sends a presigned request with the headers that were signed.
func follow(ctx context.Context, signed *v4.PresignedHTTPRequest, body string) (string, error) {
	request, err := http.NewRequestWithContext(ctx, signed.Method, signed.URL, bytes.NewReader([]byte(body)))
	if err != nil {
		return "", err
	}
	request.Header = signed.SignedHeader
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return string(text), errors.Join(err, equal(answer.StatusCode, http.StatusOK))
}

func wait(to *server) error {
	if _, err := to.put("waited", ""); err != nil {
		return err
	}
	bucketError := s3.NewBucketExistsWaiter(to.s3).Wait(to.ctx, &s3.HeadBucketInput{Bucket: to.bucket}, 5*time.Second)
	objectError := s3.NewObjectExistsWaiter(to.s3).Wait(to.ctx, &s3.HeadObjectInput{Bucket: to.bucket, Key: aws.String("waited")}, 5*time.Second)
	return errors.Join(bucketError, objectError)
}
