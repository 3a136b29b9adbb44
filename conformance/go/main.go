// The AWS SDK for Go v2 with its defaults, against the bucket that the environment names.
package main

import (
	"context"
	"log"
	"os"
	"runtime/debug"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type server struct {
	ctx      context.Context
	s3       *s3.Client
	bucket   *string
	settings aws.Config
}

func main() {
	ctx := context.Background()
	settings, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	bucket := os.Getenv("CONFORMANCE_BUCKET")
	rules := slices.Concat(objects, uploads, photos)
	if err := serve(sdkVersion(), rules, &server{ctx, newClient(settings), &bucket, settings}); err != nil {
		log.Fatal(err)
	}
}

func newClient(settings aws.Config) *s3.Client {
	return s3.NewFromConfig(settings, func(options *s3.Options) { options.UsePathStyle = true })
}

func sdkVersion() string {
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, module := range build.Deps {
			if module.Path == "github.com/aws/aws-sdk-go-v2/service/s3" {
				return "s3 " + module.Version
			}
		}
	}
	return "unknown"
}
