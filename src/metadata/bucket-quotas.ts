import type { Knex } from 'knex'
import type { Allowance } from '../core/usage/allowance.ts'
import type { ProjectQuota, Quota } from '../core/usage/quota.ts'

type UsageValues = readonly [objects: number, bytes: number, partBytes: number]

/** A bucket with a quota, of its own or its project's. */
export type QuotaRow = readonly [
  bucketId: number,
  projectId: string,
  quota: Quota | null,
  usage: UsageValues | null,
  projectQuota: ProjectQuota | null,
  projectUsage: UsageValues | null,
]

const usageValues = (sum: (column: string) => string) =>
  `json_array(${['u.objects', 'u.bytes', 'u.part_bytes'].map((column) => `ifnull(${sum(column)}, 0)`).join(', ')})`

/** The quota rows of the buckets in the JSON array ?1; usage is looked at only where there is a quota. */
export const quotasSql = `
  SELECT json_group_array(json_array(b.id, b.project_id, json(b.quota),
    (SELECT ${usageValues((column) => column)} FROM usage u WHERE u.bucket_id = b.id),
    json(p.quota),
    CASE WHEN p.quota IS NOT NULL THEN (SELECT ${usageValues((column) => `sum(${column})`)}
      FROM buckets other CROSS JOIN usage u ON u.bucket_id = other.id WHERE other.project_id = p.id) END))
  FROM buckets b CROSS JOIN projects p ON p.id = b.project_id
  WHERE b.id IN (SELECT value FROM json_each(?1)) AND (b.quota IS NOT NULL OR p.quota IS NOT NULL)`

/** What binds a bucket, read at once. */
export const bucketQuotas =
  (db: Knex) =>
  async (bucketId: number): Promise<readonly Allowance[]> => {
    const [row] = await db.raw<{ quotas: string }[]>(`SELECT (${quotasSql.replace('?1', '?')}) AS quotas`, [
      JSON.stringify([bucketId]),
    ])
    return allowancesOf(JSON.parse(row?.quotas ?? '[]') as readonly QuotaRow[]).get(bucketId) ?? []
  }

/** What binds each bucket, by its id. */
export const allowancesOf = (rows: readonly QuotaRow[]): ReadonlyMap<number, readonly Allowance[]> =>
  new Map(
    rows.map(([id, projectId, quota, usage, projectQuota, projectUsage]) => [
      id,
      [
        ...(quota ? [{ of: `bucket:${String(id)}`, quota, usage: usageFrom(usage) } as const] : []),
        ...(projectQuota
          ? [{ of: `project:${projectId}`, quota: projectQuota, usage: usageFrom(projectUsage) } as const]
          : []),
      ],
    ]),
  )

function usageFrom(values: UsageValues | null): Allowance['usage'] {
  const [objects, bytes, partBytes] = values ?? [0, 0, 0]
  return { objects, bytes, partBytes }
}
