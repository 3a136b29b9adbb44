import { Command } from 'commander'
import { adminCommand } from './admin-command.ts'
import { deliveryCommand } from './bucket-delivery.ts'
import { quotaChange, quotaOptions, showBytesOf, showCountOf, type QuotaOptions } from './bounds.ts'
import { table } from './table.ts'
import type { Admin, OutputOf } from '../admin/contract.ts'

interface LimitOptions extends QuotaOptions {
  readonly project?: string
}

type Bucket = OutputOf<'listBuckets'>['buckets'][number]

/** `seau bucket list|quota|delivery`. */
export const bucketCommand = (): Command =>
  new Command('bucket')
    .description('Look at buckets, and bound them.')
    .addCommand(list())
    .addCommand(quota())
    .addCommand(deliveryCommand())

const list = () =>
  adminCommand<{ project?: string }>({
    usage: 'list',
    description: 'List buckets and what they hold.',
    options: (command) => command.option('--project <name>', 'only those of this project'),
    run: (admin, { project }) => listAll(admin, project),
    show: (buckets: readonly Bucket[]) =>
      table(
        ['BUCKET', 'PROJECT', 'REGION', 'OBJECTS', 'SIZE', 'CREATED'],
        buckets.map(({ name, project, region, objects, bytes, partBytes, quota, createdAt }) => [
          name,
          project,
          region,
          showCountOf(objects, quota.objects),
          showBytesOf(bytes + partBytes, quota.bytes),
          createdAt,
        ]),
      ),
  })

const quota = () =>
  adminCommand<LimitOptions>({
    usage: 'quota <name>',
    description: 'Bound what a bucket may hold.',
    options: (command) => {
      command.option('--project <name>', 'owner of the bucket, for projects with a namespace of their own')
      for (const option of quotaOptions()) command.addOption(option)
      return command
    },
    run: (admin, { project, ...quota }, name) => admin.limitBucket({ name, project, ...quotaChange(quota) }),
    show: ({ name, quota: { bytes, objects } }: OutputOf<'limitBucket'>) =>
      table(['BUCKET', 'MOST OBJECTS', 'MOST BYTES'], [[name, shown(objects), shown(bytes)]]),
  })

const shown = (bound: number | null) => (bound === null ? '' : String(bound))

async function listAll(admin: Admin, project: string | undefined): Promise<readonly Bucket[]> {
  const all: Bucket[] = []
  let after: string | undefined
  do {
    const { buckets, next } = await admin.listBuckets({ project, after })
    all.push(...buckets)
    after = next ?? undefined
  } while (after !== undefined)
  return all
}
