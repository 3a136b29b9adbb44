import { S3Error } from '../core/errors.ts'
import { namespaceOf, type Caller } from '../core/caller.ts'
import { paysItself } from '../core/buckets/request-payment.ts'
import { findBucket } from '../core/buckets/find-bucket.ts'
import { parseCopySource } from './copy-source.ts'
import { model, type OperationName } from './model/generated.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Core } from '../core/create-core.ts'
import type { OperationModel } from '../protocol/wire-model.ts'

interface PayerInput {
  readonly RequestPayer?: string | undefined
  readonly CopySource?: string | undefined
}

interface Charge {
  readonly name: OperationName
  readonly input: PayerInput
  readonly caller: Caller
  readonly bucket: Bucket | undefined
}

/** The operations that somebody other than the owner pays for. */
const chargeable = new Set<string>(
  Object.entries<OperationModel>(model.operations)
    .filter(([, { input }]) => input.some(([member]) => member === 'RequestPayer'))
    .map(([name]) => name),
)

/** Whether anything of a request's can be at its caller's cost. */
export const mayCharge = (bucket: Bucket | undefined, { CopySource }: PayerInput): boolean =>
  bucket?.configuration.payer !== undefined || CopySource !== undefined

/**
 * Whether the caller is charged for the request. Throws AccessDenied when the caller has not said to know it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ObjectsinRequesterPaysBuckets.html
 */
export async function chargesCaller(
  { catalog }: Pick<Core, 'catalog'>,
  { name, input, caller, bucket }: Charge,
): Promise<boolean> {
  if (!chargeable.has(name)) return false
  const source =
    input.CopySource === undefined
      ? undefined
      : await findBucket(catalog, namespaceOf(caller), parseCopySource(input.CopySource).bucket)
  if (![bucket, source].some((touched) => touched && paysItself(touched, caller))) return false
  checkPayer(caller, input.RequestPayer)
  return true
}

/** Throws AccessDenied unless somebody who can be charged agrees to it. */
export function checkPayer(caller: Caller, requestPayer: string | undefined): void {
  if (caller.kind !== 'anonymous' && requestPayer === 'requester') return
  throw new S3Error('AccessDenied')
}
