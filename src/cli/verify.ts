import { setTimeout as sleep } from 'node:timers/promises'
import { showByteSize } from '../lib/byte-size.ts'
import { UserError } from '../lib/user-error.ts'
import { adminCommand } from './admin-command.ts'
import { progressBar } from './progress-bar.ts'
import type { Command } from 'commander'
import type { Admin, InputOf, OutputOf } from '../admin/contract.ts'

type Report = NonNullable<OutputOf<'getVerify'>['report']>
type Options = InputOf<'startVerify'>

const pollMs = 200
const labels = { objects: 'Checking objects', store: 'Looking for orphans' }

/** `seau verify`: exit code 1 when objects are lost or damaged. */
export const verifyCommand = (): Command =>
  adminCommand<Options>({
    usage: 'verify',
    description: 'Compare the database with the stored bytes.',
    options: (command) =>
      command
        .option('--deep', 'read all bytes again and compare them with the ETags')
        .option('--repair', 'put blobs that nothing names into the trash, and count usage anew')
        .option('--drop-lost', 'with --repair: delete the objects whose bytes are lost'),
    run: async (admin, { deep, repair, dropLost }) => {
      const report = await verify(admin, { deep, repair, dropLost })
      if (report.lost.some(({ isDropped }) => !isDropped)) process.exitCode = 1
      return report
    },
    show: showReport,
  })

async function verify(admin: Admin, options: Options): Promise<Report> {
  if (options.dropLost && !options.repair)
    throw new UserError('--drop-lost deletes objects: give --repair with it.')
  const bar = progressBar(process.stderr)
  let current = await admin.startVerify(options)
  while (current.state === 'running') {
    await sleep(pollMs)
    current = await admin.getVerify({})
    const { progress } = current
    if (progress) bar.show({ label: labels[progress.phase], done: progress.checked, total: progress.total })
  }
  bar.end()
  if (current.report) return current.report
  throw new UserError(`The verification failed: ${current.problem ?? 'the server was started anew.'}`)
}

const faults = {
  missing: 'is missing',
  size: 'has the wrong size',
  content: 'has other bytes than were stored',
}

function showReport(report: Report): string {
  const { checkedBlobs, lostCount, lost, orphanCount, orphanBytes, usage } = report
  return [
    `${count(checkedBlobs, 'blob')} checked, ${count(lostCount, 'lost object')}, ${count(orphanCount, 'orphan')} (${showByteSize(orphanBytes)}), usage of ${count(usage.length, 'bucket')} wrong.`,
    ...lost.map(
      ({ bucket, key, blobId, reason, isDropped, ...lost }) =>
        `  ${bucket}/${key}${showPlace(lost)}: ${blobId} ${faults[reason]}${isDropped ? '; deleted' : ''}`,
    ),
    ...(lost.length < lostCount ? [`  and ${count(lostCount - lost.length, 'other')}`] : []),
    ...usage.map(
      ({ bucket, recorded, counted }) =>
        `  ${bucket}: ${showUsage(recorded)} on record, ${showUsage(counted)} counted`,
    ),
  ].join('\n')
}

const showUsage = ({ objects, bytes, partBytes }: Report['usage'][number]['recorded']): string =>
  `${count(objects, 'object')} of ${showByteSize(bytes)}${partBytes === 0 ? '' : ` and parts of ${showByteSize(partBytes)}`}`

/** What a blob belongs to, where it is not just the object of its key. */
function showPlace({ versionId, uploadId, annotation }: Place): string {
  const places = [
    ...(uploadId === null ? [] : [`upload ${uploadId}`]),
    ...(versionId === null || versionId === 'null' ? [] : [`version ${versionId}`]),
    ...(annotation === null ? [] : [`annotation ${annotation}`]),
  ]
  return places.length > 0 ? ` (${places.join(', ')})` : ''
}

type Place = Pick<Report['lost'][number], 'versionId' | 'uploadId' | 'annotation'>

const count = (number: number, noun: string) =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
