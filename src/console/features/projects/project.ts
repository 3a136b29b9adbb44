import type { OutputOf } from '../../../admin/contract.ts'

export type Project = OutputOf<'getProject'>

/** It belongs to the server's root: it keeps its name, is never suspended and never deleted. */
export const isPermanent = ({ name }: Pick<Project, 'name'>): boolean => name === 'default'

/** What the project's own names may be, as a part of a host name. */
export const projectNamePattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Parts of unfinished uploads count, too. */
export const heldBytes = ({ usage }: Pick<Project, 'usage'>): number => usage.bytes + usage.partBytes
