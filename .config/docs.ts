/** Writes docs/operations.md, and the table of settings in the README; `--check` only says whether they are current. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { renderSettingsTable } from '../src/config/settings-table.ts'
import { operations as queryOperations } from '../src/iam/operations.ts'
import { models } from '../src/iam/model/generated.ts'
import { model } from '../src/s3/model/generated.ts'
import { operations, type OperationRow } from '../src/s3/operations.ts'
import { operationNames, supportOf, type Support } from './operation-support.ts'
import type { OperationModel } from '../src/protocol/wire-model.ts'
import type { OperationName } from '../src/s3/operation.ts'

interface Page {
  readonly url: URL
  readonly render: (current: string) => string
}

const pages: readonly Page[] = [
  { url: new URL('../docs/operations.md', import.meta.url), render: renderOperations },
  { url: new URL('../README.md', import.meta.url), render: withSettings },
]

const start = '<!-- settings: written by npm run docs -->\n'
const end = '<!-- settings end -->'

function withSettings(readme: string): string {
  const [before, rest] = readme.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined)
    throw new Error('README.md has lost the marks around its settings.')
  return `${before}${start}\n${renderSettingsTable()}\n${end}${after}`
}

function renderOperations(): string {
  const count = (support: Support) =>
    String(operationNames.filter((name) => supportOf(name) === support).length)
  return `# Operations

Written by \`npm run docs\` from the models of AWS's protocols and the tables \`src/s3/operations.ts\` and \`src/iam/operations.ts\`.

## S3

- **full**: does what S3 does (${count('full')}). What a request may ask for beside, and Seau does not have yet, is answered with 501.
- **empty**: answers as S3 does where nothing is configured, for nothing of the kind can be configured yet (${count('empty')}).
- **none**: answers 501 NotImplemented (${count('none')}).

| operation | request | support | action |
| --- | --- | --- | --- |
${operationNames.map(operationLine).join('\n')}

## IAM and STS

On the same port, as \`POST /\` with \`Action\` and \`Version\`. What is not listed answers 501 NotImplemented.
${queryServices.map(renderQueryService).join('')}`
}

const queryServices = [
  { service: 'iam', title: 'IAM', reference: 'https://docs.aws.amazon.com/IAM/latest/APIReference' },
  { service: 'sts', title: 'STS', reference: 'https://docs.aws.amazon.com/STS/latest/APIReference' },
] as const

function renderQueryService({ service, title, reference }: (typeof queryServices)[number]): string {
  const { operations: handled, others } = models[service]
  const names = Object.keys(handled)
  const lines = names.map(
    (name) => `| [${name}](${reference}/API_${name}.html) | ${queryActionOf(service, name)} |`,
  )
  return `
### ${title}: ${String(names.length)} of ${String(names.length + others.length)}

| operation | action |
| --- | --- |
${lines.join('\n')}
`
}

/** What nobody needs to be allowed, or the trust policy of a role decides, has no action of its own. */
function queryActionOf(service: string, name: string): string {
  const row = queryOperations[name as keyof typeof queryOperations]
  return 'subject' in row ? `\`${service}:${name}\`` : ''
}

function operationLine(name: OperationName): string {
  const { action, versionAction }: OperationRow = operations[name]
  const actions = [action, ...(versionAction ? [versionAction] : [])].map((text) => `\`${text}\``).join(', ')
  const link = `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${name}.html`
  return `| [${name}](${link}) | \`${requestOf(model.operations[name])}\` | ${supportOf(name)} | ${actions} |`
}

const addresses = { service: '/', bucket: '/BUCKET', object: '/BUCKET/KEY' }

function requestOf({ method, level, query = {} }: OperationModel): string {
  const pairs = Object.entries(query).map(([key, value]) => (value === '' ? key : `${key}=${value}`))
  return `${method} ${addresses[level]}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** The paths of the pages that are not as they would be written now. */
export async function stalePages(): Promise<readonly string[]> {
  return (await renderAll()).filter(({ isStale }) => isStale).map(({ url }) => fileURLToPath(url))
}

const renderAll = () =>
  Promise.all(
    pages.map(async ({ url, render }) => {
      const current = await readFile(url, 'utf8').catch(() => '')
      const text = render(current)
      return { url, text, isStale: text !== current }
    }),
  )

async function main(check: boolean): Promise<void> {
  for (const { url, text, isStale } of await renderAll()) {
    if (!isStale) continue
    if (!check) await writeFile(url, text)
    else {
      process.stderr.write(`${fileURLToPath(url)} is stale: run \`npm run docs\`\n`)
      process.exitCode = 1
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'))
