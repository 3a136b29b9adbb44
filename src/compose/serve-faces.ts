import { deliverAccessLogsJob } from '../jobs/deliver-access-logs.ts'
import { schedule } from '../jobs/schedule.ts'
import { serveS3 } from './serve-s3.ts'
import { serveWebsites } from './serve-website.ts'
import type { Config } from '../config.ts'
import type { FaceParts } from './face-parts.ts'

export interface Faces {
  /** Of the S3 protocol. */
  readonly url: string
  /** Of websites, when they have a port of their own. */
  readonly websiteUrl: string | undefined
  close(): Promise<void>
}

/** Opens the ports that every process of the server serves. */
export async function serveFaces(config: Config, parts: FaceParts): Promise<Faces> {
  const s3 = await serveS3(config, parts)
  const logs = deliverLogs(config, parts)
  try {
    const websites = await serveWebsites(config, parts)
    const close = async () => {
      await Promise.all([s3.close(), websites?.close()])
      await logs.close()
    }
    return { url: s3.url, websiteUrl: websites?.url, close }
  } catch (error) {
    await s3.close()
    throw error
  }
}

/** Writes the access logs of what this process serves, now and then and once more when it stops. */
function deliverLogs({ loggingSeconds }: Config, { core, log }: FaceParts) {
  const job = schedule(deliverAccessLogsJob(core, loggingSeconds * 1000), log)
  return {
    close: async () => {
      await job.stop()
      await core.logs.deliver(new AbortController().signal).catch((error: unknown) => {
        log.error({ err: error }, 'Access logs could not be written.')
      })
    },
  }
}
