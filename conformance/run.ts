// `npm run conformance [-- name…]`: runs the suites, all or those named, and writes docs/conformance.md after a full
// run against a Seau of its own. The exit code is 1 when a rule is broken, or an operation has none in a full run.
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { awsCli } from './aws-cli.ts'
import { boto3, boto3Crt } from './boto3/suite.ts'
import { readCephResults } from './ceph/results.ts'
import { coverageOf, unexercised } from './coverage.ts'
import { duplicity } from './duplicity.ts'
import { sdkGo } from './go/suite.ts'
import { sdkJava } from './java/suite.ts'
import { litestream } from './litestream.ts'
import { mc } from './mc.ts'
import { minio } from './minio.ts'
import { nodeApi } from './node-api/suite.ts'
import { pgbackrest } from './pgbackrest/suite.ts'
import { cache, run } from './process.ts'
import { proxies } from './proxies/suite.ts'
import { django, duckdb, fileService, polars, pyarrow, rest, s3fs, spark } from './python/suites.ts'
import { rclone } from './rclone.ts'
import { failures, renderReport, summary } from './report.ts'
import { restic } from './restic.ts'
import { s3cmd } from './s3cmd.ts'
import { s5cmd } from './s5cmd.ts'
import { schemathesis } from './schemathesis/suite.ts'
import { sdkJs } from './sdk-js.ts'
import { openServer } from './server.ts'
import { firstLine, Skipped } from './suite.ts'
import { openTofu, terraform } from './unavailable.ts'
import { wire } from './wire/suite.ts'
import type { SuiteReport } from './report.ts'
import type { Suite, Target } from './suite.ts'

// prettier-ignore
const suites: readonly Suite[] = [
  boto3, boto3Crt, awsCli, sdkJs, sdkGo, sdkJava, s3fs, pyarrow, duckdb, polars, spark, django, minio,
  mc, rclone, s5cmd, s3cmd, restic, duplicity, litestream, pgbackrest,
  rest, schemathesis, fileService, nodeApi, ...proxies, wire, openTofu, terraform,
]

async function main(names: readonly string[]): Promise<void> {
  const chosen = choose(names)
  await installOnce()
  const server = await openServer(process.env)
  const reports: SuiteReport[] = []
  try {
    for (const suite of chosen) reports.push(await reportOn(suite, server.target))
  } finally {
    await server.close()
  }
  const isFull = names.length === 0 && process.env['SEAU_TEST_ENDPOINT'] === undefined
  const lacking = isFull ? unexercised(coverageOf(reports)) : []
  if (isFull) {
    const page = renderReport(reports, await readCephResults())
    await writeFile(resolve(import.meta.dirname, '../docs/conformance.md'), page)
  }
  if (lacking.length > 0) console.log(`failed: no rule exercises ${lacking.join(', ')}`)
  process.exitCode = failures(reports) > 0 || lacking.length > 0 ? 1 : 0
}

function choose(names: readonly string[]): readonly Suite[] {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name))
  if (unknown.length > 0)
    throw new Error(`no suite ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}`)
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name))
}

/** Without network the clients that are missing are skipped, each with its reason. */
async function installOnce(): Promise<void> {
  if (existsSync(join(cache, 'installed'))) return
  console.log('installing the clients (conformance/install)')
  await run(resolve(import.meta.dirname, 'install'), [], { timeoutMs: 1_800_000 }).catch((error: unknown) => {
    console.log(firstLine(error))
  })
}

async function reportOn(suite: Suite, target: Target): Promise<SuiteReport> {
  const report = { suite, result: await resultOf(suite, target) }
  console.log(`${suite.client}: ${summary(report)}`)
  if ('outcomes' in report.result) {
    for (const { rule, status, reason } of report.result.outcomes)
      if (status !== 'passed') console.log(`  ${status}: ${rule}\n    ${reason ?? ''}`)
  }
  return report
}

async function resultOf(suite: Suite, target: Target): Promise<SuiteReport['result']> {
  try {
    return await suite.run(target)
  } catch (error) {
    if (error instanceof Skipped) return { skipped: error.message }
    const reason = firstLine(error)
    return {
      version: 'unknown',
      outcomes: [{ rule: 'opens and closes its workspace', status: 'failed', reason }],
    }
  }
}

await main(process.argv.slice(2))
