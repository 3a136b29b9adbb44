import { projectCaller } from '../caller.ts'
import { bytesBody } from '../objects/bytes-body.ts'
import { putObject } from '../objects/put-object.ts'
import { disablesAcls } from '../policy/object-ownership.ts'
import { accessLine, type AccessRecord } from './access-record.ts'
import { logFolder, logName } from './log-key.ts'
import { mayDeliverLogs } from './may-deliver.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { BucketLogging } from '../buckets/logging.ts'
import type { Parts } from '../parts.ts'

/** Gathers the records of one process and writes them into the target buckets. */
export interface LogWriter {
  /** Keeps a record until the next delivery; nothing for a bucket without a log. */
  add(source: Bucket, record: AccessRecord): void
  /** Writes what has been gathered; what cannot be written stays for the next time. Resolves to how many objects it has written. */
  deliver(signal: AbortSignal): Promise<number>
}

interface Line {
  readonly source: Bucket
  readonly logging: BucketLogging
  readonly text: string
  /** Milliseconds since 1970. */
  readonly time: number
}

/** With more than this a delivery does not wait for its time; with four times as much the oldest records are lost. In characters. */
const fullSize = 8 << 20
const mostSize = 4 * fullSize

export function logWriter(parts: Parts): LogWriter {
  let waiting: Line[] = []
  let size = 0
  let delivering: Promise<number> | undefined

  const take = () => {
    const lines = waiting
    waiting = []
    size = 0
    return lines
  }
  const keep = (lines: readonly Line[]) => {
    for (const line of lines) push(line)
  }
  const push = (line: Line) => {
    if (size + line.text.length > mostSize) return
    waiting.push(line)
    size += line.text.length
  }
  const write = async (signal: AbortSignal): Promise<number> => {
    const groups = [...groupsOf(take(), parts.clock.now()).values()]
    let count = 0
    for (const [n, group] of groups.entries()) {
      try {
        if (await writeGroup(parts, group, signal)) count += 1
      } catch (error) {
        keep(groups.slice(n).flatMap(({ lines }) => lines))
        throw error
      }
    }
    return count
  }
  const deliver = (signal: AbortSignal) =>
    (delivering ??= write(signal).finally(() => {
      delivering = undefined
    }))

  return {
    add(source, record) {
      const { logging } = source.configuration
      if (!logging) return
      push({ source, logging, text: accessLine(record), time: record.time })
      // What goes wrong shows when the next delivery tries again.
      if (size > fullSize) deliver(new AbortController().signal).catch(() => undefined)
    },
    deliver: async (signal) => {
      await delivering?.catch(() => undefined)
      return deliver(signal)
    },
  }
}

interface Group {
  readonly folder: string
  readonly lines: Line[]
}

/** Lines that share an object, with what its key begins with. */
function groupsOf(lines: readonly Line[], delivery: number): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const { source, logging, time } = line
    const folder = logFolder(source, logging, { event: time, delivery })
    const name = JSON.stringify([source.namespace, logging.targetBucket, folder, logging.targetGrants])
    const group = groups.get(name) ?? { folder, lines: [] }
    groups.set(name, group)
    group.lines.push(line)
  }
  return groups
}

/** Writes an object; false when the target is gone or does not allow the log any more, whose records are dropped then. */
async function writeGroup(parts: Parts, { folder, lines }: Group, signal: AbortSignal): Promise<boolean> {
  const [first] = lines
  if (!first) return false
  const { source, logging, time } = first
  const target = await parts.metadata.catalog.findBucket(source.namespace, logging.targetBucket)
  const project = target && (await parts.metadata.catalog.findProject(target.projectId))
  if (!project) return false
  const allowed = lines.filter((line) => mayDeliverLogs(line.source, target, logging.targetPrefix))
  if (allowed.length === 0) return false
  const times = { event: time, delivery: parts.clock.now() }
  const key = folder + logName(logging, times, parts.ids.hex(8).toUpperCase())
  const body = bytesBody(Buffer.from(allowed.map(({ text }) => text).join('')))
  await putObject(parts)(projectCaller(project), { bucket: target.name, key }, body, {
    attributes: { contentType: 'text/plain' },
    storageClass: 'STANDARD',
    acl: aclFor(target, logging),
    signal: () => signal,
  })
  return true
}

/** The target's owner has full control besides what was granted; where ACLs mean nothing none is given. */
function aclFor(target: Bucket, { targetGrants }: BucketLogging) {
  const { configuration } = target
  if (!targetGrants || disablesAcls(configuration)) return {}
  const { owner } = configuration.acl
  const ownGrant = { grantee: { id: owner }, permission: 'FULL_CONTROL' } as const
  const given = targetGrants.map(({ grantee, permission }) => ({
    grantee: 'group' in grantee ? { uri: grantee.group } : { id: grantee.canonicalId },
    permission,
  }))
  return { document: { owner, grants: [ownGrant, ...given] } }
}
