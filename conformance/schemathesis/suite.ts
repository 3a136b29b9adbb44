// Schemathesis reads an OpenAPI document, makes requests that fit it and requests that do not, and holds every answer
// against the document. A Seau of its own takes them, since they may do whatever the API can.
import { versionOf } from '../process.ts'
import { installed } from '../program.ts'
import { startSeau } from '../server.ts'
import { Skipped, suiteOf } from '../suite.ts'
import type { Rules, Suite, SuiteResult, Target } from '../suite.ts'
import { closeWorkspace, openWorkspace, writeFiles } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'
import { hold, program } from './hold.ts'
import type { Api } from './hold.ts'

const head = {
  name: 'schemathesis',
  client: 'Schemathesis',
  covers:
    'each call of the REST and the admin API with inputs that fit its OpenAPI document and inputs that do not: no fault, and answers as described',
}

export const schemathesis: Suite = { ...head, run }

async function run({ rest }: Target): Promise<SuiteResult> {
  if (!rest) throw new Skipped('only a Seau of this run’s own has an API key')
  await installed(program)
  const server = await startSeau()
  try {
    const rules: Rules<Workspace>[] = []
    const apis = apisOf(server.target)
    for (const api of apis) rules.push(await rulesOf(api))
    for (const api of apis.filter(({ name }) => name === 'REST')) rules.push(readingRule(api))
    const suite = suiteOf<Workspace>({
      ...head,
      version: () => versionOf(program, ['--version'], 'conformance/install'),
      open: (target) => openWorkspace(target, head.name),
      close: closeWorkspace,
      rules: Object.assign({}, ...rules) as Rules<Workspace>,
    })
    return await suite.run(server.target)
  } finally {
    await server.close()
  }
}

function apisOf({ rest, accessKey, secretKey }: Target): readonly Api[] {
  if (!rest) return []
  const rootKey = Buffer.from(`${accessKey}:${secretKey}`).toString('base64')
  return [
    { name: 'REST', url: `${rest.url}/api/openapi.json`, authorization: `Bearer ${rest.apiKey}` },
    { name: 'admin', url: `${rest.url}/admin/openapi.json`, authorization: `Basic ${rootKey}` },
  ]
}

interface Operation {
  readonly operationId: string
  /** Empty: open to everybody. */
  readonly security?: readonly unknown[]
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

async function documentOf({ url, authorization }: Api): Promise<Document> {
  return (await (await fetch(url, { headers: { authorization } })).json()) as Document
}

async function rulesOf(api: Api): Promise<Rules<Workspace>> {
  const { paths } = await documentOf(api)
  const operations = Object.values(paths).flatMap((item) => Object.values(item))
  // Whoever guesses at the calls that let people in is refused for a while, with the right key as well.
  const isOpen = ({ security }: Operation) => Number(security?.length === 0)
  operations.sort((one, other) => isOpen(one) - isOpen(other))
  const rules = operations.map(
    ({ operationId }) =>
      [`${api.name} ${operationId} answers as it is described`, checking(api, operationId)] as const,
  )
  return Object.fromEntries(rules)
}

const checking =
  (api: Api, operationId: string) =>
  ({ folder }: Workspace): Promise<void> =>
    hold(api, folder, ['--include-operation-id', operationId, '--phases', 'coverage,fuzzing'])

/** Random names lead nowhere: here the addresses are those of a file that is there. */
const readingRule = (api: Api): Rules<Workspace> => ({
  'REST answers as it is described about a file that is there': async ({
    target: { rest },
    bucket,
    folder,
  }) => {
    const form = new FormData()
    form.append('bucket', bucket)
    form.append('file', new File(['content'], 'a.txt', { type: 'text/plain' }))
    const headers = { authorization: api.authorization }
    const stored = await fetch(`${rest?.url ?? ''}/api/files/upload`, { method: 'POST', headers, body: form })
    const { id, object_name: file } = (await stored.json()) as { id: string; object_name: string }
    const values = Object.entries({ project: 'default', bucket, file, id })
    const lines = values.map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    const [settings = ''] = await writeFiles(folder, { 'stored.toml': ['[parameters]', ...lines].join('\n') })
    await hold(api, folder, ['--include-method', 'GET', '--phases', 'fuzzing'], ['--config-file', settings])
  },
})
