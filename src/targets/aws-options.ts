import { loginOf } from './sender.ts'

/** How to reach an AWS service, or one like it, that a URL such as `sqs+https://KEY:SECRET@HOST/…?region=NAME` names. */
export function awsOptions(url: URL) {
  const login = loginOf(url)
  return {
    endpoint: `${url.protocol.replace(/^\w+\+/, '')}//${url.host}`,
    region: url.searchParams.get('region') ?? regionOf(url.hostname) ?? 'us-east-1',
    // Without a user the SDK looks where it always does.
    ...(login && { credentials: { accessKeyId: login.user, secretAccessKey: login.password } }),
  }
}

const regionOf = (hostname: string) => /^s[qn]s\.([\w-]+)\.amazonaws\.com/.exec(hostname)?.[1]
