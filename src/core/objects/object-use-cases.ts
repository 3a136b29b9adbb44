import { updateObjectEncryption } from '../encryption/update-encryption.ts'
import { appendObject } from './append-object.ts'
import { getLegalHold, getRetention, putLegalHold, putRetention } from './change-lock.ts'
import { copyObject } from './copy-object.ts'
import { deleteObject, deleteObjects } from './delete-object.ts'
import { describeObject } from './describe-object.ts'
import { holdBody } from './hold-body.ts'
import { listObjects } from './list-objects.ts'
import { listVersions } from './list-versions.ts'
import { getObjectAcl, putObjectAcl } from './object-acl.ts'
import { findObject, openObject } from './open-object.ts'
import { putObject } from './put-object.ts'
import { deleteTags, putTags } from './put-tags.ts'
import { renameOnce } from './rename-once.ts'
import { restoreObject } from './restore-object.ts'
import { rewriteObject } from './rewrite-object.ts'
import type { Parts } from '../parts.ts'

/** What can be done with objects. */
export const objectUseCases = (parts: Parts) => ({
  hold: holdBody(parts),
  put: putObject(parts),
  append: appendObject(parts),
  describe: describeObject(parts),
  find: findObject(parts),
  open: openObject(parts),
  copy: copyObject(parts),
  rename: renameOnce(parts),
  rewrite: rewriteObject(parts),
  delete: deleteObject(parts),
  deleteMany: deleteObjects(parts),
  list: listObjects(parts),
  listVersions: listVersions(parts),
  getRetention: getRetention(parts),
  putRetention: putRetention(parts),
  getLegalHold: getLegalHold(parts),
  putLegalHold: putLegalHold(parts),
  putTags: putTags(parts),
  deleteTags: deleteTags(parts),
  restore: restoreObject(parts),
  getAcl: getObjectAcl(parts),
  putAcl: putObjectAcl(parts),
  updateEncryption: updateObjectEncryption(parts),
})
