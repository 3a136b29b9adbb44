import { hash } from 'node:crypto'
import { S3Error } from '../errors.ts'
import { operatorActor, rootActor, type Actor } from './actor.ts'
import { isOpenRootKey } from './root-key.ts'
import type { Parts } from '../parts.ts'
import type { Session, SessionHolder, SessionPlace } from './session.ts'

/** What is seen within a minute is not written down once more. */
const touchMs = 60_000
const agentLength = 256
const tokenBytes = 32

interface NewSession {
  /** Shown to the browser only, which sends it back in a cookie. */
  readonly token: string
  readonly session: Session
}

const hashOf = (token: string) => hash('sha256', token)

/** Lets somebody in who has proved to be the holder. */
export const openSession =
  ({ metadata, clock, ids, settings }: Pick<Parts, 'metadata' | 'clock' | 'ids' | 'settings'>) =>
  async (holder: SessionHolder, { address, agent }: SessionPlace): Promise<NewSession> => {
    const now = clock.now()
    const token = ids.hex(tokenBytes)
    const session: Session = {
      tokenHash: hashOf(token),
      holder,
      address,
      agent: agent.slice(0, agentLength),
      createdAt: now,
      seenAt: now,
      expiresAt: now + settings.sessionMs.longest,
    }
    await metadata.transaction(async ({ operators }) => {
      await operators.addSession(session)
      const operator = holder.kind === 'operator' ? await operators.find(holder.id) : undefined
      if (operator) await operators.put({ ...operator, signedInAt: now })
    })
    return { token, session }
  }

/** Who holds a token; undefined once the session has ended or stood idle for too long, or its holder may not sign in any more. */
export const findActor =
  ({ metadata, clock, settings }: Pick<Parts, 'metadata' | 'clock' | 'settings'>) =>
  async (token: string): Promise<Actor | undefined> => {
    const session = await metadata.operators.findSession(hashOf(token))
    const now = clock.now()
    if (!session || now >= session.expiresAt || now >= session.seenAt + settings.sessionMs.idle)
      return undefined
    if (now >= session.seenAt + touchMs)
      await metadata.transaction(({ operators }) => operators.touchSession(session.tokenHash, now))
    return actorOf(metadata, session, now)
  }

async function actorOf(
  { catalog, operators }: Parts['metadata'],
  session: Session,
  now: number,
): Promise<Actor | undefined> {
  const { holder } = session
  if (holder.kind === 'root')
    return (await isOpenRootKey(catalog, holder.accessKeyId, now))
      ? rootActor(holder.accessKeyId, session)
      : undefined
  const operator = await operators.find(holder.id)
  return operator?.status === 'active' ? operatorActor(operator, session) : undefined
}

/** The session of an actor. Throws InvalidArgument for one that has not signed in. */
export function sessionOf({ session }: Actor): Session {
  if (session) return session
  throw new S3Error('InvalidArgument', { message: 'Only who has signed in has a session.' })
}

/** Ends one session, or all of its holder. */
export const endSession =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (actor: Actor, { everywhere }: { readonly everywhere: boolean }): Promise<void> => {
    const { holder, tokenHash } = sessionOf(actor)
    return metadata.transaction(({ operators }) =>
      everywhere ? operators.endSessions(holder) : operators.endSession(tokenHash),
    )
  }
