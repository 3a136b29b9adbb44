import { isMet, type Figure, type Verdict } from './figure.ts'

interface Column {
  readonly heading: string
  /** Undefined where the figure has no such value. */
  readonly cell: (figure: Figure) => string | undefined
}

const fixed = (digits: number) => {
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return (value: number | undefined) => (value === undefined ? undefined : format.format(value))
}
const [whole, tenths, hundredths] = [fixed(0), fixed(1), fixed(2)]

const columns: readonly Column[] = [
  { heading: '', cell: ({ name }) => name },
  {
    heading: 'requests/s',
    cell: ({ perSecond }) => ((perSecond ?? 0) < 100 ? tenths(perSecond) : whole(perSecond)),
  },
  { heading: 'p50 ms', cell: ({ p50Ms }) => hundredths(p50Ms) },
  { heading: 'p99 ms', cell: ({ p99Ms }) => hundredths(p99Ms) },
  { heading: 'MiB/s', cell: ({ mibPerSecond }) => whole(mibPerSecond) },
  {
    heading: 'CPU µs',
    cell: ({ cpuMicros }) => ((cpuMicros ?? 0) < 1000 ? tenths(cpuMicros) : whole(cpuMicros)),
  },
  { heading: 'memory MiB', cell: ({ residentMib }) => tenths(residentMib) },
  { heading: 'refused', cell: ({ refused }) => whole(refused) },
  { heading: 'measured', cell: ({ verdict }) => verdict && amount(verdict.value, verdict) },
  { heading: 'goal', cell: ({ verdict }) => verdict && goalOf(verdict) },
  { heading: 'met', cell: ({ verdict }) => verdict && answerOf(isMet(verdict)) },
]

/** A Markdown table, aligned so that it reads well as text too; columns without a value are left out. */
export function table(figures: readonly Figure[]): string {
  const used = columns.filter(({ cell }) => figures.some((figure) => cell(figure) !== undefined))
  const rows = [
    used.map(({ heading }) => heading),
    ...figures.map((figure) => used.map(({ cell }) => cell(figure) ?? '')),
  ]
  const widths = used.map((_, n) => Math.max(4, ...rows.map((row) => row[n]?.length ?? 0)))
  const pad = (text: string, n: number) =>
    n === 0 ? text.padEnd(widths[n] ?? 0) : text.padStart(widths[n] ?? 0)
  const rule = widths.map((width, n) => (n === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const [heading = [], ...body] = rows.map((row) => row.map(pad))
  return [heading, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

const amount = (value: number, { unit }: Verdict) =>
  `${(unit === '×' ? hundredths : tenths)(value) ?? ''} ${unit}`

function goalOf({ atMost, atLeast, unit }: Verdict): string | undefined {
  if (atMost !== undefined) return `≤ ${String(atMost)} ${unit}`
  return atLeast === undefined ? undefined : `≥ ${String(atLeast)} ${unit}`
}

const answerOf = (met: boolean | undefined) => (met === undefined ? undefined : met ? 'yes' : 'no')
