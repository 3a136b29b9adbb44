import { S3Error } from '../errors.ts'
import { parentOf, type SelectedObject } from './object-selection.ts'
import type { ObjectJob } from './object-job.ts'

type Selected = Pick<ObjectJob, 'keys' | 'prefixes' | 'to'>

/** The key that a copy of a selected object gets. */
export function targetKey({ keys, prefixes, to }: Selected, { key, name }: SelectedObject): string {
  const { key: replacing, prefix = '' } = to ?? {}
  if (replacing === undefined) return prefix + name
  const [replaced = ''] = [...keys, ...prefixes]
  return replacing + key.slice(replaced.length)
}

/**
 * Throws InvalidArgument for a target that doesn't fit what was selected, InvalidRequest for one within the same bucket that would come upon
 * what is still to be copied.
 */
export function checkTarget(selected: Selected, { isSameBucket }: { readonly isSameBucket: boolean }): void {
  const { keys, prefixes, to } = selected
  if (to?.key !== undefined && (to.prefix !== undefined || keys.length + prefixes.length !== 1)) {
    throw new S3Error('InvalidArgument', {
      message: 'to: a key takes the place of a single key or prefix, and comes without a prefix.',
    })
  }
  if (!isSameBucket) return
  const target = (key: string) => targetKey(selected, { key, name: key.slice(parentOf(key).length) })
  if (keys.some((key) => target(key) === key)) throw invalid('An object cannot be copied onto itself.')
  const isOver = (prefix: string) => target(prefix).startsWith(prefix) || prefix.startsWith(target(prefix))
  if (prefixes.some(isOver))
    throw invalid(
      'What a prefix holds cannot be copied into the same prefix, or over what the prefix lies in.',
    )
}

const invalid = (message: string) => new S3Error('InvalidRequest', { message })
