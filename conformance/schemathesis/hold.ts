// One run of Schemathesis on an OpenAPI document.
import { join } from 'node:path'
import { cache, finish } from '../process.ts'

export const program = join(cache, 'schemathesis-venv/bin/schemathesis')

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
]

/** Made at random, for each operation; those that Schemathesis derives from the schemas come on top. */
const examples = 20

export interface Api {
  readonly name: string
  /** Of its OpenAPI document. */
  readonly url: string
  readonly authorization: string
}

/** Makes requests of a choice of the calls; rejects with what was wrong. */
export async function hold(
  { url, authorization }: Api,
  folder: string,
  choice: readonly string[],
  settings: readonly string[] = [],
): Promise<void> {
  const how = ['--checks', checks.join(','), '--max-examples', String(examples)]
  const access = ['--header', `Authorization: ${authorization}`]
  const args = [
    ...settings,
    'run',
    url,
    ...choice,
    ...how,
    ...access,
    '--generation-database',
    'none',
    '--no-color',
  ]
  const { code, stdout, stderr } = await finish(program, args, { cwd: folder, env: { HOME: folder } })
  if (code !== 0) throw new Error(findings(stdout.toString()) || stderr)
}

/** What was wrong, the requests that show it, and the seed that repeats them. */
const findings = (words: string): string =>
  [...words.matchAll(/^(?:- ST\d+ .*|\[\d+\] .*|\s+(?:Received|Documented): .*|\s+curl .*|Seed: .*)$/gm)]
    .map(([line]) => line.trim().slice(0, 300))
    .join(' / ')
