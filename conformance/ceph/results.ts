// What Ceph's suite gave when it was last run, as conformance/s3-tests-report has saved it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface CephResults {
  readonly commit: string
  readonly files: Readonly<Record<string, Counts>>
  readonly failures: readonly string[]
}

export const readCephResults = async (): Promise<CephResults> =>
  JSON.parse(await readFile(join(import.meta.dirname, 'results.json'), 'utf8')) as CephResults

/** A section of docs/conformance.md. */
export const renderCephResults = ({ commit, files, failures }: CephResults): string =>
  `## Ceph’s s3-tests

Run at ${commit} with \`conformance/s3-tests\`; most tests that are skipped need Ceph’s extension of boto3.

| file | passed | failed | skipped | passed of those that ran |
| --- | ---: | ---: | ---: | ---: |
${Object.entries(files).map(row).join('\n')}

Why each of these fails stands in [a page of its own](decisions/010-s3-before-the-suite.md): mostly because the suite asks for what Ceph
does where S3 does otherwise.

${failures.map((name) => `\`${name}\``).join(', ')}
`

function row([file, { passed, failed, skipped }]: readonly [string, Counts]): string {
  const share = Math.round((100 * passed) / Math.max(passed + failed, 1))
  return `| ${file}.py | ${String(passed)} | ${String(failed)} | ${String(skipped)} | ${String(share)} % |`
}
