import { originReader } from '../http/forwarded.ts'
import { restHandler } from '../rest/handler.ts'
import { countedRequests, type FaceParts } from './face-parts.ts'
import type { Config } from '../config.ts'
import type { Middleware } from 'koa'

/** REST for applications. */
export const restOf = (config: Config, parts: FaceParts): Middleware =>
  restHandler({
    core: parts.core,
    originOf: originReader(config.trustedProxies),
    scope: countedRequests(config, parts),
    filesUrl: config.filesUrl,
    onFault: (error, requestId) => {
      parts.log.error({ err: error, requestId }, 'A request to the REST API failed.')
    },
  })
