import type { Knex } from 'knex'
import type { AuditChanges, AuditEntry, AuditReads, AuditSubject } from '../core/audit/audit-entry.ts'

interface AuditRow {
  id: number
  at: number
  actor: string
  address: string
  call: string
  project: string | null
  subject: string
  outcome: string
}

export const auditRepository = (db: Knex): AuditReads => ({
  list: async ({ since, until, before, limit, ...named }) => {
    const query = db<AuditRow>('audit').orderBy('id', 'desc').limit(limit)
    for (const [column, value] of Object.entries(named)) if (value !== undefined) query.where(column, value)
    if (since !== undefined) query.where('at', '>=', since)
    if (until !== undefined) query.where('at', '<', until)
    if (before !== undefined) query.where('id', '<', before)
    return (await query).map(entryFrom)
  },
})

export const auditChanges = (db: Knex): AuditChanges => ({
  append: async ({ project, subject, ...entry }) => {
    await db('audit').insert({ ...entry, project: project ?? null, subject: JSON.stringify(subject) })
  },
  forget: ({ before, limit }) => {
    const ids = db<AuditRow>('audit').where('at', '<', before).orderBy('at').limit(limit).select('id')
    return db<AuditRow>('audit').whereIn('id', ids).delete()
  },
})

const entryFrom = ({ project, subject, ...row }: AuditRow): AuditEntry => ({
  ...row,
  project: project ?? undefined,
  subject: JSON.parse(subject) as AuditSubject,
})
