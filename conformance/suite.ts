// What a conformance suite is: rules, each a sentence about the server, checked through one real client.
import { config } from 'chai'
import { watch } from './exercised.ts'

config.truncateThreshold = 200 // reasons stand in the report, where nobody can look further

/** Where the server under test is and who may do everything there. */
export interface Target {
  /** Origin without a trailing slash, e.g. `http://127.0.0.1:9000`. */
  readonly endpoint: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
  /** Where a Seau gives its figures, which tell what operations a rule exercises. */
  readonly metricsUrl?: string
  /** Its REST API, with a key for the project of the credentials. */
  readonly rest?: { readonly url: string; readonly apiKey: string }
}

export interface Outcome {
  readonly rule: string
  readonly status: 'passed' | 'failed' | 'skipped'
  readonly reason?: string
  /** That the server answered with success while the rule was checked; unknown without `metricsUrl`. */
  readonly operations?: readonly string[]
}

export interface SuiteResult {
  readonly version: string
  readonly outcomes: readonly Outcome[]
}

export interface Suite {
  readonly name: string
  readonly client: string
  readonly covers: string
  /** Rejects with `Skipped` when the client is not installed. */
  readonly run: (target: Target) => Promise<SuiteResult>
}

/** Thrown by a rule, or by a whole suite, that cannot be tried here; the message says why. */
export class Skipped extends Error {
  override readonly name = 'Skipped'
}

/** A rule's sentence, completed by "the server …" or "the client …", and the check that throws when it is broken. */
export type Rules<Context> = Readonly<Record<string, (context: Context) => Promise<void>>>

interface SuiteParts<Context> extends Omit<Suite, 'run'> {
  readonly version: () => Promise<string>
  readonly open: (target: Target) => Promise<Context>
  readonly close: (context: Context) => Promise<void>
  readonly rules: Rules<Context>
}

/** A suite whose rules run one after another on one context, so that each must use names of its own. */
export function suiteOf<Context>({ version, open, close, rules, ...head }: SuiteParts<Context>): Suite {
  const run = async (target: Target): Promise<SuiteResult> => {
    const found = await version()
    const context = await open(target)
    const outcomes: Outcome[] = []
    for (const [rule, check] of Object.entries(rules)) {
      const { result, operations } = await watch(target.metricsUrl, () => outcomeOf(rule, check(context)))
      outcomes.push({ ...result, operations })
    }
    const left = await outcomeOf('lets the suite empty and delete its bucket', close(context))
    return { version: found, outcomes: [...outcomes, left] }
  }
  return { ...head, run }
}

async function outcomeOf(rule: string, check: Promise<void>): Promise<Outcome> {
  try {
    await within(RULE_LIMIT_MS, check)
    return { rule, status: 'passed' }
  } catch (error) {
    const reason = firstLine(error)
    return { rule, status: error instanceof Skipped ? 'skipped' : 'failed', reason }
  }
}

const RULE_LIMIT_MS = 120_000

async function within(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${String(limitMs / 1000)} s`))
    }, limitMs)
  })
  await Promise.race([work, limit]).finally(() => {
    clearTimeout(timer)
  })
}

/** The first line of an error's message that says something. */
export function firstLine(error: unknown): string {
  const lines = String(error instanceof Error ? error.message : error).split('\n')
  return lines.map((line) => line.trim()).find((line) => line !== '') ?? 'unknown error'
}
