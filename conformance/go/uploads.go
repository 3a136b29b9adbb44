package main

import (
	"bytes"
	"errors"
	"io"
	"math/rand"
	"os"
	"path/filepath"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

const mebibyte = 1 << 20

var uploads = []rule{
	{"takes a stream of unknown length in parts and gives it back in concurrent ranges (transfer manager)", transfer},
	{"completes an upload of copied ranges, with a checksum for each part", copyParts},
	{"lists and aborts an unfinished upload", abort},
	{"describes an object's parts in its attributes", attributes},
}

// sample gives bytes that do not compress and are the same in each run.
func sample(size int) []byte {
	content := make([]byte, size)
	rand.New(rand.NewSource(1)).Read(content)
	return content
}

func transfer(to *server) error {
	content := sample(20 * mebibyte)
	manager := transfermanager.New(to.s3)
	stream := io.MultiReader(bytes.NewReader(content)) // hides its length
	key := aws.String("transfer")
	if _, err := manager.UploadObject(to.ctx, &transfermanager.UploadObjectInput{Bucket: to.bucket, Key: key, Body: stream}); err != nil {
		return err
	}
	path := filepath.Join(os.Getenv("HOME"), "transferred")
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := manager.DownloadObject(to.ctx, &transfermanager.DownloadObjectInput{Bucket: to.bucket, Key: key, WriterAt: file}); err != nil {
		return err
	}
	got, err := os.ReadFile(path)
	return errors.Join(err, equal(bytes.Equal(got, content), true))
}

func copyParts(to *server) error {
	content := sample(6 * mebibyte)
	if _, err := to.put("parts/source", string(content)); err != nil {
		return err
	}
	key := aws.String("parts/target")
	upload, err := to.s3.CreateMultipartUpload(to.ctx, &s3.CreateMultipartUploadInput{
		Bucket: to.bucket, Key: key, ChecksumAlgorithm: types.ChecksumAlgorithmSha256,
	})
	if err != nil {
		return err
	}
	var parts []types.CompletedPart
	for number, span := range []string{"bytes=0-5242879", "bytes=5242880-6291455"} {
		part := aws.Int32(int32(number + 1))
		copied, err := to.s3.UploadPartCopy(to.ctx, &s3.UploadPartCopyInput{
			Bucket: to.bucket, Key: key, UploadId: upload.UploadId, PartNumber: part,
			CopySource: aws.String(*to.bucket + "/parts/source"), CopySourceRange: &span,
		})
		if err != nil {
			return err
		}
		result := copied.CopyPartResult
		parts = append(parts, types.CompletedPart{PartNumber: part, ETag: result.ETag, ChecksumSHA256: result.ChecksumSHA256})
	}
	_, err = to.s3.CompleteMultipartUpload(to.ctx, &s3.CompleteMultipartUploadInput{
		Bucket: to.bucket, Key: key, UploadId: upload.UploadId, MultipartUpload: &types.CompletedMultipartUpload{Parts: parts},
	})
	return errors.Join(err, to.holds(*key, string(content)))
}

func abort(to *server) error {
	key := aws.String("unfinished é")
	upload, err := to.s3.CreateMultipartUpload(to.ctx, &s3.CreateMultipartUploadInput{Bucket: to.bucket, Key: key})
	if err != nil {
		return err
	}
	listed, err := to.s3.ListMultipartUploads(to.ctx, &s3.ListMultipartUploadsInput{Bucket: to.bucket, Prefix: key})
	if err := errors.Join(err, equal(len(listed.Uploads), 1)); err != nil {
		return err
	}
	_, err = to.s3.AbortMultipartUpload(to.ctx, &s3.AbortMultipartUploadInput{Bucket: to.bucket, Key: key, UploadId: upload.UploadId})
	if err != nil {
		return err
	}
	_, err = to.s3.ListParts(to.ctx, &s3.ListPartsInput{Bucket: to.bucket, Key: key, UploadId: upload.UploadId})
	return equal(codeOf(err), "NoSuchUpload")
}

func attributes(to *server) error {
	described, err := to.s3.GetObjectAttributes(to.ctx, &s3.GetObjectAttributesInput{
		Bucket: to.bucket, Key: aws.String("parts/target"),
		ObjectAttributes: []types.ObjectAttributes{types.ObjectAttributesObjectSize, types.ObjectAttributesObjectParts, types.ObjectAttributesChecksum},
	})
	if err != nil {
		return err
	}
	return errors.Join(equal(*described.ObjectSize, 6*mebibyte), equal(*described.ObjectParts.TotalPartsCount, 2), equal(len(described.ObjectParts.Parts), 2))
}
