import { expiryOf } from './expiry.ts'
import type { InputOf } from '../../../../admin/contract.ts'

export const reaches = ['project', 'bucket', 'prefix', 'policy'] as const

/** What the form for a new key holds, of either kind. */
export interface KeyValues {
  name: string
  /** One of `reaches`. */
  reach: string
  isReadOnly: boolean
  bucket: string
  prefix: string
  policy: string
  /** One of `lifetimes`. */
  lifetime: string
  /** The last day, where the lifetime is one. */
  date: string
}

export const newKeyValues: KeyValues = {
  name: '',
  reach: 'project',
  isReadOnly: false,
  bucket: '',
  prefix: '',
  policy: '',
  lifetime: 'never',
  date: '',
}

type NewKey = Pick<InputOf<'createKey'>, 'name' | 'expiresAt' | 'scope' | 'policy'>

/** As both kinds of keys are asked for. */
export function newKeyOf(values: KeyValues): NewKey {
  const expiresAt = expiryOf(values.lifetime, values.date)
  return {
    ...(values.name !== '' && { name: values.name }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(values.reach === 'policy' ? { policy: values.policy } : { scope: scopeOf(values) }),
  }
}

const scopeOf = ({ reach, isReadOnly, bucket, prefix }: KeyValues) => ({
  isReadOnly,
  ...(reach !== 'project' && { bucket }),
  ...(reach === 'prefix' && { prefix }),
})
