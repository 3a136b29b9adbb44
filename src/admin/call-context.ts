import { machine, type Actor } from '../core/operators/actor.ts'
import type { EndpointName, InputOf, OutputOf } from './contract.ts'
import type { SessionPlace } from '../core/operators/session.ts'

/** Where a browser keeps its session. */
export interface SessionCookie {
  give(token: string, expiresAt: number): void
  drop(): void
}

/** Who makes a call, and from where. */
export interface CallContext {
  readonly actor: Actor
  readonly place: SessionPlace
  /** Of the console, as the browser sees it: `https://files.example.com`. */
  readonly origin: string
  readonly cookie: SessionCookie
}

/** The calls of the admin API; they throw S3Error. */
export type AdminCalls = {
  readonly [Name in EndpointName]: (input: InputOf<Name>, context: CallContext) => Promise<OutputOf<Name>>
}

/** Who has not signed in. */
export const nobody: Actor = { name: 'nobody', role: 'viewer', projects: [] }

/** Commands on the server's machine. */
export const machineContext: CallContext = {
  actor: machine,
  place: { address: '', agent: '' },
  origin: '',
  cookie: { give: () => undefined, drop: () => undefined },
}
