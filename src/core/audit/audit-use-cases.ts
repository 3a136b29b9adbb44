import type { AuditEntry, AuditQuery } from './audit-entry.ts'
import type { Parts } from '../parts.ts'

/** So many go in one transaction. */
const forgottenAtOnce = 1000

/** The trail of administrative actions. */
export const auditUseCases = ({ metadata, clock, settings }: Parts) => ({
  /** Durable once the promise resolves. */
  note: (entry: Omit<AuditEntry, 'id' | 'at'>): Promise<void> =>
    metadata.transaction(({ audit }) => audit.append({ ...entry, at: clock.now() })),
  list: (query: AuditQuery) => metadata.audit.list(query),
  /** Drops what is older than the settings say; returns how many entries. */
  forget: async (signal: AbortSignal): Promise<number> => {
    const before = clock.now() - settings.keepMs.audit
    let total = 0
    while (!signal.aborted) {
      const count = await metadata.transaction(({ audit }) =>
        audit.forget({ before, limit: forgottenAtOnce }),
      )
      total += count
      if (count < forgottenAtOnce) break
    }
    return total
  },
})
