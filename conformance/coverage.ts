// Which suites exercise which operation. An operation of full support that no rule exercises fails a full run.
import { operationNames, supportOf } from '../.config/operation-support.ts'
import type { SuiteReport } from './report.ts'

/** By operation and suite, how many rules exercise the one through the other; only rules that passed count. */
export type Coverage = ReadonlyMap<string, ReadonlyMap<string, number>>

export function coverageOf(reports: readonly SuiteReport[]): Coverage {
  const coverage = new Map<string, Map<string, number>>()
  for (const { suite, result } of reports) {
    const outcomes = 'outcomes' in result ? result.outcomes.filter(({ status }) => status === 'passed') : []
    for (const operation of outcomes.flatMap(({ operations = [] }) => operations)) {
      const suites = coverage.get(operation) ?? new Map<string, number>()
      coverage.set(operation, suites.set(suite.name, (suites.get(suite.name) ?? 0) + 1))
    }
  }
  return coverage
}

const fullySupported = operationNames.filter((name) => supportOf(name) === 'full')

/** The operations that lack a rule. */
export const unexercised = (coverage: Coverage): readonly string[] =>
  fullySupported.filter((name) => !coverage.has(name))

/** A row for each operation of full support, and for whatever else the rules exercise. */
export function renderCoverage(coverage: Coverage): string {
  const names = [...new Set([...fullySupported, ...coverage.keys()])].sort()
  return `| operation | rules that exercise it, by suite |
| --- | --- |
${names.map((name) => `| ${name} | ${suitesOf(coverage.get(name))} |`).join('\n')}`
}

const suitesOf = (suites: ReadonlyMap<string, number> = new Map()) =>
  suites.size === 0 ? '**none**' : [...suites].map(([suite, rules]) => `${suite} ${String(rules)}`).join(', ')
