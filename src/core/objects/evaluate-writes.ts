import type { ObjectDelete, ObjectPut, WriteAnswer, WriteConditions } from './object-write.ts'
import type { ObjectPart } from './object-version.ts'
import type { ErrorCode } from '../errors.ts'

/** What the rules need to know of a key's current version. */
export interface CurrentVersion {
  readonly sequence: number
  readonly size: number
  readonly etag: string
  readonly lastModified: number
  readonly isInline: boolean
  readonly blobId: string | undefined
  readonly partCount: number
}

/** What conditions look at. */
type ConditionFacts = Pick<CurrentVersion, 'etag' | 'lastModified' | 'size'>

/** The rows that a batch touches, as the transaction sees them. */
export interface WriteRows {
  hasBucket(bucketId: number): boolean
  current(bucketId: number, key: string): CurrentVersion | undefined
  /** The last sequence that was allotted. */
  readonly lastSequence: number
}

export type WriteRequest = ObjectPut | ObjectDelete

/** An object to be stored as its key's current version. */
export interface StoredPut {
  readonly put: ObjectPut
  readonly sequence: number
  readonly lastModified: number
}

interface UsageChange {
  readonly bucketId: number
  objects: number
  bytes: number
}

/** What a batch does to the tables, each key at most once. */
export interface WriteChanges {
  readonly lastSequence: number
  readonly puts: readonly StoredPut[]
  readonly deletes: readonly { readonly bucketId: number; readonly key: string }[]
  /** Sequences whose inline bytes go. */
  readonly dropInline: readonly number[]
  /** Sequences whose parts go, their blobs to the trash. */
  readonly dropParts: readonly { readonly sequence: number; readonly trashAfter: number }[]
  readonly trash: readonly { readonly blobId: string; readonly trashAfter: number }[]
  readonly usage: readonly UsageChange[]
}

/** A key during the batch: what was stored before it, and what it holds by now. */
interface KeyState {
  readonly bucketId: number
  readonly key: string
  readonly before: CurrentVersion | undefined
  now: CurrentVersion | undefined
  pending: StoredPut | undefined
  trashAfter: number
}

/**
 * Decides a batch of writes one after another, so that requests on one key see each other. Pure: rows and requests in order
 * give answers and changes, and running it again on newer rows is always right.
 */
export function evaluateWrites(
  rows: WriteRows,
  requests: readonly WriteRequest[],
): { readonly answers: readonly WriteAnswer[]; readonly changes: WriteChanges } {
  const keys = new Map<string, KeyState>()
  const trash: { blobId: string; trashAfter: number }[] = []
  let lastSequence = rows.lastSequence

  const stateOf = ({ bucketId, key }: WriteRequest): KeyState => {
    const id = `${String(bucketId)}/${key}`
    let state = keys.get(id)
    if (!state) {
      const before = rows.current(bucketId, key)
      keys.set(id, (state = { bucketId, key, before, now: before, pending: undefined, trashAfter: 0 }))
    }
    return state
  }

  const forgetPending = (state: KeyState, trashAfter: number) => {
    if (state.pending) for (const blobId of blobsOf(state.pending.put)) trash.push({ blobId, trashAfter })
    state.pending = undefined
    state.trashAfter = trashAfter
  }

  const put = (request: ObjectPut, state: KeyState): WriteAnswer => {
    const sequence = ++lastSequence
    const lastModified = Math.max(request.now, state.now?.lastModified ?? 0)
    forgetPending(state, request.trashAfter)
    state.pending = { put: request, sequence, lastModified }
    state.now = currentOf(state.pending)
    return { kind: 'stored', sequence, versionId: 'null', lastModified }
  }

  const remove = (request: ObjectDelete, state: KeyState): WriteAnswer => {
    const existed = state.now !== undefined
    lastSequence += 1
    forgetPending(state, request.trashAfter)
    state.now = undefined
    return { kind: 'deleted', existed }
  }

  const answers = requests.map((request): WriteAnswer => {
    if (!rows.hasBucket(request.bucketId)) return { kind: 'refused', code: 'NoSuchBucket' }
    const state = stateOf(request)
    const refusal = request.conditions && refusedBy(request.conditions, state.now)
    if (refusal) return refusal
    return request.kind === 'put' ? put(request, state) : remove(request, state)
  })
  return { answers, changes: changesOf([...keys.values()], trash, lastSequence) }
}

function changesOf(
  states: readonly KeyState[],
  trash: { blobId: string; trashAfter: number }[],
  lastSequence: number,
): WriteChanges {
  const changed = states.filter(({ before, now }) => before !== now)
  const gone = changed.flatMap(({ before, trashAfter }) => (before ? [{ ...before, trashAfter }] : []))
  for (const { blobId, trashAfter } of gone) if (blobId !== undefined) trash.push({ blobId, trashAfter })
  return {
    lastSequence,
    puts: changed.flatMap(({ pending }) => pending ?? []),
    deletes: changed.filter(({ now }) => now === undefined),
    dropInline: gone.filter(({ isInline }) => isInline).map(({ sequence }) => sequence),
    dropParts: gone.filter(({ partCount }) => partCount > 0),
    trash,
    usage: usageOf(changed),
  }
}

function usageOf(changed: readonly KeyState[]): readonly UsageChange[] {
  const usage = new Map<number, UsageChange>()
  for (const { bucketId, before, now } of changed) {
    let change = usage.get(bucketId)
    if (!change) usage.set(bucketId, (change = { bucketId, objects: 0, bytes: 0 }))
    change.objects += Number(now !== undefined) - Number(before !== undefined)
    change.bytes += (now?.size ?? 0) - (before?.size ?? 0)
  }
  return [...usage.values()]
}

const currentOf = ({ put, sequence, lastModified }: StoredPut): CurrentVersion => ({
  sequence,
  size: put.size,
  etag: put.etag,
  lastModified,
  isInline: put.content.kind === 'inline',
  blobId: put.content.kind === 'blob' ? put.content.blobId : undefined,
  partCount: put.content.kind === 'parts' ? put.content.parts.length : 0,
})

const blobsOf = ({ content }: ObjectPut): readonly string[] => {
  if (content.kind === 'blob') return [content.blobId]
  return content.kind === 'parts' ? content.parts.map(({ blobId }: ObjectPart) => blobId) : []
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
export function refusedBy(
  conditions: WriteConditions,
  current: ConditionFacts | undefined,
): WriteAnswer | undefined {
  const { ifMatch, ifNoneMatch, ifLastModified, ifSize } = conditions
  if (!current) return asksForExisting(conditions) ? refused('NoSuchKey') : undefined
  if (ifMatch !== undefined && !matches(ifMatch, current.etag)) return failed('If-Match')
  if (ifNoneMatch !== undefined && matches(ifNoneMatch, current.etag)) return failed('If-None-Match')
  if (ifLastModified !== undefined && !sameSecond(ifLastModified, current.lastModified))
    return failed('x-amz-if-match-last-modified-time')
  if (ifSize !== undefined && ifSize !== current.size) return failed('x-amz-if-match-size')
  return undefined
}

const asksForExisting = ({ ifMatch, ifLastModified, ifSize }: WriteConditions) =>
  ifMatch !== undefined || ifLastModified !== undefined || ifSize !== undefined
const matches = (wanted: readonly string[] | '*', etag: string) => wanted === '*' || wanted.includes(etag)
const sameSecond = (a: number, b: number) => Math.floor(a / 1000) === Math.floor(b / 1000)
const refused = (code: ErrorCode): WriteAnswer => ({ kind: 'refused', code })
const failed = (condition: string): WriteAnswer => ({
  kind: 'refused',
  code: 'PreconditionFailed',
  detail: { Condition: condition },
})
