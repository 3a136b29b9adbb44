import { S3Error } from '../errors.ts'
import type { ObjectRef } from './object-ref.ts'
import type { WriteAnswer } from './object-write.ts'

type Accepted<Kind extends WriteAnswer['kind']> = Extract<WriteAnswer, { kind: Kind }>

/** The answer of a write that was carried out; throws the refusal of one that was not. */
export function accepted<Kind extends 'stored' | 'deleted'>(
  kind: Kind,
  answer: WriteAnswer,
  { key }: ObjectRef,
): Accepted<Kind> {
  if (answer.kind === 'refused') {
    const { code, message, detail } = answer
    throw new S3Error(code, { message, detail: code === 'NoSuchKey' ? { Key: key } : detail })
  }
  if (answer.kind !== kind) throw new Error(`A write was answered with ${answer.kind} instead of ${kind}.`)
  return answer as Accepted<Kind>
}
