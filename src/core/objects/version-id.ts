import { S3Error } from '../errors.ts'

/** What S3 calls the version that was written while its bucket had no versioning. */
export const nullVersionId = 'null'

const timeDigits = 12
const sequenceDigits = 20
const form = new RegExp(`^[0-9a-f]{${String(timeDigits + sequenceDigits)}}$`)

/** A version's id: 32 hexadecimal digits, in the order of time. It holds the sequence, so that it is found without an index of its own. */
export const versionIdOf = (sequence: number, lastModified: number): string =>
  lastModified.toString(16).padStart(timeDigits, '0') + sequence.toString(16).padStart(sequenceDigits, '0')

/** The sequence within an id; undefined for `null`, which holds none. */
export const sequenceOf = (versionId: string): number | undefined =>
  form.test(versionId) ? Number.parseInt(versionId.slice(timeDigits), 16) : undefined

/** Throws InvalidArgument for what can be no version id. */
export function checkVersionId(versionId: string, argument = 'versionId'): void {
  if (versionId === nullVersionId || form.test(versionId)) return
  throw new S3Error('InvalidArgument', {
    message: versionId === '' ? 'Version id cannot be the empty string' : 'Invalid version id specified',
    detail: { ArgumentName: argument, ArgumentValue: versionId },
  })
}
