import { deleteAccessKey, setAccessKeyStatus } from './change-access-key.ts'
import { createAccessKey } from './create-access-key.ts'
import { ensureRoot } from './ensure-root.ts'
import { findKeyProject } from './find-key-project.ts'
import { findSigner } from './find-signer.ts'
import { listAccessKeys } from './list-access-keys.ts'
import { keyUseNotes } from './note-uses.ts'
import { rotateAccessKey } from './rotate-access-key.ts'
import type { Parts } from '../parts.ts'

/** What can be done with access keys. */
export const accessKeyUseCases = (parts: Parts) => ({
  findSigner: findSigner(parts),
  findProject: findKeyProject(parts),
  ensureRoot: ensureRoot(parts),
  create: createAccessKey(parts),
  rotate: rotateAccessKey(parts),
  setStatus: setAccessKeyStatus(parts),
  delete: deleteAccessKey(parts),
  list: listAccessKeys(parts),
  ...keyUseNotes(parts),
})
