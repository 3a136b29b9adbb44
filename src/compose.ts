import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Koa from 'koa'
import { filesystemBlobStore } from './blobs/filesystem-blob-store.ts'
import { measured } from './blobs/measured.ts'
import { createCore, type Core } from './core/create-core.ts'
import { healthHandler } from './http/health.ts'
import { listen, type Listener } from './http/listen.ts'
import { requestScope, type RequestRecord } from './http/request-scope.ts'
import { createLog, createPlainLog, type Log } from './lib/log.ts'
import { createMetrics, type Metrics } from './lib/metrics.ts'
import { randomIds } from './lib/random-ids.ts'
import { createSealer, masterKeyCheck } from './lib/seal.ts'
import { loadMasterKey } from './master-key.ts'
import { createMetadata } from './metadata/create-metadata.ts'
import { openDatabase } from './metadata/database.ts'
import { openObjectReads } from './metadata/object-reads.ts'
import { openObjectWriter } from './metadata/object-writer.ts'
import { openWriteQueue } from './metadata/write-queue.ts'
import { createSigningKeyCache } from './protocol/signing-key.ts'
import { s3Handler } from './s3/handler.ts'
import type { AccessKey } from './core/credentials/access-key.ts'
import type { Config } from './config.ts'
import type { Metadata } from './core/ports.ts'

/** The store without its listeners: what the server and the command line have in common. */
export interface Store {
  readonly core: Core
  readonly metadata: Metadata
  /** The root key, when this start made it. */
  readonly newRootKey: AccessKey | undefined
  close(): Promise<void>
}

/** Opens what lies in the data folder, and makes it on the first start. */
export async function openStore(config: Config, metrics: Metrics = createMetrics()): Promise<Store> {
  await mkdir(config.data, { recursive: true })
  const clock = { now: () => Date.now() }
  const masterKey = await loadMasterKey({ file: config.masterKeyFile, databaseExists: existsSync(config.databaseFile) })
  const database = await openDatabase(config.databaseFile, { masterKeyCheck: masterKeyCheck(masterKey) })
  const sealer = createSealer(masterKey, 'access keys')
  const writer = await openObjectWriter(database.writer)
  const metadata = await createMetadata({
    database,
    sealer,
    reads: await openObjectReads(database.reader),
    writeQueue: await openWriteQueue(database.writer, writer),
    shared: config.workers > 1,
  })
  const blobs = measured(filesystemBlobStore(join(config.data, 'storage'), { clock }), ({ method, milliseconds, outcome }) => {
    metrics.observeBlobCall(method, milliseconds, outcome)
  })
  const core = createCore({
    metadata,
    blobs,
    clock,
    ids: randomIds,
    settings: {
      region: config.region,
      strictRegion: config.strictRegion,
      inlineBytes: config.inlineBytes,
      maxObjectBytes: config.maxObjectBytes,
      trashMs: config.trashSeconds * 1000,
    },
  })
  const { rootKey } = config
  const newRootKey = await core.credentials.ensureRoot(rootKey && { id: rootKey.accessKeyId, secret: rootKey.secretAccessKey })
  return { core, metadata, newRootKey, close: () => metadata.close() }
}

export interface Service {
  /** Where the S3 protocol, and where the console and the APIs are served. */
  readonly urls: { readonly s3: string; readonly console: string }
  readonly newRootKey: AccessKey | undefined
  /** Finishes what is in flight. */
  close(): Promise<void>
}

/** The whole server. */
export async function start(config: Config): Promise<Service> {
  const log = createLog({ level: config.logLevel })
  const metrics = createMetrics()
  const store = await openStore(config, metrics)
  const tls = config.tls && { cert: await readFile(config.tls.certFile), key: await readFile(config.tls.keyFile) }
  const shared = { host: config.host, tls, stallTimeoutMs: config.stallTimeoutSeconds * 1000 }
  const scope = requestScope(reportTo(metrics, config.accessLog ? createPlainLog({ level: config.logLevel }) : undefined))
  const listeners: Listener[] = []
  const close = async () => {
    await Promise.all(listeners.map((listener) => listener.close()))
    await store.close()
  }
  try {
    listeners.push(await listen(s3App(config, store, log).callback(), { ...shared, port: config.port }))
    const web = new Koa().use(healthHandler({ metrics, checkReady: () => store.metadata.listProjects() }))
    listeners.push(await listen(web.callback(), { ...shared, port: config.consolePort }))
  } catch (error) {
    await close()
    throw error
  }
  const [s3, web] = listeners as [Listener, Listener]
  log.info({ s3: s3.url, console: web.url, data: config.data }, 'Seau is ready.')
  return { urls: { s3: s3.url, console: web.url }, newRootKey: store.newRootKey, close }

  function s3App(config: Config, { core }: Store, log: Log): Koa {
    const handler = s3Handler({
      core,
      signingKeys: createSigningKeyCache(),
      region: config.strictRegion ? config.region : undefined,
      allowV2Query: config.sigV2Presigned,
      targets: config.publicUrl.map(targetOf),
      domains: config.domain,
      onFault: (error, requestId) => {
        log.error({ err: error, requestId }, 'A request failed.')
      },
    })
    return new Koa().use(scope).use(handler)
  }
}

/** What clients sign when a reverse proxy stands in front. */
const targetOf = (publicUrl: string) => {
  const { host, pathname } = new URL(publicUrl)
  return { host, pathPrefix: pathname.replace(/\/$/, '') }
}

const reportTo =
  (metrics: Metrics, accessLog: Log | undefined) =>
  (record: RequestRecord): void => {
    metrics.countRequest({ ...record, operation: record.operation ?? 'unknown' })
    accessLog?.info(record, 'request')
  }
