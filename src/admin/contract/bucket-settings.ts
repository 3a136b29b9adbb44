import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { bucketInput } from './object-input.ts'
import { endpoint } from './endpoint.ts'
import type { SettingDocuments } from './setting-documents.ts'

/** The documents that a bucket may have; `SettingDocuments` says what they are. */
export const settingNames = [
  'versioning',
  'objectLock',
  'lifecycle',
  'cors',
  'policy',
  'encryption',
  'tags',
  'publicAccessBlock',
  'ownership',
  'acl',
  'notifications',
  'replication',
  'website',
  'logging',
  'requestPayment',
  'acceleration',
  'abac',
  'metrics',
  'inventory',
  'analytics',
  'tiering',
] as const satisfies readonly (keyof SettingDocuments)[]

export type SettingName = (typeof settingNames)[number]

const setting = z.enum(settingNames)
/** Null: there is none. */
const document = z.record(z.string(), z.unknown()).nullable()
const settingInput = bucketInput.extend({ setting })

export const bucketSettingEndpoints = {
  getBucketSetting: endpoint({
    method: 'get',
    path: '/buckets/:name/settings/:setting',
    summary: 'A document of a bucket, as S3 has it; null where there is none.',
    status: 200,
    access: viewers('project'),
    input: settingInput,
    output: z.object({ document }),
  }),
  putBucketSetting: endpoint({
    method: 'post',
    path: '/buckets/:name/settings/:setting',
    summary:
      'Puts a document on a bucket, under the rules and with the errors of the S3 operation, or takes it away by null.',
    status: 200,
    access: projectAdmins('project'),
    input: settingInput.extend({ document }),
    output: z.object({ document }),
  }),
}
