import { S3Error } from '../errors.ts'

const maxLength = 2048

/**
 * Where the website sends those who ask for an object: a path of the same bucket, or a URL of at most 2,048 characters. Throws
 * InvalidRedirectLocation. https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html
 */
export function checkRedirectLocation(location: string): void {
  if (!/^(?:\/|https?:\/\/)/.test(location)) throw new S3Error('InvalidRedirectLocation')
  if (location.length <= maxLength) return
  throw new S3Error('InvalidRedirectLocation', {
    message: `The length of website redirect location cannot exceed ${maxLength.toLocaleString('en')} characters.`,
  })
}
