import { issueSession, type TemporaryCredentials } from './issue-session.ts'
import type { ObjectRef } from '../objects/object-ref.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'

interface ObjectRights {
  readonly object: ObjectRef
  readonly may: 'read' | 'write'
  readonly seconds: number
}

/** What the bytes of an object under a key of the key ring need as well. */
const actions = {
  read: { object: ['s3:GetObject', 's3:GetObjectVersion'], keys: 'kms:Decrypt' },
  write: { object: ['s3:PutObject'], keys: 'kms:GenerateDataKey' },
} as const

/** A session of a project's root that reaches one object and nothing else, for the server's own URLs: it may last longer than those that clients ask for. */
export const objectSession =
  (parts: Pick<Parts, 'sessionTokens' | 'ids' | 'clock'>) =>
  ({ project }: ProjectCaller, { object, may, seconds }: ObjectRights): TemporaryCredentials => {
    const issuedAt = parts.clock.now()
    const { object: onObject, keys } = actions[may]
    const policy = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: onObject, Resource: objectArn(object) },
        { Effect: 'Allow', Action: keys, Resource: '*' },
      ],
    }
    return issueSession(parts, {
      kind: 'root',
      projectId: project.id,
      identityId: undefined,
      keyPolicy: undefined,
      name: undefined,
      issuedAt,
      expiresAt: issuedAt + seconds * 1000,
      policies: [JSON.stringify(policy)],
      tags: {},
      transitiveTagKeys: [],
      sourceIdentity: undefined,
      claims: {},
    }).credentials
  }

/** What has a meaning in policies stands for itself. */
const objectArn = ({ bucket, key }: ObjectRef): string =>
  `arn:aws:s3:::${bucket}/${key.replace(/[*?$]/g, (character) => `\${${character}}`)}`
