// boto3: the rules are Python, next to this file; each answers with a line of JSON.

import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { awsEnvironment, finish, venv } from '../process.ts'
import { Skipped } from '../suite.ts'
import type { Outcome, Suite, SuiteResult, Target } from '../suite.ts'

const covers =
  'objects, keys, listings, conditions, copies, multipart, checksums, tags, ACLs, CORS, documents of buckets, lifecycle rules, presigned URLs and forms, ' +
  'virtual hosts, what Terraform reads of a bucket, and an application’s storage code unchanged'

/** As most people have it: botocore's own signer, no CRC32C and CRC64NVME. */
export const boto3: Suite = {
  name: 'boto3',
  client: 'boto3',
  covers,
  run: (target) => run(target, { BOTO_DISABLE_CRT: 'true' }),
}

/** With AWS's common runtime, which signs and computes checksums in its own way. */
export const boto3Crt: Suite = {
  name: 'boto3-crt',
  client: 'boto3 with awscrt',
  covers: 'the same, with every checksum algorithm',
  run: (target) => run(target, {}),
}

async function run(target: Target, more: Readonly<Record<string, string>>): Promise<SuiteResult> {
  const python = join(venv, 'bin/python')
  await access(python).catch(() => {
    throw new Skipped('boto3 is not installed: conformance/install')
  })
  const home = await mkdtemp(join(tmpdir(), 'seau-conformance-'))
  try {
    const figures = target.metricsUrl !== undefined && { SEAU_METRICS_URL: target.metricsUrl }
    const { code, stdout, stderr } = await finish(python, [resolve(import.meta.dirname, 'main.py')], {
      env: { ...awsEnvironment(target, home), ...figures, ...more, PYTHONDONTWRITEBYTECODE: '1' },
      timeoutMs: 600_000,
    })
    const [head, ...lines] = stdout.toString().trim().split('\n')
    const outcomes = lines.map((line) => JSON.parse(line) as Outcome)
    const version = (JSON.parse(head === undefined || head === '' ? '{}' : head) as { version?: string })
      .version
    return {
      version: version ?? 'unknown',
      outcomes: code === 0 ? outcomes : [...outcomes, ended(code, stderr)],
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

const ended = (code: number, stderr: string): Outcome => ({
  rule: 'runs to its end',
  status: 'failed',
  reason: `exited with ${String(code)}: ${stderr.trim().split('\n').at(-1) ?? ''}`,
})
