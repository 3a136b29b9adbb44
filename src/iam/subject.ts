import { S3Error } from '../core/errors.ts'
import { arnOf, parseArn } from '../core/iam/arn.ts'
import { namedUser } from './named-user.ts'
import type { Core } from '../core/create-core.ts'
import type { Entity, EntityKind } from '../core/iam/entities.ts'
import type { ProjectCaller } from '../core/caller.ts'
import type { Tags } from '../core/objects/object-version.ts'

/** What a request acts on, as policies name it. */
export interface Subject {
  readonly arn: string
  /** Of something that is there. */
  readonly tags?: Tags | undefined
}

export interface SubjectRequest<Input> {
  readonly input: Input
  readonly caller: ProjectCaller
  readonly core: Core
}

export type SubjectOf<Input> = (request: SubjectRequest<Input>) => Subject | Promise<Subject>

type Named<Kind extends string> = Readonly<Record<`${Kind}Name`, string>>
interface Path {
  readonly Path?: string | undefined
}

/** By a name alone the path is not known: that of the one that is there, or none. */
async function found(
  find: () => Promise<Entity>,
  missing: { readonly kind: EntityKind; readonly name: string; readonly projectId: string },
): Promise<Subject> {
  try {
    const entity = await find()
    return { arn: arnOf(entity), tags: 'tags' in entity ? entity.tags : undefined }
  } catch (error) {
    if (error instanceof S3Error && error.code === 'NoSuchEntity')
      return { arn: arnOf({ ...missing, path: '/' }) }
    throw error
  }
}

export const user: SubjectOf<{ readonly UserName?: string | undefined }> = ({ input, caller, core }) => {
  const { id: projectId } = caller.project
  const name = namedUser(input, caller) ?? ''
  return found(() => core.iam.users.get(projectId, name), { kind: 'user', name, projectId })
}

export const group: SubjectOf<Named<'Group'>> = ({ input: { GroupName: name }, caller, core }) => {
  const { id: projectId } = caller.project
  return found(() => core.iam.groups.get(projectId, name), { kind: 'group', name, projectId })
}

export const role: SubjectOf<Named<'Role'>> = ({ input: { RoleName: name }, caller, core }) => {
  const { id: projectId } = caller.project
  return found(() => core.iam.roles.get(projectId, name), { kind: 'role', name, projectId })
}

export const policy: SubjectOf<{ readonly PolicyArn: string }> = ({
  input: { PolicyArn: arn },
  caller,
  core,
}) => foundByArn(arn, 'policy', () => core.iam.policies.get(caller.project.id, arn))

export const provider: SubjectOf<{ readonly OpenIDConnectProviderArn: string }> = ({
  input,
  caller,
  core,
}) => {
  const arn = input.OpenIDConnectProviderArn
  return foundByArn(arn, 'oidc-provider', () => core.iam.oidcProviders.get(caller.project.id, arn))
}

async function foundByArn(arn: string, kind: EntityKind, find: () => Promise<Entity>): Promise<Subject> {
  const parts = parseArn(kind, arn)
  return parts ? { ...(await found(find, { kind, ...parts })), arn } : { arn }
}

const created = (kind: EntityKind, name: string, { project }: ProjectCaller, path = '/'): Subject => ({
  arn: arnOf({ kind, projectId: project.id, path, name }),
})

export const newUser: SubjectOf<Named<'User'> & Path> = ({ input, caller }) =>
  created('user', input.UserName, caller, input.Path)
export const newGroup: SubjectOf<Named<'Group'> & Path> = ({ input, caller }) =>
  created('group', input.GroupName, caller, input.Path)
export const newRole: SubjectOf<Named<'Role'> & Path> = ({ input, caller }) =>
  created('role', input.RoleName, caller, input.Path)
export const newPolicy: SubjectOf<Named<'Policy'> & Path> = ({ input, caller }) =>
  created('policy', input.PolicyName, caller, input.Path)
export const newProvider: SubjectOf<{ readonly Url: string }> = ({ input, caller }) =>
  created('oidc-provider', input.Url.replace(/^https?:\/\//, ''), caller)

/** All of a kind, or those below a path. */
export const all =
  (kind: EntityKind): SubjectOf<{ readonly PathPrefix?: string | undefined }> =>
  ({ input: { PathPrefix = '/' }, caller }) => ({
    arn: `arn:aws:iam::${caller.project.id}:${kind}${PathPrefix}`,
  })

/** Who is asked about, when policies are simulated. */
export const source: SubjectOf<{ readonly PolicySourceArn: string }> = ({ input }) => ({
  arn: input.PolicySourceArn,
})

/** For what is about the account. */
export const everything: SubjectOf<unknown> = () => ({ arn: '*' })
