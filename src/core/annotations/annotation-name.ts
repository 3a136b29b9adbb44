import { S3Error } from '../errors.ts'

const maxNameBytes = 512
const name = /^(?!aws|s3)[\p{L}\p{Nd}_.-]+$/iu
const prefix = /^[\p{L}\p{Nd}_.-]*$/u

const isTooLong = (text: string) => Buffer.byteLength(text) > maxNameBytes

/** Throws AnnotationNameTooLong or InvalidAnnotationName. https://docs.aws.amazon.com/AmazonS3/latest/userguide/annotations-overview.html */
export function checkAnnotationName(text: string): void {
  if (isTooLong(text)) throw new S3Error('AnnotationNameTooLong')
  if (!name.test(text)) throw new S3Error('InvalidAnnotationName', { detail: { AnnotationName: text } })
}

/** Throws InvalidPrefix for what no name can begin with. */
export function checkAnnotationPrefix(text: string): void {
  if (isTooLong(text) || !prefix.test(text)) throw new S3Error('InvalidPrefix', { detail: { Prefix: text } })
}
