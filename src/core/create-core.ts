import { apiKeyUseCases } from './api-keys/api-key-use-cases.ts'
import { fileUseCases } from './files/file-use-cases.ts'
import { linkUseCases } from './links/link-use-cases.ts'
import { resumableUseCases } from './resumable/resumable-use-cases.ts'
import { accessKeyUseCases } from './credentials/access-key-use-cases.ts'
import { iamUseCases } from './iam/iam-use-cases.ts'
import { kmsKeyUseCases } from './encryption/kms-key-use-cases.ts'
import { projectUseCases } from './projects/project-use-cases.ts'
import { bucketUseCases } from './buckets/bucket-use-cases.ts'
import { objectJobUseCases } from './object-jobs/object-job-use-cases.ts'
import { objectUseCases } from './objects/object-use-cases.ts'
import { annotationUseCases } from './annotations/annotation-use-cases.ts'
import { uploadUseCases } from './uploads/upload-use-cases.ts'
import { deliveryUseCases } from './derived/delivery-use-cases.ts'
import { eventUseCases } from './events/event-use-cases.ts'
import { auditUseCases } from './audit/audit-use-cases.ts'
import { operatorUseCases } from './operators/operator-use-cases.ts'
import { requestLogUseCases } from './request-log/request-log-use-cases.ts'
import { maintenanceUseCases } from './maintenance/maintenance-use-cases.ts'
import { replicationUseCases } from './replication/replication-use-cases.ts'
import { logWriter } from './logging/log-writer.ts'
import { authorise } from './policy/authorise.ts'
import { sessionUseCases } from './sessions/session-use-cases.ts'
import { policyUseCases } from './policy/policy-use-cases.ts'
import { rateGate } from './usage/rate-gate.ts'
import type { Parts } from './parts.ts'

/** All that the store can do, made of its parts; the faces call nothing else. */
export const createCore = (parts: Parts) => ({
  settings: parts.settings,
  catalog: parts.metadata.catalog,
  clock: parts.clock,
  ids: parts.ids,
  authorise: authorise(parts),
  policies: policyUseCases(parts),
  sessions: sessionUseCases(parts),
  credentials: accessKeyUseCases(parts),
  apiKeys: apiKeyUseCases(parts),
  links: linkUseCases(parts),
  files: fileUseCases(parts),
  resumable: resumableUseCases(parts),
  iam: iamUseCases(parts),
  kmsKeys: kmsKeyUseCases(parts),
  projects: projectUseCases(parts),
  rates: rateGate(parts),
  buckets: bucketUseCases(parts),
  objects: objectUseCases(parts),
  objectJobs: objectJobUseCases(parts),
  annotations: annotationUseCases(parts),
  uploads: uploadUseCases(parts),
  logs: logWriter(parts),
  replication: replicationUseCases(parts),
  delivery: deliveryUseCases(parts),
  events: eventUseCases(parts),
  operators: operatorUseCases(parts),
  audit: auditUseCases(parts),
  requests: requestLogUseCases(parts),
  maintenance: maintenanceUseCases(parts),
})

export type Core = ReturnType<typeof createCore>
