import { replicaMark, type ReplicaContent } from '../core/replication/replica-target.ts'

/** What an upload says of a copy: the source's headers, metadata, tags and storage class, and the mark of a copy. */
export function replicaHeaders({
  attributes,
  storageClass,
  versionId,
}: ReplicaContent): Record<string, string> {
  const { contentType, cacheControl, contentDisposition, contentEncoding, contentLanguage, expires } =
    attributes
  const { websiteRedirectLocation, userMetadata = {}, tags = [] } = attributes
  const given = {
    'content-type': contentType,
    'cache-control': cacheControl,
    'content-disposition': contentDisposition,
    'content-encoding': contentEncoding,
    'content-language': contentLanguage,
    expires,
    'x-amz-website-redirect-location': websiteRedirectLocation,
    'x-amz-storage-class': storageClass === 'STANDARD' ? undefined : storageClass,
    'x-amz-tagging': tags.length > 0 ? taggingHeader(tags) : undefined,
    [`x-amz-meta-${replicaMark}`]: versionId,
  }
  const metadata = Object.entries(userMetadata).map(([name, value]) => [
    `x-amz-meta-${name}`,
    headerText(value),
  ])
  const defined = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries([...metadata, ...defined]) as Record<string, string>
}

const taggingHeader = (tags: NonNullable<ReplicaContent['attributes']['tags']>) =>
  tags.map(({ key, value }) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&')

/** As S3 gives metadata outside of ASCII (RFC 2047). */
const headerText = (value: string) =>
  /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`
