import { groups } from '../policy/acl.ts'
import { bucketPolicyOf } from '../policy/compiled-policy.ts'
import { evaluate } from '../policy/language/evaluate.ts'
import { disablesAcls } from '../policy/object-ownership.ts'
import type { Bucket } from '../buckets/bucket.ts'

const service = 'logging.s3.amazonaws.com'

/**
 * Whether the target bucket lets the log of the source be written below a prefix: by its policy, which may ask for aws:SourceArn and aws:SourceAccount,
 * or by an ACL that lets the log delivery group write. https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function mayDeliverLogs(source: Bucket, target: Bucket, prefix: string): boolean {
  const policy = bucketPolicyOf(target.configuration)
  const verdict =
    policy &&
    evaluate(policy, {
      requester: { kind: 'service', name: service },
      action: 's3:putobject',
      resource: `arn:aws:s3:::${target.name}/${prefix}`,
      valuesOf: (key) => facts(source)[key],
    })
  return verdict === 'allow' || (verdict === undefined && isGranted(target))
}

const facts = ({ name, projectId, configuration }: Bucket): Readonly<Record<string, readonly string[]>> => ({
  'aws:sourcearn': [`arn:aws:s3:::${name}`],
  // Ceph's tools know an account by the id that ACLs have.
  'aws:sourceaccount': [projectId, configuration.acl.owner],
  'aws:principalservicename': [service],
  'aws:principalisawsservice': ['true'],
})

const isGranted = ({ configuration }: Bucket): boolean =>
  !disablesAcls(configuration) &&
  configuration.acl.grants.some(
    ({ grantee, permission }) =>
      'group' in grantee &&
      grantee.group === groups.logDelivery &&
      (permission === 'WRITE' || permission === 'FULL_CONTROL'),
  )
