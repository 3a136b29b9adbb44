import { deleteAccessKey, setAccessKeyStatus } from './change-access-key.ts'
import { createAccessKey } from './create-access-key.ts'
import { ensureRoot } from './ensure-root.ts'
import { findSigner } from './find-signer.ts'
import { getProject } from '../projects/get-project.ts'
import type { Parts } from '../parts.ts'

/** What can be done with access keys. */
export const accessKeyUseCases = (parts: Parts) => ({
  findSigner: findSigner(parts),
  ensureRoot: ensureRoot(parts),
  create: createAccessKey(parts),
  setStatus: setAccessKeyStatus(parts),
  delete: deleteAccessKey(parts),
  list: async (projectName: string) =>
    parts.metadata.listAccessKeys((await getProject(parts.metadata.catalog, projectName)).id),
})
