import type { Knex } from 'knex'
import { arnOf } from '../core/iam/arn.ts'
import { entityFrom, nameKey, type EntityRow, type RelationRow } from './iam-row.ts'
import type { Actor, IamGroup, ManagedPolicy, PolicyOwner, Relation } from '../core/iam/entities.ts'
import type { Identity, NamedDocument } from '../core/iam/identity.ts'

/** Users and roles with all that decides what they may do. */
export function iamIdentities(db: Knex) {
  const findOne = async (where: Partial<EntityRow>): Promise<Identity | undefined> => {
    const row = await db<EntityRow>('iam_entities').where(where).whereIn('kind', ['user', 'role']).first()
    return row && identityOf(db, entityFrom<Actor['kind']>(row))
  }
  return {
    find: (id: string) => findOne({ id }),
    findRole: (projectId: string, name: string) =>
      findOne({ project_id: projectId, kind: 'role', name_key: nameKey(name) }),
  }
}

async function identityOf(db: Knex, actor: Actor): Promise<Identity> {
  const groups = await targetsOf(db, [actor.id], 'membership')
  const owners: readonly PolicyOwner[] = [actor, ...groups.map((row) => entityFrom<IamGroup['kind']>(row))]
  const ownerIds = owners.map(({ id }) => id)
  const attached = await targetsOf(db, ownerIds, 'attachment')
  const [boundary] = await targetsOf(db, [actor.id], 'boundary')
  return {
    kind: actor.kind,
    id: actor.id,
    projectId: actor.projectId,
    name: actor.name,
    path: actor.path,
    arn: arnOf(actor),
    tags: actor.tags,
    policies: [...owners.flatMap(inlineOf), ...attached.map(managedFrom)],
    boundary: boundary && managedFrom(boundary),
    trustPolicy: actor.kind === 'role' ? actor.trustPolicy : undefined,
    maxSessionSeconds: actor.kind === 'role' ? actor.maxSessionSeconds : longestUserSession,
    sessionsNotBefore: actor.sessionsNotBefore,
  }
}

/** GetSessionToken and GetFederationToken give at most 36 hours. */
const longestUserSession = 129_600

function targetsOf(db: Knex, ids: readonly string[], relation: Relation): Promise<readonly EntityRow[]> {
  const targets = db<RelationRow>('iam_relations').whereIn('from_id', ids).where({ relation })
  return db<EntityRow>('iam_entities').whereIn('id', targets.select('to_id')).orderBy(['name_key', 'id'])
}

const inlineOf = ({ name: owner, inlinePolicies }: PolicyOwner): readonly NamedDocument[] =>
  inlinePolicies.map(({ name, document }) => ({ name: `${owner}/${name}`, document }))

/** What a managed policy says: its default version. */
function managedFrom(row: EntityRow): NamedDocument {
  const policy = entityFrom<ManagedPolicy['kind']>(row)
  const version = policy.versions.find(({ id }) => id === policy.defaultVersionId)
  if (!version) throw new Error(`The policy ${row.id} has no default version.`)
  return { name: arnOf(policy), document: version.document }
}
