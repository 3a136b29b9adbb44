import { Command } from 'commander'
import { showByteSize } from '../lib/byte-size.ts'
import { adminCommand } from './admin-command.ts'
import { table } from './table.ts'
import type { Admin, OutputOf } from '../admin/contract.ts'

type Bucket = OutputOf<'listBuckets'>['buckets'][number]

/** `seau bucket list`. */
export const bucketCommand = (): Command =>
  new Command('bucket').description('Look at buckets.').addCommand(list())

const list = () =>
  adminCommand<{ project?: string }>({
    usage: 'list',
    description: 'List buckets and what they hold.',
    options: (command) => command.option('--project <name>', 'only those of this project'),
    run: (admin, { project }) => listAll(admin, project),
    show: (buckets: readonly Bucket[]) =>
      table(
        ['BUCKET', 'PROJECT', 'REGION', 'OBJECTS', 'SIZE', 'CREATED'],
        buckets.map(({ name, project, region, objects, bytes, createdAt }) => [
          name,
          project,
          region,
          String(objects),
          showByteSize(bytes),
          createdAt,
        ]),
      ),
  })

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
