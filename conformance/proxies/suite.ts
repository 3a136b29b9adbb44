// nginx, Caddy and HAProxy in front: at the root of a host that they keep, before the server under test, and below a path
// with host, port and path rewritten, before a Seau of their own, which must know its public address.
import { freePorts, startSeau } from '../server.ts'
import { versionOf } from '../process.ts'
import { suiteOf } from '../suite.ts'
import type { Rules, Suite, SuiteResult, Target } from '../suite.ts'
import { closeWorkspace, openWorkspace } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'
import { proxyPrograms } from './programs.ts'
import { snippetsOf, startProxy } from './proxy.ts'
import type { Proxy } from './proxy.ts'
import { behindProxy } from './rules.ts'

interface Behind extends Workspace {
  readonly closers: readonly (() => Promise<void>)[]
}

async function atRoot(proxy: Proxy, target: Target): Promise<Behind> {
  const [snippet] = await snippetsOf(proxy)
  const [port] = await freePorts()
  return behind(proxy, snippet, { port, server: target, endpoint: `http://127.0.0.1:${port}`, closers: [] })
}

async function belowPath(proxy: Proxy): Promise<Behind> {
  const [, snippet] = await snippetsOf(proxy)
  const [port] = await freePorts()
  const endpoint = `http://127.0.0.1:${port}/s3`
  const { target, close: closeServer } = await startSeau({ SEAU_PUBLIC_URL: endpoint })
  return behind(proxy, snippet, { port, server: target, endpoint, closers: [closeServer] })
}

interface Place extends Pick<Behind, 'closers'> {
  readonly port: string
  readonly server: Target
  readonly endpoint: string
}

async function behind(
  proxy: Proxy,
  snippet: string,
  { port, server, endpoint, closers }: Place,
): Promise<Behind> {
  const started: (() => Promise<void>)[] = [...closers]
  try {
    const running = await startProxy(proxy, snippet, { port, upstream: new URL(server.endpoint).host })
    started.unshift(running.close)
    return { ...(await openWorkspace({ ...server, endpoint }, proxy.program)), closers: started }
  } catch (error) {
    await closeAll(started)
    throw error
  }
}

const close = ({ closers, ...workspace }: Behind): Promise<void> =>
  closeWorkspace(workspace).finally(() => closeAll(closers))

async function closeAll(closers: Behind['closers']): Promise<void> {
  for (const closeOne of closers) await closeOne()
}

const named = (place: string): Rules<Workspace> =>
  Object.fromEntries(Object.entries(behindProxy).map(([rule, check]) => [`${place}: ${rule}`, check]))

function proxySuite(proxy: Proxy): Suite {
  const head = {
    name: proxy.program,
    client: `${proxy.program}, in front`,
    covers:
      'the configurations of docs/proxies.md: keys, streams, early refusals, ranges and lengths, addresses in answers',
  }
  const version = () => versionOf(proxy.program, ['-v'], 'conformance/install as root, or apt-get install')
  const parts = { ...head, version, close }
  const run = async (target: Target): Promise<SuiteResult> => {
    const kept = suiteOf<Behind>({ ...parts, open: (to) => atRoot(proxy, to), rules: named('at the root') })
    const moved = suiteOf<Behind>({ ...parts, open: () => belowPath(proxy), rules: named('below a path') })
    const [first, second] = [await kept.run(target), await moved.run(target)]
    return { ...first, outcomes: [...first.outcomes, ...second.outcomes] }
  }
  return { ...head, run }
}

export const proxies: readonly Suite[] = proxyPrograms.map(proxySuite)
