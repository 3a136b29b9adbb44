import { accessKeyUseCases } from './credentials/access-key-use-cases.ts'
import { kmsKeyUseCases } from './encryption/kms-key-use-cases.ts'
import { projectUseCases } from './projects/project-use-cases.ts'
import { bucketUseCases } from './buckets/bucket-use-cases.ts'
import { objectUseCases } from './objects/object-use-cases.ts'
import { annotationUseCases } from './annotations/annotation-use-cases.ts'
import { uploadUseCases } from './uploads/upload-use-cases.ts'
import { eventUseCases } from './events/event-use-cases.ts'
import { maintenanceUseCases } from './maintenance/maintenance-use-cases.ts'
import { replicationUseCases } from './replication/replication-use-cases.ts'
import { logWriter } from './logging/log-writer.ts'
import { authorise } from './policy/authorise.ts'
import type { Parts } from './parts.ts'

/** All that the store can do, made of its parts; the faces call nothing else. */
export const createCore = (parts: Parts) => ({
  settings: parts.settings,
  catalog: parts.metadata.catalog,
  clock: parts.clock,
  authorise: authorise(parts),
  credentials: accessKeyUseCases(parts),
  kmsKeys: kmsKeyUseCases(parts),
  projects: projectUseCases(parts),
  buckets: bucketUseCases(parts),
  objects: objectUseCases(parts),
  annotations: annotationUseCases(parts),
  uploads: uploadUseCases(parts),
  logs: logWriter(parts),
  replication: replicationUseCases(parts),
  events: eventUseCases(parts),
  maintenance: maintenanceUseCases(parts),
})

export type Core = ReturnType<typeof createCore>
