import { randomUUID } from 'node:crypto'
import { S3Error } from '../core/errors.ts'
import { objectFilterOf, objectFilterOutput } from './object-filter.ts'
import type { InputOf } from './operation.ts'
import type { ReplicationConfiguration, ReplicationRule } from '../core/buckets/replication.ts'

type ConfigurationElement = InputOf<'PutBucketReplication'>['ReplicationConfiguration']
type RuleElement = ConfigurationElement['Rules'][number]

/** Throws MalformedXML for a rule of neither form, NotImplemented for what Seau cannot promise, and what objectFilterOf throws. */
export const replicationOf = ({ Role, Rules }: ConfigurationElement): ReplicationConfiguration => ({
  role: Role,
  rules: Rules.map(ruleOf),
})

/** The older form of a rule has a prefix in place of a filter. */
interface OldForm {
  readonly Prefix?: string | undefined
}

function ruleOf(rule: RuleElement): ReplicationRule {
  const { Filter, DeleteMarkerReplication, ExistingObjectReplication: existing } = rule
  const { Prefix }: OldForm = rule
  if ((Filter === undefined) === (Prefix === undefined)) throw new S3Error('MalformedXML')
  if (Filter && !DeleteMarkerReplication?.Status) throw markersMissing()
  return {
    id: rule.ID ?? randomUUID(),
    priority: rule.Priority,
    isEnabled: rule.Status === 'Enabled',
    isOldForm: !Filter,
    filter: objectFilterOf(Filter ?? { Prefix }),
    replicatesDeleteMarkers: DeleteMarkerReplication?.Status === 'Enabled',
    ...(existing && { replicatesExisting: existing.Status === 'Enabled' }),
    destination: destinationOf(rule.Destination),
  }
}

const destinationOf = ({
  Bucket,
  Account,
  StorageClass,
  AccessControlTranslation,
}: RuleElement['Destination']) => ({
  arn: Bucket,
  account: Account,
  storageClass: StorageClass,
  changesOwner: AccessControlTranslation !== undefined,
})

const markersMissing = () =>
  new S3Error('InvalidRequest', {
    message:
      'DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration schema.',
  })

export const replicationOutput = ({ role, rules }: ReplicationConfiguration) => ({
  ReplicationConfiguration: { Role: role, Rules: rules.map(ruleOutput) },
})

const status = (isEnabled: boolean) => (isEnabled ? ('Enabled' as const) : ('Disabled' as const))

function ruleOutput(rule: ReplicationRule) {
  const { isOldForm, filter, replicatesExisting, destination, isEnabled } = rule
  const { arn, account, storageClass, changesOwner } = destination
  return {
    ID: rule.id,
    Priority: rule.priority,
    Status: status(isEnabled),
    ...(isOldForm
      ? { Prefix: filter.prefix ?? '' }
      : {
          Filter: objectFilterOutput(filter),
          DeleteMarkerReplication: { Status: status(rule.replicatesDeleteMarkers) },
        }),
    ...(replicatesExisting !== undefined && {
      ExistingObjectReplication: { Status: status(replicatesExisting) },
    }),
    Destination: {
      Bucket: arn,
      Account: account,
      StorageClass: storageClass as 'STANDARD' | undefined,
      ...(changesOwner && { AccessControlTranslation: { Owner: 'Destination' as const } }),
    },
  }
}
