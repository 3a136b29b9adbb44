import type { SharedLink } from './link.ts'

export interface LinkReads {
  find(id: string): Promise<SharedLink | undefined>
  /** The newest first; `before` continues behind a link. */
  list(query: LinkQuery): Promise<readonly SharedLink[]>
}

export interface LinkQuery {
  readonly projectId: string
  readonly before?: Pick<SharedLink, 'createdAt' | 'id'> | undefined
  readonly limit: number
}

export interface LinkChanges {
  create(link: SharedLink): Promise<void>
  /** False when it was used before. */
  use(id: string, usedAt: number): Promise<boolean>
  /** False when the project has no such link. */
  remove(projectId: string, id: string): Promise<boolean>
  /** Forgets links that expired before a moment (milliseconds since 1970); returns how many. */
  forgetExpired(before: number): Promise<number>
}
