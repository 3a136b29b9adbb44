import { S3Error } from '../errors.ts'
import { sessionReader } from '../sessions/read-session.ts'
import type { Parts } from '../parts.ts'
import type { Project } from '../projects/project.ts'

/** Whose an access key says that it is, before any signature is looked at; a temporary one by its token. Undefined for one that is not known. */
export const findKeyProject = (parts: Pick<Parts, 'metadata' | 'clock' | 'sessionTokens'>) => {
  const { catalog } = parts.metadata
  const read = sessionReader(parts)
  const sessionProject = (accessKeyId: string, token: string): string | undefined => {
    try {
      return read(accessKeyId, token).projectId
    } catch (error) {
      if (error instanceof S3Error) return undefined
      throw error
    }
  }
  return async (accessKeyId: string, sessionToken?: string): Promise<Project | undefined> => {
    const projectId =
      sessionToken === undefined
        ? (await catalog.findAccessKey(accessKeyId))?.projectId
        : sessionProject(accessKeyId, sessionToken)
    return projectId === undefined ? undefined : catalog.findProject(projectId)
  }
}
