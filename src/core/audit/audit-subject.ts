import type { AuditSubject } from './audit-entry.ts'

const longest = 256

/** What was asked for, as the trail keeps it: without what is secret, long texts cut short. */
export const auditSubject = (input: Readonly<Record<string, unknown>>): AuditSubject =>
  Object.fromEntries(
    Object.entries(input)
      .filter(([name, value]) => !isSecret(name) && value !== undefined)
      .map(([name, value]) => [name, shortened(value)]),
  )

/** Decided by the name, as in the configuration. */
const isSecret = (name: string) => /secret$|password|token|^code$|^credential$/i.test(name)

function shortened(value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : value
}
