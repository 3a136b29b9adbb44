import { isoTime } from '../../lib/iso-time.ts'
import { projectName } from '../project-names.ts'
import type { AuditEntry } from '../../core/audit/audit-entry.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import { getProject } from '../../core/projects/get-project.ts'

const entriesPerPage = 100

export const auditCalls = ({ audit, catalog }: Core) => ({
  listAudit: async ({ project, since, until, limit = entriesPerPage, ...named }: InputOf<'listAudit'>) => {
    const found = await audit.list({
      ...named,
      project: project === undefined ? undefined : (await getProject(catalog, project)).id,
      since: since === undefined ? undefined : Date.parse(since),
      until: until === undefined ? undefined : Date.parse(until),
      limit: limit + 1,
    })
    const page = found.slice(0, limit)
    const last = found.length > limit ? page.at(-1) : undefined
    const entries = await Promise.all(page.map((entry) => entryOutput(catalog, entry)))
    return { entries, next: last?.id ?? null }
  },
})

const entryOutput = async (catalog: Core['catalog'], { at, project, subject, ...entry }: AuditEntry) => ({
  ...entry,
  at: isoTime(at),
  project: project === undefined ? null : await projectName(catalog, project),
  subject: { ...subject },
})
