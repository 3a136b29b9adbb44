import type Router from '@koa/router'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Context } from 'koa'
import { z } from 'zod'
import { authoriseCall, callProject } from '../authorise-call.ts'
import { callContexts, type ContextOptions } from '../call-contexts.ts'
import { contentDisposition } from '../../lib/content-disposition.ts'
import { viewers } from '../contract/access.ts'
import { bucketInput } from '../contract/object-input.ts'
import { entryNames } from './entry-names.ts'
import { ownedBucket } from '../owned-bucket.ts'
import { parsedInput } from '../parsed-input.ts'
import { S3Error } from '../../core/errors.ts'
import { zipStream, type ZipEntry } from './zip-stream.ts'
import type { Bucket } from '../../core/buckets/bucket.ts'
import type { Core } from '../../core/create-core.ts'
import type { ObjectSelection } from '../../core/object-jobs/object-job.ts'
import type { ProjectCaller } from '../../core/caller.ts'

interface ZipOptions extends ContextOptions {
  readonly core: Pick<Core, 'catalog' | 'objects' | 'objectJobs' | 'clock'>
  /** Hears of what fails once the archive has begun. */
  readonly onFault: (error: unknown) => void
}

interface Zipped {
  readonly owner: ProjectCaller
  readonly bucket: Bucket
  readonly selection: ObjectSelection
}

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value = []) => (typeof value === 'string' ? [value] : value))

const zipInput = bucketInput.extend({ key: several, prefix: several })
const access = viewers('project')

/** The directory of an archive is kept in memory until its end. */
const mostObjects = 50_000

type RoutedContext = Context & { params: Readonly<Record<string, string>> }

/** `GET /buckets/:name/zip?key=…&prefix=…`: objects, and what lies below prefixes, in one archive. */
export function downloadZip(router: Router, options: ZipOptions): void {
  const { core } = options
  const contextOf = callContexts(options)
  router.get('/buckets/:name/zip', async (ctx: RoutedContext) => {
    const { actor } = await contextOf(ctx, access)
    const input = parsedInput(zipInput, { ...ctx.query, ...ctx.params })
    authoriseCall(actor, access, { input, projectId: await callProject(core.catalog, access, input) })
    const selection = { keys: input.key, prefixes: input.prefix }
    const zipped = { ...(await ownedBucket(core.catalog, input)), selection }
    await checkCount(core, zipped)
    ctx.type = 'application/zip'
    ctx.set('Content-Disposition', contentDisposition('attachment', `${archiveName(zipped)}.zip`))
    ctx.status = 200
    // Koa would take a client that leaves for an error of the server.
    ctx.respond = false
    await pipeline(zipStream(entries(core, zipped)), ctx.res).catch((error: unknown) => {
      if (!hasLeft(error)) options.onFault(error)
    })
  })
}

const hasLeft = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'

/** Throws InvalidArgument for nothing, InvalidRequest for too much. */
async function checkCount({ objectJobs }: ZipOptions['core'], { bucket, selection }: Zipped): Promise<void> {
  if (selection.keys.length + selection.prefixes.length === 0)
    throw new S3Error('InvalidArgument', { message: 'Neither a key nor a prefix is named.' })
  let count = 0
  for await (const { objects } of objectJobs.select(bucket, selection)) {
    count += objects.length
    if (count > mostObjects)
      throw new S3Error('InvalidRequest', { message: `An archive has up to ${String(mostObjects)} objects.` })
  }
}

/** A single folder gives its name. */
function archiveName({ bucket, selection: { keys, prefixes } }: Zipped): string {
  const [only = ''] = keys.length === 0 && prefixes.length === 1 ? prefixes : []
  return only.split('/').findLast((part) => part !== '') ?? bucket.name
}

/** What cannot be read is named in a file at the end. */
async function* entries(
  core: ZipOptions['core'],
  { owner, bucket, selection }: Zipped,
): AsyncGenerator<ZipEntry> {
  const nameOf = entryNames()
  const refused: string[] = []
  for await (const { objects } of core.objectJobs.select(bucket, selection))
    for (const { key, name } of objects) {
      try {
        yield await entryOf(core, { owner, object: { bucket: bucket.name, key }, name: nameOf(name) })
      } catch (error) {
        if (!(error instanceof S3Error)) throw error
        refused.push(`${key}: ${error.code}: ${error.message}\n`)
      }
    }
  if (refused.length === 0) return
  const text = Buffer.from(refused.join(''))
  yield {
    name: nameOf('NOT INCLUDED.txt'),
    size: text.length,
    changedAt: core.clock.now(),
    body: Readable.from([text]),
  }
}

interface Named {
  readonly owner: ProjectCaller
  readonly object: { readonly bucket: string; readonly key: string }
  readonly name: string
}

async function entryOf({ objects }: ZipOptions['core'], { owner, object, name }: Named): Promise<ZipEntry> {
  const { body, version } = await objects.open(owner, object)
  const { size, lastModified: changedAt } = version
  if (size === 0 && object.key.endsWith('/')) {
    if (!Buffer.isBuffer(body)) body.destroy()
    return { name: `${name}/`, size, changedAt, body: undefined }
  }
  return { name, size, changedAt, body: Buffer.isBuffer(body) ? Readable.from([body]) : body }
}
