import { settingNames, type SettingName } from './contract/bucket-settings.ts'
import type { Bucket, BucketConfiguration } from '../core/buckets/bucket.ts'

/** Where the document of a setting is kept. */
const places: Readonly<Record<Exclude<SettingName, 'acl' | 'versioning'>, keyof BucketConfiguration>> = {
  objectLock: 'objectLock',
  lifecycle: 'lifecycle',
  cors: 'cors',
  policy: 'policy',
  encryption: 'encryption',
  tags: 'tags',
  publicAccessBlock: 'publicAccessBlock',
  ownership: 'objectOwnership',
  notifications: 'notifications',
  replication: 'replication',
  website: 'website',
  logging: 'logging',
  requestPayment: 'payer',
  acceleration: 'acceleration',
  abac: 'abac',
  metrics: 'metrics',
  inventory: 'inventory',
  analytics: 'analytics',
  tiering: 'intelligentTiering',
}

/** The settings that somebody has made, whatever they say; an ACL that gives only the owner anything is none. */
export const settingsOn = (bucket: Bucket): SettingName[] => settingNames.filter((name) => isOn(bucket, name))

function isOn({ versioning, configuration }: Bucket, name: SettingName): boolean {
  if (name === 'versioning') return versioning !== 'off'
  if (name === 'acl') return isShared(configuration.acl)
  const document = configuration[places[name]]
  return Array.isArray(document) ? document.length > 0 : document !== undefined
}

const isShared = ({ owner, grants }: BucketConfiguration['acl']): boolean =>
  grants.some(({ grantee }) => !('canonicalId' in grantee) || grantee.canonicalId !== owner)
