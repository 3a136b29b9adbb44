import type { Operator, Role } from './operator.ts'
import type { Session } from './session.ts'

/** Who makes an administrative call. */
export interface Actor {
  /** As the audit trail has it: `operator:NAME`, `root:ACCESS-KEY` or `machine`. */
  readonly name: string
  readonly role: Role
  /** Ids of the projects that it is confined to; undefined: all. */
  readonly projects: readonly string[] | undefined
  /** Absent for commands of this machine, and for root keys. */
  readonly operator?: Operator | undefined
  /** Of whoever signed in. */
  readonly session?: Session | undefined
}

/** Commands on the machine of the server. */
export const machine: Actor = { name: 'machine', role: 'operator', projects: undefined }

export const rootActor = (accessKeyId: string, session?: Session): Actor => ({
  name: `root:${accessKeyId}`,
  role: 'operator',
  projects: undefined,
  session,
})

export const operatorActor = (operator: Operator, session: Session): Actor => ({
  name: `operator:${operator.name}`,
  role: operator.role,
  projects: operator.role === 'operator' ? undefined : operator.projects,
  operator,
  session,
})

export const reaches = ({ projects }: Pick<Actor, 'projects'>, projectId: string): boolean =>
  projects === undefined || projects.includes(projectId)
