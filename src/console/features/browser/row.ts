import { folderOf, nameOf } from './place.ts'
import type { OutputOf } from '../../../admin/contract.ts'

type ListedObject = OutputOf<'listObjects'>['objects'][number]
type ListedVersion = OutputOf<'listVersions'>['versions'][number]

/** A line of the listing. */
export interface Row {
  /** Unlike any other in the listing. */
  readonly id: string
  readonly kind: 'folder' | 'object' | 'version' | 'marker'
  /** Of a folder: its prefix. */
  readonly key: string
  readonly name: string
  /** In bytes; a folder and a marker have none. */
  readonly size?: number
  readonly lastModified?: string
  readonly storageClass?: string
  readonly versionId?: string
  readonly isLatest?: boolean
}

export interface RowPage {
  readonly folders: readonly Row[]
  readonly entries: readonly Row[]
  readonly next: string | null
}

export const folderRow = (prefix: string): Row => ({
  id: `folder:${prefix}`,
  kind: 'folder',
  key: prefix,
  name: nameOf(prefix),
})

export const objectRow = ({ key, size, lastModified, storageClass }: ListedObject): Row => ({
  id: `object:${key}`,
  kind: 'object',
  key,
  name: key.slice(folderOf(key).length),
  size,
  lastModified,
  storageClass,
})

export function versionRow(version: ListedVersion): Row {
  const { key, versionId, isLatest, isDeleteMarker, lastModified } = version
  const facts = isDeleteMarker ? {} : { size: version.size, storageClass: version.storageClass }
  return {
    id: `version:${versionId}:${key}`,
    kind: isDeleteMarker ? 'marker' : 'version',
    key,
    name: key.slice(folderOf(key).length),
    lastModified,
    versionId,
    isLatest,
    ...facts,
  }
}

export const isFolder = ({ kind }: Row): boolean => kind === 'folder'
