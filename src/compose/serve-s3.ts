import { createFaceApp } from '../http/face-app.ts'
import { originReader } from '../http/forwarded.ts'
import { listen, type Listener } from '../http/listen.ts'
import { iamHandler } from '../iam/handler.ts'
import { createSigningKeyCache } from '../protocol/signing-key.ts'
import { answerS3Fault } from '../s3/connection-fault.ts'
import { consoleOrigin } from '../s3/console-origin.ts'
import { s3Handler } from '../s3/handler.ts'
import { namesNothing } from '../s3/names-nothing.ts'
import { publicAddress } from '../s3/public-address.ts'
import { countedRequests, listenOptionsOf, type FaceParts } from './face-parts.ts'
import { websitesBelowDomains } from './serve-website.ts'
import type { Config } from '../config.ts'

/** So often a long copy is heard of before its connection would have stood still for too long. */
const signsOfLife = 6

/** Opens the S3 port, on which IAM and STS are spoken as well. */
export async function serveS3(config: Config, parts: FaceParts): Promise<Listener> {
  const { core, log, consolePort = () => config.consolePort } = parts
  const domains = config.domain
  const targets = config.publicUrl.map(publicAddress)
  const originOf = originReader(config.trustedProxies)
  const shared = {
    core,
    signingKeys: createSigningKeyCache(),
    targets,
    originOf,
    onFault: (error: unknown, requestId: string) => {
      log.error({ err: error, requestId }, 'A request failed.')
    },
  }
  const iam = iamHandler({
    ...shared,
    namesNothing: (request) => namesNothing(request.url ?? '/', originOf(request).host, { domains, targets }),
  })
  const s3 = s3Handler({
    ...shared,
    domains,
    isConsole: consoleOrigin(() => ({ url: config.consoleUrl, port: consolePort() })),
    region: config.strictRegion ? config.region : undefined,
    allowV2Query: config.sigV2Presigned,
    allowV2Header: config.sigV2Header,
    sseCOverHttp: config.sseCOverHttp,
    aliveMs: (config.stallTimeoutSeconds * 1000) / signsOfLife,
  })
  const app = createFaceApp().use(countedRequests(config, parts))
  if (config.websiteDomain.length > 0) app.use(websitesBelowDomains(config, parts))
  app.use(iam).use(s3)
  return listen(app.callback(), {
    ...(await listenOptionsOf(config)),
    port: config.port,
    answerFault: answerS3Fault,
  })
}
