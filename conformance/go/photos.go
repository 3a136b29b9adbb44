package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go"
)

// A store of photos without a database: its backend gives each user credentials for a prefix, and albums are lists of keys.
var photos = []rule{
	{"gives users credentials on the fly, for their own prefix and nothing else (STS)", prefixCredentials},
	{"keeps albums in index.json, and shares their photos by links of seven days", sharedAlbum},
}

// userPolicy confines to what is below users/NAME/.
const userPolicy = `{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], "Resource": "arn:aws:s3:::%[1]s/users/%[2]s/*"},
  {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::%[1]s", "Condition": {"StringLike": {"s3:prefix": "users/%[2]s/*"}}}]}`

// as is the server for a user, with credentials that end soon.
func (to *server) as(user string) (*server, error) {
	policy := fmt.Sprintf(userPolicy, *to.bucket, user)
	made, err := sts.NewFromConfig(to.settings).GetFederationToken(to.ctx, &sts.GetFederationTokenInput{
		Name: &user, Policy: &policy, DurationSeconds: aws.Int32(900),
	})
	if err != nil {
		return nil, err
	}
	given := made.Credentials
	settings := to.settings.Copy()
	settings.Credentials = credentials.NewStaticCredentialsProvider(*given.AccessKeyId, *given.SecretAccessKey, *given.SessionToken)
	return &server{to.ctx, newClient(settings), to.bucket, settings}, nil
}

func (to *server) keysBelow(prefix string) (int32, error) {
	page, err := to.s3.ListObjectsV2(to.ctx, &s3.ListObjectsV2Input{Bucket: to.bucket, Prefix: &prefix})
	if err != nil {
		return 0, err
	}
	return *page.KeyCount, nil
}

func prefixCredentials(to *server) error {
	ann, errAnn := to.as("ann")
	ben, errBen := to.as("ben")
	if err := errors.Join(errAnn, errBen); err != nil {
		return err
	}
	if _, err := ann.put("users/ann/photo é.jpg", "ann's"); err != nil {
		return err
	}
	count, err := ann.keysBelow("users/ann/")
	if err := errors.Join(err, ann.holds("users/ann/photo é.jpg", "ann's"), equal(count, 1)); err != nil {
		return err
	}
	_, read := ben.read("users/ann/photo é.jpg")
	_, put := ben.put("users/ann/other.jpg", "ben's")
	_, dotted := ben.put("users/ben/../ann/photo é.jpg/../../x", "within ben's prefix: keys are no paths")
	_, list := ben.keysBelow("users/")
	_, copied := ben.s3.CopyObject(to.ctx, &s3.CopyObjectInput{
		Bucket: to.bucket, Key: aws.String("users/ben/stolen.jpg"), CopySource: aws.String(*to.bucket + "/users/ann/" + url.PathEscape("photo é.jpg")),
	})
	return errors.Join(denied(read), denied(put), dotted, denied(list), denied(copied))
}

func denied(err error) error {
	var answer smithy.APIError
	if errors.As(err, &answer) && answer.ErrorCode() == "AccessDenied" {
		return nil
	}
	return fmt.Errorf("expected AccessDenied, got %v", err)
}

type album struct {
	Title  string   `json:"title"`
	Photos []string `json:"photos"`
}

const index = "users/ann/albums/summer/index.json"

func (to *server) save(kept album) error {
	document, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	_, err = to.put(index, string(document))
	return err
}

func sharedAlbum(to *server) error {
	summer := album{"été", []string{"users/ann/1.jpg", "users/ann/2 é.jpg"}}
	for _, key := range summer.Photos {
		if _, err := to.put(key, key); err != nil {
			return err
		}
	}
	if err := to.save(summer); err != nil {
		return err
	}
	document, err := to.read(index)
	var shared album
	if err := errors.Join(err, json.Unmarshal([]byte(document), &shared)); err != nil {
		return err
	}
	signer := s3.NewPresignClient(to.s3, s3.WithPresignExpires(7*24*time.Hour))
	for _, key := range shared.Photos {
		link, err := signer.PresignGetObject(to.ctx, &s3.GetObjectInput{Bucket: to.bucket, Key: &key})
		if err != nil {
			return err
		}
		seen, err := follow(to.ctx, link, "")
		if err := errors.Join(err, equal(seen, key), equal(strings.Contains(link.URL, "X-Amz-Expires=604800"), true)); err != nil {
			return err
		}
	}
	shared.Photos = shared.Photos[:1]
	if err := to.save(shared); err != nil {
		return err
	}
	return to.holds(index, `{"title":"été","photos":["users/ann/1.jpg"]}`)
}
