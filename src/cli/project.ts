import { Command } from 'commander'
import { adminCommand } from './admin-command.ts'
import { table } from './table.ts'
import type { OutputOf } from '../admin/contract.ts'

type Project = OutputOf<'createProject'>

/** `seau project create|list|delete`. */
export const projectCommand = (): Command =>
  new Command('project')
    .description('Manage projects: the owners of buckets and keys.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(remove())

const create = () =>
  adminCommand<{ email?: string }>({
    usage: 'create <name>',
    description: 'Make a project.',
    options: (command) => command.option('--email <address>', 'shown to those who grant it rights'),
    run: (admin, { email }, name) => admin.createProject({ name, email }),
    show: (project: Project) => projectTable([project]),
  })

const list = () =>
  adminCommand({
    usage: 'list',
    description: 'List the projects.',
    run: async (admin) => (await admin.listProjects({})).projects,
    show: projectTable,
  })

const remove = () =>
  adminCommand({
    usage: 'delete <name>',
    description: 'Delete a project that has no bucket, and its keys.',
    run: async (admin, _options, name) => {
      await admin.deleteProject({ name })
      return { name }
    },
    show: ({ name }: { readonly name: string }) => `The project ${name} is deleted.`,
  })

function projectTable(projects: readonly Project[]): string {
  return table(
    ['NAME', 'ID', 'CANONICAL ID', 'EMAIL', 'CREATED'],
    projects.map(({ name, id, canonicalId, email, createdAt }) => [
      name,
      id,
      canonicalId,
      email ?? '',
      createdAt,
    ]),
  )
}
