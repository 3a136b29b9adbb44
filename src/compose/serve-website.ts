import { createFaceApp } from '../http/face-app.ts'
import { originReader } from '../http/forwarded.ts'
import { listen, type Listener } from '../http/listen.ts'
import { siteBelow, siteOf } from '../website/site-request.ts'
import { websiteHandler, type WebsiteOptions } from '../website/handler.ts'
import { countedRequests, listenOptionsOf, type FaceParts } from './face-parts.ts'
import type { Config } from '../config.ts'

/** Opens the port of websites, if there is to be one. */
export async function serveWebsites(config: Config, parts: FaceParts): Promise<Listener | undefined> {
  const { websiteDomain, websitePort: port } = config
  if (port === undefined) return undefined
  const handler = websiteHandler({
    ...optionsOf(config, parts),
    bucketOf: (host) => siteOf(host, websiteDomain),
  })
  const app = createFaceApp().use(countedRequests(config, parts)).use(handler)
  return listen(app.callback(), { ...(await listenOptionsOf(config)), port })
}

/** Serves websites on another face's port, below their domains. */
export const websitesBelowDomains = (config: Config, parts: FaceParts) =>
  websiteHandler({ ...optionsOf(config, parts), bucketOf: (host) => siteBelow(host, config.websiteDomain) })

const optionsOf = (config: Config, { core, log }: FaceParts): Omit<WebsiteOptions, 'bucketOf'> => ({
  core,
  originOf: originReader(config.trustedProxies),
  onFault: (error, requestId) => {
    log.error({ err: error, requestId }, 'A request for a website failed.')
  },
})
