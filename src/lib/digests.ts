import { checksumOf, createChecksum, type ChecksumAlgorithm } from './checksum.ts'

export type DigestsOf<Name extends ChecksumAlgorithm> = Readonly<Record<Name, Buffer>>

export interface Digests<Name extends ChecksumAlgorithm> {
  update(chunk: Uint8Array): undefined
  /** Ends the computation; nothing may be called after it. */
  digest(): DigestsOf<Name>
}

/** Several checksums fed with the same chunks; an algorithm named twice is computed once. */
export function createDigests<Name extends ChecksumAlgorithm>(algorithms: readonly Name[]): Digests<Name> {
  const checksums = [...new Set(algorithms)].map((name) => [name, createChecksum(name)] as const)
  return {
    update(chunk) {
      for (const [, checksum] of checksums) checksum.update(chunk)
      return undefined
    },
    digest: () =>
      Object.fromEntries(checksums.map(([name, checksum]) => [name, checksum.digest()])) as DigestsOf<Name>,
  }
}

/** The same for a body that is whole in memory, at less cost. */
export function digestsOf<Name extends ChecksumAlgorithm>(
  data: Uint8Array,
  algorithms: readonly Name[],
): DigestsOf<Name> {
  const digests: Partial<Record<Name, Buffer>> = {}
  for (const name of algorithms) digests[name] ??= checksumOf(name, data)
  return digests as DigestsOf<Name>
}
