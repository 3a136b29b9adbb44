/** A checksum fed chunk by chunk. */
export interface IncrementalChecksum {
  update(chunk: Uint8Array): void
  /** Ends the computation; nothing may be called after it. Big-endian, as S3 sends it in base64. */
  digest(): Buffer
}
