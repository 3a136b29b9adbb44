import { S3Error } from '../core/errors.ts'
import { documentOf } from './access-control-policy.ts'
import { granteeOutput } from './acl-output.ts'
import type { DescribedLogging, NewLogging } from '../core/buckets/bucket-logging.ts'
import type { LogKeyFormat } from '../core/buckets/logging.ts'
import type { InputOf } from './operation.ts'

type LoggingElement = NonNullable<InputOf<'PutBucketLogging'>['BucketLoggingStatus']['LoggingEnabled']>

/** Throws MalformedACLError for a grant that is not whole, MalformedXML for a key format that is none or several. */
export const loggingOf = (element: LoggingElement): NewLogging => ({
  targetBucket: element.TargetBucket,
  targetPrefix: element.TargetPrefix,
  ...(element.TargetObjectKeyFormat && { keyFormat: formatOf(element.TargetObjectKeyFormat) }),
  targetGrants: documentOf({ Grants: element.TargetGrants })?.grants ?? [],
})

function formatOf({
  SimplePrefix,
  PartitionedPrefix,
}: NonNullable<LoggingElement['TargetObjectKeyFormat']>): LogKeyFormat {
  if ((SimplePrefix === undefined) === (PartitionedPrefix === undefined)) throw new S3Error('MalformedXML')
  if (!PartitionedPrefix) return { kind: 'simple' }
  return { kind: 'partitioned', dateSource: PartitionedPrefix.PartitionDateSource ?? 'DeliveryTime' }
}

export function loggingOutput({ targetBucket, targetPrefix, keyFormat, targetGrants }: DescribedLogging) {
  return {
    TargetBucket: targetBucket,
    TargetPrefix: targetPrefix,
    ...(targetGrants.length > 0 && {
      TargetGrants: targetGrants.map(({ grantee, permission }) => ({
        Grantee: granteeOutput(grantee),
        // Grants of a log know no other permissions; the model has let only these through.
        Permission: permission as 'FULL_CONTROL' | 'READ' | 'WRITE',
      })),
    }),
    ...(keyFormat && { TargetObjectKeyFormat: formatOutput(keyFormat) }),
  }
}

const formatOutput = (format: LogKeyFormat) =>
  format.kind === 'simple'
    ? { SimplePrefix: {} }
    : { PartitionedPrefix: { PartitionDateSource: format.dateSource } }
