import type { Checksum } from '../objects/object-version.ts'

/** A named text on a version of an object. https://docs.aws.amazon.com/AmazonS3/latest/userguide/annotations-overview.html */
export interface Annotation {
  readonly name: string
  /** In bytes, as they came. */
  readonly size: number
  /** MD5 in hexadecimal, or the `hiddenTag` in its place. */
  readonly etag: string
  /** Milliseconds since 1970. */
  readonly lastModified: number
  readonly checksum: Checksum | undefined
  /** Of encrypted bytes; see `partKey`. */
  readonly salt: string | undefined
}

export interface StoredAnnotation extends Annotation {
  readonly content:
    { readonly kind: 'inline'; readonly data: Buffer } | { readonly kind: 'blob'; readonly blobId: string }
}

export interface AnnotationQuery {
  /** Of the version. */
  readonly sequence: number
  readonly prefix?: string | undefined
  /** Names behind this one. */
  readonly after?: string | undefined
  readonly limit: number
}

/** On one version. */
export const maxAnnotations = 1000
export const maxAnnotationBytes = 1 << 20
