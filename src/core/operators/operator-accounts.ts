import { S3Error } from '../errors.ts'
import { getProject } from '../projects/get-project.ts'
import { hashPassword, isPassword } from '../../lib/password.ts'
import type { Catalog } from '../ports.ts'
import type { Operator, Role } from './operator.ts'
import type { OperatorChanges } from './operator-store.ts'
import type { Parts } from '../parts.ts'

interface Rights {
  readonly role: Role
  /** By name; undefined: all of them. */
  readonly projects?: readonly string[] | undefined
}

export interface NewOperator extends Rights {
  readonly name: string
  readonly password?: string | undefined
}

export interface OperatorChange {
  /** Given together with `projects`, which it replaces. */
  readonly rights?: Rights | undefined
  readonly status?: Operator['status'] | undefined
  readonly password?: string | undefined
  /** Whether it signs in without a second factor from now on. */
  readonly dropsSecondFactor?: boolean | undefined
}

type AccountParts = Pick<Parts, 'metadata' | 'clock' | 'ids'>

const namePattern = /^[\w.+@-]{1,128}$/
const passwordLengths = { least: 10, most: 256 }

/** Throws InvalidArgument, NoSuchEntity for a project, or EntityAlreadyExists. */
export const createOperator =
  ({ metadata, clock, ids }: AccountParts) =>
  async ({ name, password, ...rights }: NewOperator): Promise<Operator> => {
    if (!namePattern.test(name))
      throw invalid('name', 'An operator name has 1 to 128 letters, digits or any of . _ - + @')
    const operator: Operator = {
      id: ids.uuid(),
      name,
      ...(await rightsOf(metadata.catalog, rights)),
      status: 'active',
      passwordHash: await hashOf(password),
      secondFactor: undefined,
      externalId: undefined,
      createdAt: clock.now(),
      signedInAt: undefined,
    }
    await metadata.transaction(async ({ operators }) => {
      await refuseTaken(operators, name)
      await operators.put(operator)
    })
    return operator
  }

/** A new password, or less to do, ends the sessions that were begun before. Throws NoSuchEntity or InvalidArgument. */
export const changeOperator =
  ({ metadata }: AccountParts) =>
  async (
    name: string,
    { rights, status, password, dropsSecondFactor }: OperatorChange,
  ): Promise<Operator> => {
    const given = {
      ...(rights && (await rightsOf(metadata.catalog, rights))),
      ...(status && { status }),
      ...(password !== undefined && { passwordHash: await hashOf(password) }),
      ...(dropsSecondFactor && { secondFactor: undefined }),
    }
    return metadata.transaction(async ({ operators }) => {
      const operator = { ...(await getOperator(operators, name)), ...given }
      await operators.put(operator)
      await operators.endSessions({ kind: 'operator', id: operator.id })
      return operator
    })
  }

/** By whoever knows the old one; ends the sessions. Throws AccessDenied or InvalidArgument. */
export const changePassword =
  ({ metadata }: AccountParts) =>
  async (id: string, { password, newPassword }: { password: string; newPassword: string }): Promise<void> => {
    const known = await metadata.operators.find(id)
    if (!(await isPassword(known?.passwordHash, password)))
      throw new S3Error('AccessDenied', { message: 'The password is not right.' })
    const passwordHash = await hashOf(newPassword)
    await metadata.transaction(async ({ operators }) => {
      const operator = await operators.find(id)
      if (operator) await operators.put({ ...operator, passwordHash })
      await operators.endSessions({ kind: 'operator', id })
    })
  }

/** With its sessions and passkeys. Throws NoSuchEntity. */
export const deleteOperator =
  ({ metadata }: AccountParts) =>
  (name: string): Promise<void> =>
    metadata.transaction(async ({ operators }) => operators.remove((await getOperator(operators, name)).id))

/** Throws NoSuchEntity. */
async function getOperator(operators: OperatorChanges, name: string): Promise<Operator> {
  const operator = await operators.findByName(name)
  if (operator) return operator
  throw new S3Error('NoSuchEntity', { message: `There is no operator called ${name}.` })
}

/** Throws EntityAlreadyExists. */
export async function refuseTaken(operators: OperatorChanges, name: string): Promise<void> {
  if (!(await operators.findByName(name))) return
  throw new S3Error('EntityAlreadyExists', { message: `There is an operator called ${name} already.` })
}

/** With the ids of the projects. Throws NoSuchEntity or InvalidArgument. */
export async function rightsOf(
  catalog: Catalog,
  { role, projects }: Rights,
): Promise<Pick<Operator, 'role' | 'projects'>> {
  if (role === 'operator' && projects)
    throw invalid('projects', 'An operator is confined to no projects: make it a project admin or a viewer.')
  if (role === 'project-admin' && !projects)
    throw invalid('projects', 'A project admin needs the projects that it is for.')
  const found = projects && (await Promise.all(projects.map((name) => getProject(catalog, name))))
  return { role, projects: found?.map(({ id }) => id) }
}

async function hashOf(password: string | undefined): Promise<string | undefined> {
  if (password === undefined) return undefined
  const { least, most } = passwordLengths
  if (password.length < least || password.length > most)
    throw invalid('password', `A password has ${String(least)} to ${String(most)} characters.`)
  return hashPassword(password)
}

const invalid = (ArgumentName: string, message: string) =>
  new S3Error('InvalidArgument', { message, detail: { ArgumentName } })
