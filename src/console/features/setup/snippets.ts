/** What a program needs to know to reach a bucket. */
export interface SnippetParts {
  /** Of the S3 port, such as `https://s3.example.com`. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export interface Snippet {
  /** The tool's own name, the same in all languages. */
  readonly tool: string
  readonly text: string
}

const awsCli = ({ endpoint, region, bucket, accessKeyId, secretAccessKey }: SnippetParts) => `\
export AWS_ACCESS_KEY_ID=${accessKeyId}
export AWS_SECRET_ACCESS_KEY=${secretAccessKey}
export AWS_DEFAULT_REGION=${region}
export AWS_ENDPOINT_URL_S3=${endpoint}

aws s3 cp hello.txt s3://${bucket}/
aws s3 ls s3://${bucket}/`

const boto3 = ({ endpoint, region, bucket, accessKeyId, secretAccessKey }: SnippetParts) => `\
import boto3

s3 = boto3.client(
    "s3",
    endpoint_url="${endpoint}",
    region_name="${region}",
    aws_access_key_id="${accessKeyId}",
    aws_secret_access_key="${secretAccessKey}",
)
s3.upload_file("hello.txt", "${bucket}", "hello.txt")
for item in s3.list_objects_v2(Bucket="${bucket}").get("Contents", []):
    print(item["Key"], item["Size"])`

const javascript = ({ endpoint, region, bucket, accessKeyId, secretAccessKey }: SnippetParts) => `\
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({
  endpoint: '${endpoint}',
  region: '${region}',
  forcePathStyle: true,
  credentials: {
    accessKeyId: '${accessKeyId}',
    secretAccessKey: '${secretAccessKey}',
  },
})
await s3.send(new PutObjectCommand({ Bucket: '${bucket}', Key: 'hello.txt', Body: 'Hello' }))
console.log(await s3.send(new ListObjectsV2Command({ Bucket: '${bucket}' })))`

const rclone = ({ endpoint, region, bucket, accessKeyId, secretAccessKey }: SnippetParts) => `\
rclone config create seau s3 provider=Other \\
  endpoint=${endpoint} region=${region} \\
  access_key_id=${accessKeyId} \\
  secret_access_key=${secretAccessKey}

rclone copy ./folder seau:${bucket}
rclone ls seau:${bucket}`

function s3cmd({ endpoint, region, bucket, accessKeyId, secretAccessKey }: SnippetParts): string {
  const { host, protocol } = new URL(endpoint)
  return `\
# ~/.s3cfg
[default]
access_key = ${accessKeyId}
secret_key = ${secretAccessKey}
host_base = ${host}
host_bucket = ${host}
bucket_location = ${region}
use_https = ${protocol === 'https:' ? 'True' : 'False'}

# then
s3cmd put hello.txt s3://${bucket}/
s3cmd ls s3://${bucket}/`
}

/** How the usual tools are told of a bucket, ready to be copied. */
export const snippetsOf = (parts: SnippetParts): readonly Snippet[] => [
  { tool: 'AWS CLI', text: awsCli(parts) },
  { tool: 'boto3', text: boto3(parts) },
  { tool: 'JavaScript', text: javascript(parts) },
  { tool: 'rclone', text: rclone(parts) },
  { tool: 's3cmd', text: s3cmd(parts) },
]
