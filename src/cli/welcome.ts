import type { Config } from '../config.ts'

interface Endpoints {
  readonly urls: { readonly s3: string; readonly console: string }
}

interface RootKey {
  readonly id: string
  readonly secret: string
}

/** One line for every start. */
export const endpoints = ({ urls }: Endpoints): string =>
  `Seau serves S3 at ${urls.s3} and its console at ${reachable(urls.console)}.`

/** What the first start says, and no other: the root key, ready for the tools that people use. */
export const welcome = (
  config: Pick<Config, 'data' | 'region'>,
  service: Endpoints,
  key: RootKey,
): string => {
  const url = reachable(service.urls.s3)
  return `${endpoints(service)}
The data lies in ${config.data}
The root key signs in to the console as well: its id as name, its secret as password.

Root access key:  ${key.id}
Root secret key:  ${key.secret}
This is shown only now. Keep the secret, and keep a copy of the master key file apart from the data.

AWS CLI
  aws configure set profile.seau.aws_access_key_id ${key.id}
  aws configure set profile.seau.aws_secret_access_key ${key.secret}
  aws configure set profile.seau.region ${config.region}
  aws --profile seau --endpoint-url ${url} s3 mb s3://my-bucket

boto3
  import boto3
  s3 = boto3.client("s3", endpoint_url="${url}", region_name="${config.region}",
                    aws_access_key_id="${key.id}", aws_secret_access_key="${key.secret}")

rclone (~/.config/rclone/rclone.conf)
  [seau]
  type = s3
  provider = Other
  endpoint = ${url}
  region = ${config.region}
  access_key_id = ${key.id}
  secret_access_key = ${key.secret}

s3cmd (~/.s3cfg)
  [default]
  access_key = ${key.id}
  secret_key = ${key.secret}
  host_base = ${hostOf(url)}
  host_bucket = ${hostOf(url)}
  use_https = ${url.startsWith('https:') ? 'True' : 'False'}
  bucket_location = ${config.region}
`
}

/** A server on all addresses is tried out from its own machine first. */
const reachable = (url: string) =>
  url.replace('//0.0.0.0:', '//localhost:').replace('//[::]:', '//localhost:')

const hostOf = (url: string) => new URL(url).host
