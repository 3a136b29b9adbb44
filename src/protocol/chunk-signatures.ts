import { createHash, hash, type Hash } from 'node:crypto'
import { hmacSha256Hex } from '../lib/hmac.ts'
import type { ChunkSigning } from './payload-form.ts'
import { isSameSignature, signatureDoesNotMatch } from './signature-mismatch.ts'

const emptySha256 = hash('sha256', '', 'hex')

/** Checks the chain of signatures in an aws-chunked body; each builds on the one before, the first on the request's. */
export interface ChunkSignatures {
  /** Takes data of the current chunk; `isWhole` when it is all of it. */
  update(data: Buffer, state: { readonly isWhole: boolean }): void
  /** Ends the current chunk; throws SignatureDoesNotMatch. */
  checkChunk(signature: string): void
  /** Checks the signature over the headers after the last chunk; throws SignatureDoesNotMatch. */
  checkTrailers(trailers: ReadonlyMap<string, string>, signature: string): void
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html */
export function chunkSignatures({
  seedSignature,
  signingKey,
  scope,
  dateTime,
}: ChunkSigning): ChunkSignatures {
  let previous = seedSignature
  let digest: string | undefined
  let running: Hash | undefined

  const check = (kind: string, hashes: string, signature: string) => {
    const stringToSign = `AWS4-HMAC-SHA256-${kind}\n${dateTime}\n${scope}\n${previous}\n${hashes}`
    if (!isSameSignature(hmacSha256Hex(signingKey, stringToSign), signature)) {
      throw signatureDoesNotMatch({ signature, stringToSign })
    }
    previous = signature
  }

  return {
    update(data, { isWhole }) {
      if (isWhole) digest = hash('sha256', data, 'hex')
      else (running ??= createHash('sha256')).update(data)
    },
    checkChunk(signature) {
      check('PAYLOAD', `${emptySha256}\n${digest ?? running?.digest('hex') ?? emptySha256}`, signature)
      digest = running = undefined
    },
    checkTrailers(trailers, signature) {
      const names = [...trailers.keys()].sort()
      const text = names.map((name) => `${name}:${trailers.get(name) ?? ''}\n`).join('')
      check('TRAILER', hash('sha256', Buffer.from(text, 'latin1'), 'hex'), signature)
    },
  }
}
