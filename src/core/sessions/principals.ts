import { compileIdentityPolicy, type NamedPolicy } from '../policy/identity-policy.ts'
import { principalFacts } from './principal-facts.ts'
import type { Identity, NamedDocument } from '../iam/identity.ts'
import type { Limit } from '../policy/limit.ts'
import type { Principal } from '../iam/principal.ts'
import type { Session } from './session.ts'

/** Compiled once for each identity that the catalog remembers. */
const users = new WeakMap<Identity, Principal>()
const policies = new WeakMap<Identity, readonly NamedPolicy[]>()
const boundaries = new WeakMap<Identity, Limit>()

/** An IAM user, whatever key it signs with. */
export function userPrincipal(user: Identity): Principal {
  let principal = users.get(user)
  if (!principal) users.set(user, (principal = userOf(user)))
  return principal
}

function userOf(user: Identity): Principal {
  const { id, arn, name, tags } = user
  const facts = { type: 'User', arn, userId: id, userName: name, tags: tagsOf(tags) }
  return {
    kind: 'user',
    userId: id,
    userName: name,
    arn,
    arns: [arn],
    policies: policiesOf(user),
    facts: principalFacts(facts),
  }
}

/** A session of a role. */
export function rolePrincipal(role: Identity, session: Session): Principal {
  const { name = '' } = session
  const arn = sessionArn(role.projectId, `assumed-role/${role.name}/${name}`)
  const userId = `${role.id}:${name}`
  const tags = { ...tagsOf(role.tags), ...session.tags }
  return {
    kind: 'assumed-role',
    userId,
    userName: undefined,
    arn,
    arns: [role.arn, arn],
    policies: policiesOf(role),
    facts: principalFacts({ type: 'AssumedRole', arn: role.arn, userId, tags, session }),
  }
}

/** A federated user, who acts on the policies of a user, or in the place of a project's root. */
export function federatedPrincipal(user: Identity | undefined, session: Session): Principal {
  const { name = '', projectId, tags } = session
  const arn = sessionArn(projectId, `federated-user/${name}`)
  const userId = `${projectId}:${name}`
  return {
    kind: 'federated-user',
    userId,
    userName: undefined,
    arn,
    arns: user ? [user.arn, arn] : [arn],
    policies: user ? policiesOf(user) : [everything],
    facts: principalFacts({ type: 'FederatedUser', arn, userId, tags, session }),
  }
}

const everything = compileIdentityPolicy(
  'root',
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }),
)

/** `arn:aws:sts::<project id>:<resource>` */
const sessionArn = (projectId: string, resource: string) => `arn:aws:sts::${projectId}:${resource}`

const tagsOf = (tags: Identity['tags']) => Object.fromEntries(tags.map(({ key, value }) => [key, [value]]))

function policiesOf(identity: Identity): readonly NamedPolicy[] {
  let compiled = policies.get(identity)
  if (!compiled) policies.set(identity, (compiled = identity.policies.map(compile)))
  return compiled
}

const compile = ({ name, document }: NamedDocument) => compileIdentityPolicy(name, document)

/** The permissions boundary of a user or role. */
export function boundaryOf(identity: Identity): Limit | undefined {
  const { boundary } = identity
  if (!boundary) return undefined
  let limit = boundaries.get(identity)
  if (!limit) boundaries.set(identity, (limit = { kind: 'boundary', policies: [compile(boundary)] }))
  return limit
}
