import { setTimeout as sleep } from 'node:timers/promises'
import { showByteSize } from '../lib/byte-size.ts'
import { adminCommand } from './admin-command.ts'
import { progressBar } from './progress-bar.ts'
import type { Command } from 'commander'
import type { Admin, OutputOf } from '../admin/contract.ts'

type Deletion = OutputOf<'getDeletion'>

interface Options {
  readonly withEverything?: boolean
  readonly confirm?: string
}

const pollMs = 200

/** `seau project delete`; with everything it goes on in the server when the command is stopped. */
export const deleteProjectCommand = (): Command =>
  adminCommand<Options>({
    usage: 'delete <name>',
    description: 'Delete a project that has no bucket, and its keys; or a project with everything in it.',
    options: (command) =>
      command
        .option('--with-everything', 'delete its buckets and all objects, too')
        .option('--confirm <name>', 'with --with-everything: the name of the project once more'),
    run: async (admin, { withEverything, confirm = '' }, name) => {
      if (!withEverything) {
        await admin.deleteProject({ name })
        return { name, state: 'done' }
      }
      const deletion = await followed(admin, await admin.deleteProjectWithEverything({ name, confirm }))
      if (deletion.state === 'blocked') process.exitCode = 1
      return { ...deletion, name }
    },
    show: ({ name, state, problem }: Pick<Deletion, 'state'> & { name: string; problem?: string | null }) =>
      state === 'done'
        ? `The project ${name} is deleted.`
        : `The project ${name} is closed, but not yet deleted. ${problem ?? ''}`,
  })

async function followed(admin: Admin, begun: Deletion): Promise<Deletion> {
  const [project] = (await admin.listProjects({})).projects.filter(({ id }) => id === begun.id)
  const total = begun.objects + (project?.usage.objects ?? 0)
  const bar = progressBar(process.stderr)
  let current = begun
  while (current.state === 'running') {
    await sleep(pollMs)
    current = await admin.getDeletion({ id: begun.id })
    const label = `Deleting, ${showByteSize(current.bytes)} so far`
    bar.show({ label, done: current.objects, total: Math.max(total, current.objects) })
  }
  bar.end()
  return current
}
