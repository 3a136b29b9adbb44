import { ownDataFolder, serverNote } from './data-folder.ts'
import { listenOptionsOf } from './compose/face-parts.ts'
import { serveFaces } from './compose/serve-faces.ts'
import { requestRecorder } from './compose/request-recorder.ts'
import { openStore, type Store } from './compose/open-store.ts'
import { snapshotsOf, startS3Workers } from './compose/workers.ts'
import { webApp } from './compose/web-app.ts'
import { listen } from './http/listen.ts'
import { createJobs } from './jobs/create-jobs.ts'
import { createLog, type Log } from './lib/log.ts'
import { createMetrics, type Metrics } from './lib/metrics.ts'
import { answerRestFault } from './rest/connection-fault.ts'
import type { AccessKey } from './core/credentials/access-key.ts'
import type { RequestRecorder } from './core/request-log/request-recorder.ts'
import type { Config } from './config.ts'

export interface Service {
  /** Where the S3 protocol, the console with the APIs, and websites (when this process serves them by themselves) are. */
  readonly urls: { readonly s3: string; readonly console: string; readonly website?: string | undefined }
  /** The root key, when this start made it. */
  readonly newRootKey: AccessKey | undefined
  /** Finishes what is in flight. */
  close(): Promise<void>
}

/** The whole server. */
export async function start(config: Config): Promise<Service> {
  const log = createLog({ level: config.logLevel })
  const metrics = createMetrics()
  const opened: { close(): Promise<void> }[] = []
  const close = async () => {
    for (const part of opened.reverse().splice(0)) await part.close()
  }
  try {
    const folder = await ownDataFolder(config.data)
    opened.push({ close: () => folder.release() })
    const store = await openStore(config, { metrics })
    opened.push(store)
    const newRootKey = await ensureRoot(config, store)
    const recorder = requestRecorder(config, {
      log,
      metrics,
      write: (entries) => store.requestLog.append(entries),
    })
    opened.push(recorder)
    // With any free port it is known once the console listens, behind the S3 port.
    const console = { port: config.consolePort }
    const consolePort = () => console.port
    const s3 = await startS3(config, { store, log, metrics, recorder, consolePort })
    opened.push(s3)
    const options = await listenOptionsOf(config)
    const stopping = new AbortController()
    const jobs = createJobs({
      core: store.core,
      notificationTargets: store.notificationTargets,
      replicaTargets: store.replicaTargets,
      metrics,
      log,
    })
    const web = webApp(config, {
      store,
      log,
      metrics,
      recorder,
      jobs,
      s3Url: s3.url,
      signal: stopping.signal,
    })
    const listener = await listen(web.callback(), {
      ...options,
      port: config.consolePort,
      answerFault: answerRestFault,
    })
    console.port ||= Number(new URL(listener.url).port)
    opened.push(listener)
    jobs.start()
    opened.push(jobs)
    opened.push({
      close: () => {
        stopping.abort()
        return Promise.resolve()
      },
    })
    await folder.announce(serverNote(listener.url, options.tls))
    log.info({ s3: s3.url, console: listener.url, data: config.data }, 'Seau is ready.')
    return { urls: { s3: s3.url, console: listener.url, website: s3.websiteUrl }, newRootKey, close }
  } catch (error) {
    await close()
    throw error
  }
}

const ensureRoot = ({ rootKey }: Config, { core }: Store): Promise<AccessKey | undefined> =>
  core.credentials.ensureRoot(rootKey && { id: rootKey.accessKeyId, secret: rootKey.secretAccessKey })

interface ServingParts {
  readonly store: Store
  readonly log: Log
  readonly metrics: Metrics
  readonly recorder: RequestRecorder
  readonly consolePort: () => number
}

/** Serves the S3 port in this process, or in several that this one commits for. */
async function startS3(config: Config, { store, log, metrics, ...parts }: ServingParts) {
  if (config.workers === 1) return serveFaces(config, { core: store.core, log, metrics, ...parts })
  const pool = await startS3Workers(config, store, log)
  metrics.addUp(() => snapshotsOf(pool))
  return { ...pool, websiteUrl: undefined }
}
