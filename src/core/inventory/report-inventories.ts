import { allBuckets } from '../buckets/all-buckets.ts'
import { changeConfiguration } from '../buckets/change-configuration.ts'
import { writeReport } from './write-report.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { InventoryConfiguration } from '../buckets/inventory.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'

const daysBetween: Readonly<Record<InventoryConfiguration['frequency'], number>> = { Daily: 1, Weekly: 7 }

/**
 * Writes the inventory reports that are due; resolves to how many. One that cannot be written is left until it is due again, and what went wrong
 * is thrown when the others are done. https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html
 */
export const reportInventories =
  (parts: Parts) =>
  async (signal: AbortSignal): Promise<number> => {
    const failures: unknown[] = []
    let count = 0
    for await (const bucket of allBuckets(parts)) {
      for (const inventory of dueInventories(parts, bucket)) {
        if (signal.aborted) return count
        try {
          await report(parts, { bucket, inventory, signal })
          count++
        } catch (error) {
          failures.push(error)
        }
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Inventory reports could not be written.')
    return count
  }

const dueInventories = ({ clock, settings }: Parts, { configuration }: Bucket) =>
  (configuration.inventory ?? []).filter(({ isEnabled, frequency, reportedAt }) => {
    const sinceMs = clock.now() - (reportedAt ?? -Infinity)
    return isEnabled && sinceMs >= daysBetween[frequency] * settings.dayMs
  })

interface DueReport {
  readonly bucket: Bucket
  readonly inventory: InventoryConfiguration
  readonly signal: AbortSignal
}

async function report(parts: Parts, { bucket, inventory, signal }: DueReport): Promise<void> {
  const project = await parts.metadata.catalog.findProject(bucket.projectId)
  if (!project) throw new Error(`The bucket ${bucket.name} belongs to a project that does not exist.`)
  const owner: ProjectCaller = { kind: 'project', project, accessKeyId: '' }
  const reportedAt = parts.clock.now()
  try {
    await writeReport(parts, { bucket, inventory, owner, signal })
  } finally {
    if (!signal.aborted) {
      await changeConfiguration(parts, { caller: owner, name: bucket.name }, (configuration) => ({
        ...configuration,
        inventory: (configuration.inventory ?? []).map((kept) =>
          kept.id === inventory.id ? { ...kept, reportedAt } : kept,
        ),
      }))
    }
  }
}
