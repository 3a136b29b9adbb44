import { S3Error } from '../core/errors.ts'
import { isRootKey } from '../core/operators/root-key.ts'
import { reaches, type Actor } from '../core/operators/actor.ts'
import type { Access, Named } from './contract/access.ts'
import type { Catalog } from '../core/ports.ts'

type Input = Readonly<Record<string, unknown>>

/** The id of the project that a thing belongs to. */
const projectIdOf: Readonly<Record<Named, (catalog: Catalog, name: string) => Promise<string | undefined>>> =
  {
    project: async (catalog, name) => (await catalog.findProjectByName(name))?.id,
    // Those of the server's root open this API: they are no project's to change.
    'access key': async (catalog, id) =>
      (await isRootKey(catalog, id)) ? undefined : (await catalog.findAccessKey(id))?.projectId,
    'API key': async (catalog, id) => (await catalog.findApiKey(id))?.projectId,
    'kms key': async (catalog, id) => (await catalog.findKmsKey(id))?.projectId,
  }

/** The id of the project that an input is about, when the call says how it is found. */
export async function callProject(
  catalog: Catalog,
  access: Access,
  input: Input,
): Promise<string | undefined> {
  const of = 'of' in access ? access.of : undefined
  const name = of && input[of.member]
  return of && typeof name === 'string' ? projectIdOf[of.named](catalog, name) : undefined
}

interface Authorised {
  readonly input: Input
  /** See `callProject`. */
  readonly projectId: string | undefined
}

/** Throws AccessDenied unless the actor may make the call about the project. */
export function authoriseCall(actor: Actor, access: Access, about: Authorised): void {
  if (access.who === 'everyone' || access.who === 'signed-in' || actor.role === 'operator') return
  if (access.who === 'operators') throw denied('This call is for operators.')
  if (access.who === 'project-admins' && actor.role === 'viewer')
    throw denied('A viewer only looks: this call is for operators and project admins.')
  if (isAboutOthers(actor, access, about))
    throw denied('This call is about a project that is not yours, or names none.')
}

type ProjectAccess = Extract<Access, { readonly who: 'viewers' | 'project-admins' }>

function isAboutOthers(actor: Actor, access: ProjectAccess, { input, projectId }: Authorised): boolean {
  const { of } = access
  if (!of || actor.projects === undefined) return false
  if (access.who === 'viewers' && access.isFiltered && input[of.member] === undefined) return false
  return projectId === undefined || !reaches(actor, projectId)
}

const denied = (message: string) => new S3Error('AccessDenied', { message })
