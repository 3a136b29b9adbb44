import { Command } from 'commander'
import { adminCommand } from './admin-command.ts'
import {
  projectQuotaChange,
  projectQuotaOptions,
  rateOptions,
  ratesChange,
  showBytesOf,
  showCountOf,
  type ProjectQuotaOptions,
  type RateOptions,
} from './bounds.ts'
import { deleteProjectCommand } from './delete-project.ts'
import { table } from './table.ts'
import type { OutputOf } from '../admin/contract.ts'

type Project = OutputOf<'createProject'>

/** `seau project create|list|rename|suspend|resume|quota|delete`. */
export const projectCommand = (): Command =>
  new Command('project')
    .description('Manage projects: the owners of buckets and keys.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(rename())
    .addCommand(setState('suspend', 'suspended'))
    .addCommand(setState('resume', 'active'))
    .addCommand(quota())
    .addCommand(deleteProjectCommand())

const create = () =>
  adminCommand<{ email?: string; ownNamespace?: boolean }>({
    usage: 'create <name>',
    description: 'Make a project.',
    options: (command) =>
      command
        .option('--email <address>', 'shown to those who grant it rights')
        .option('--own-namespace', 'its bucket names are apart from those of other projects'),
    run: (admin, { email, ownNamespace }, name) =>
      admin.createProject({ name, email, namespace: ownNamespace ? 'own' : 'shared' }),
    show: (project: Project) => projectTable([project]),
  })

const list = () =>
  adminCommand({
    usage: 'list',
    description: 'List the projects, and what they hold.',
    run: async (admin) => (await admin.listProjects({})).projects,
    show: projectTable,
  })

const rename = () =>
  adminCommand<{ to: string }>({
    usage: 'rename <name>',
    description: 'Give a project another name.',
    options: (command) => command.requiredOption('--to <name>', 'the new name'),
    run: (admin, { to }, name) => admin.renameProject({ name, newName: to }),
    show: (project: Project) => projectTable([project]),
  })

const setState = (verb: string, state: 'active' | 'suspended') =>
  adminCommand({
    usage: `${verb} <name>`,
    description:
      state === 'active'
        ? 'Serve a suspended project again.'
        : 'Refuse whatever is asked in the name of a project, or of its buckets.',
    run: (admin, _options, name) => admin.setProjectState({ name, state }),
    show: (project: Project) => projectTable([project]),
  })

const quota = () =>
  adminCommand<ProjectQuotaOptions & RateOptions>({
    usage: 'quota <name>',
    description: 'Bound what a project may hold, and ask in a second.',
    options: (command) => {
      for (const option of [...projectQuotaOptions(), ...rateOptions()]) command.addOption(option)
      return command
    },
    run: (admin, options, name) =>
      admin.limitProject({ name, quota: projectQuotaChange(options), rates: ratesChange(options) }),
    show: (project: Project) => projectTable([project]),
  })

function projectTable(projects: readonly Project[]): string {
  return table(
    ['NAME', 'STATE', 'BUCKETS', 'OBJECTS', 'SIZE', 'ID', 'CANONICAL ID', 'EMAIL', 'CREATED'],
    projects.map(({ usage, quota: bounds, ...project }) => [
      project.name,
      project.state,
      showCountOf(usage.buckets, bounds.buckets),
      showCountOf(usage.objects, bounds.objects),
      showBytesOf(usage.bytes + usage.partBytes, bounds.bytes),
      project.id,
      project.canonicalId,
      project.email ?? '',
      project.createdAt,
    ]),
  )
}
