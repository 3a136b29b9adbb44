import { eventsOfWrite } from '../events/events-of-write.ts'
import { createQuotaMeter } from '../usage/quota-meter.ts'
import { refusedExtension } from './refused-extension.ts'
import { extendsIt, factsOf } from './written-facts.ts'
import { isLocked } from './object-lock.ts'
import { nullVersionId, versionIdOf } from './version-id.ts'
import { refusedBy } from './write-conditions.ts'
import { changesOf, currentOf, type KeyState, type VersionFacts, type WriteChanges } from './write-changes.ts'
import type { ObjectDelete, ObjectPut, WriteAnswer } from './object-write.ts'
import type { NewEvent } from '../events/outbox.ts'
import type { Allowance } from '../usage/allowance.ts'
import type { Versioning } from '../buckets/bucket.ts'

/** The rows that a batch touches, as the transaction sees them. */
export interface WriteRows {
  /** Undefined when there is no such bucket. */
  versioning(bucketId: number): Versioning | undefined
  /** What is known of a key's versions, newest first: those that the requests name, the null version, and one more of the newest than the requests may remove. */
  versions(bucketId: number, key: string): readonly VersionFacts[]
  /** The quotas that bind a bucket, with what is used of them; most have none. */
  allowances(bucketId: number): readonly Allowance[]
  /** The last sequence that was allotted. */
  readonly lastSequence: number
}

export type WriteRequest = ObjectPut | ObjectDelete

interface EvaluatedWrites {
  readonly answers: readonly WriteAnswer[]
  readonly changes: WriteChanges
  /** What goes into the outbox. */
  readonly events: readonly NewEvent[]
}

/**
 * Decides a batch of writes one after another, so that requests on one key see each other. Pure: rows and requests in order
 * give answers and changes, and running it again on newer rows is always right.
 */
export function evaluateWrites(rows: WriteRows, requests: readonly WriteRequest[]): EvaluatedWrites {
  const keys = new Map<string, KeyState>()
  const meter = createQuotaMeter((bucketId) => rows.allowances(bucketId))
  let lastSequence = rows.lastSequence

  const stateOf = ({ bucketId, key }: WriteRequest): KeyState => {
    const id = `${String(bucketId)}/${key}`
    let state = keys.get(id)
    if (!state) {
      const before = rows.versions(bucketId, key)
      keys.set(id, (state = { bucketId, key, before, now: before, gone: [] }))
    }
    return state
  }

  /** A new version on top; unless the bucket keeps versions it takes the place of the null version. */
  const add = (request: WriteRequest, state: KeyState, versioning: Versioning): VersionFacts => {
    const sequence = ++lastSequence
    const lastModified = Math.max(request.now, state.now[0]?.lastModified ?? 0)
    const leaving = { trashAfter: request.trashAfter, ...(extendsIt(request) && { extendedBy: sequence }) }
    const dropped = versioning === 'enabled' ? undefined : dropNull(state, leaving)
    const versionId = versioning === 'enabled' ? versionIdOf(sequence, lastModified) : nullVersionId
    const version = { sequence, versionId, lastModified, ...factsOf(request, dropped) }
    state.now = [version, ...state.now]
    return version
  }

  const put = (request: ObjectPut, state: KeyState, versioning: Versioning): WriteAnswer => {
    const { sequence, versionId, lastModified } = add(request, state, versioning)
    return {
      kind: 'stored',
      sequence,
      versionId: versioning === 'enabled' ? versionId : undefined,
      lastModified,
    }
  }

  const remove = (request: ObjectDelete, state: KeyState, versioning: Versioning): WriteAnswer => {
    // What is conditional speaks of something that was there: it leaves no delete marker on nothing.
    if (request.conditions && state.now.length === 0) return nothingDeleted
    const existed = currentOf(state.now) !== undefined
    if (versioning !== 'off') {
      const { versionId } = add(request, state, versioning)
      return { kind: 'deleted', existed, versionId, isDeleteMarker: true }
    }
    lastSequence += 1
    dropNull(state, request)
    return { kind: 'deleted', existed, versionId: undefined, isDeleteMarker: false }
  }

  const removeVersion = (request: ObjectDelete, state: KeyState): WriteAnswer => {
    const { versionId, now, bypassesGovernance = false } = request
    const version = state.now.find((each) => each.versionId === versionId)
    const isDeleteMarker = version?.isDeleteMarker ?? false
    if (version && isLocked(version.lock, { now, bypassesGovernance })) return lockedAnswer
    lastSequence += 1
    if (version) drop(state, version, request)
    return { kind: 'deleted', existed: version !== undefined, versionId, isDeleteMarker }
  }

  const carryOut = (request: WriteRequest, state: KeyState, versioning: Versioning): WriteAnswer => {
    if (request.kind === 'put') {
      const replaced = versioning === 'enabled' ? undefined : nullOf(state)
      return meter.refusalOf(request, replaced) ?? put(request, state, versioning)
    }
    return request.versionId === undefined
      ? remove(request, state, versioning)
      : removeVersion(request, state)
  }

  const answer = (request: WriteRequest): WriteAnswer => {
    const versioning = rows.versioning(request.bucketId)
    if (versioning === undefined) return { kind: 'refused', code: 'NoSuchBucket' }
    const state = stateOf(request)
    const refusal = refusalOf(request, state, versioning)
    if (refusal) return refusal
    const before = state.now
    const answered = carryOut(request, state, versioning)
    meter.count(request.bucketId, before, state.now)
    return answered
  }

  const answers = requests.map(answer)
  return {
    answers,
    changes: changesOf(keys.values(), lastSequence),
    events: eventsOfBatch(requests, answers),
  }
}

function eventsOfBatch(
  requests: readonly WriteRequest[],
  answers: readonly WriteAnswer[],
): readonly NewEvent[] {
  const events: NewEvent[] = []
  requests.forEach((request, n) => {
    const answer = request.announcement && answers[n]
    if (answer) events.push(...eventsOfWrite(request, answer))
  })
  return events
}

/** Conditions speak of the version that a delete names, else of the current one. A version that is gone has been deleted already. */
function refusalOf(
  request: WriteRequest,
  { now }: KeyState,
  versioning: Versioning,
): WriteAnswer | undefined {
  const { conditions } = request
  const extension = request.kind === 'put' ? request.extends : undefined
  const refused = extension && refusedExtension(extension, currentOf(now), versioning)
  if (refused) return refused
  if (!conditions) return undefined
  if (request.kind === 'put' || request.versionId === undefined) return refusedBy(conditions, currentOf(now))
  const named = now.find(({ versionId }) => versionId === request.versionId)
  return named && refusedBy(conditions, { ...named, isNewest: named === now[0] })
}

type Leaving = Omit<KeyState['gone'][number], 'version'>

function drop(state: KeyState, version: VersionFacts, { trashAfter, extendedBy }: Leaving): void {
  state.now = state.now.filter((each) => each !== version)
  state.gone.push({ version, trashAfter, extendedBy })
}

function dropNull(state: KeyState, leaving: Leaving): VersionFacts | undefined {
  const version = nullOf(state)
  if (version) drop(state, version, leaving)
  return version
}

const nullOf = ({ now }: KeyState): VersionFacts | undefined =>
  now.find(({ versionId }) => versionId === nullVersionId)

const nothingDeleted: WriteAnswer = {
  kind: 'deleted',
  existed: false,
  versionId: undefined,
  isDeleteMarker: false,
}

const lockedAnswer: WriteAnswer = {
  kind: 'refused',
  code: 'AccessDenied',
  message: 'Access Denied because object protected by object lock.',
}
