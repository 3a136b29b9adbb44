import { runLifecycle } from '../lifecycle/run-lifecycle.ts'
import { forgetCompletedUploads } from './forget-completed-uploads.ts'
import { makeRoom, sweepOrphans, sweepTrash } from './sweep.ts'
import { verify } from './verify.ts'
import type { Parts } from '../parts.ts'

/** What keeps the store in order. */
export const maintenanceUseCases = (parts: Parts) => ({
  sweepTrash: sweepTrash(parts),
  makeRoom: makeRoom(parts),
  sweepOrphans: sweepOrphans(parts),
  forgetCompletedUploads: forgetCompletedUploads(parts),
  verify: verify(parts),
  runLifecycle: runLifecycle(parts),
})
