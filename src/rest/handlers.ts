import { deleteFile, getFile, getFileInfo, listFiles, uploadFile } from './routes/files.ts'
import { postFileByLink, putFileByLink } from './routes/link-uploads.ts'
import { getFileByLink, listLinks, revokeLink, sign } from './routes/links.ts'
import { deleteObject, getObject, listObjects } from './routes/objects.ts'
import { getStored } from './routes/storage.ts'
import { upload } from './routes/upload.ts'
import type { EndpointName } from './contract.ts'
import type { Handler } from './call.ts'

/** Who answers each endpoint of the contract. */
export const handlers: { readonly [Name in EndpointName]: Handler<Name> } = {
  upload,
  getObject,
  deleteObject,
  listObjects,
  getStored,
  sign,
  getFileByLink,
  putFileByLink,
  postFileByLink,
  listLinks,
  revokeLink,
  uploadFile,
  listFiles,
  getFileInfo,
  getFile,
  deleteFile,
}
