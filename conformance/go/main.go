// The AWS SDK for Go v2 with its defaults, against the bucket that the environment names.
package main

import (
	"context"
	"log"
	"os"
	"runtime/debug"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type server struct {
	ctx    context.Context
	s3     *s3.Client
	bucket *string
}

func main() {
	ctx := context.Background()
	settings, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	client := s3.NewFromConfig(settings, func(options *s3.Options) { options.UsePathStyle = true })
	bucket := os.Getenv("CONFORMANCE_BUCKET")
	rules := append(append([]rule{}, objects...), uploads...)
	if err := serve(sdkVersion(), rules, &server{ctx, client, &bucket}); err != nil {
		log.Fatal(err)
	}
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
