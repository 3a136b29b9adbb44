// What no well-behaved client sends: raw sockets, in the same run as the clients.
import { suiteOf } from '../suite.ts'
import { closeWorkspace, openWorkspace } from '../workspace.ts'
import { addressRules } from './addresses.ts'
import { bodyRules } from './bodies.ts'
import { chunkedRules } from './chunked.ts'
import { expectContinueRules } from './expect-continue.ts'
import { httpRules } from './http.ts'
import { identityRules } from './identities.ts'
import type { WireContext } from './request.ts'

export const wire = suiteOf<WireContext>({
  name: 'wire',
  client: 'raw sockets',
  covers:
    'chunk signatures, trailers, 100-continue, odd addresses, HTTP’s edges, hostile XML, refusals of signatures',
  version: () => Promise.resolve('–'),
  open: (target) => openWorkspace(target, 'wire'),
  close: closeWorkspace,
  rules: {
    ...chunkedRules,
    ...expectContinueRules,
    ...addressRules,
    ...httpRules,
    ...bodyRules,
    ...identityRules,
  },
})
