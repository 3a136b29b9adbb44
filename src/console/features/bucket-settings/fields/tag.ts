/** As S3's documents have it. */
export interface Tag {
  readonly Key: string | undefined
  readonly Value: string | undefined
}
