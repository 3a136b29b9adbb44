import { Command, Option } from 'commander'
import { adminCommand } from './admin-command.ts'
import { randomIds } from '../lib/random-ids.ts'
import { table } from './table.ts'
import type { OutputOf } from '../admin/contract.ts'

type Operator = OutputOf<'createOperator'>
type Welcomed = Operator & { readonly password: string }

/** `seau operator create|list|reset|delete`. */
export const operatorCommand = (): Command =>
  new Command('operator')
    .description('Manage who may use the console and the admin API.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(reset())
    .addCommand(remove())

interface CreateOptions {
  readonly role: Operator['role']
  readonly projects?: readonly string[]
}

const create = () =>
  adminCommand<CreateOptions>({
    usage: 'create <name>',
    description: 'Let somebody sign in; the password is shown once.',
    options: (command) =>
      command
        .addOption(
          new Option('--role <role>', 'what it may do')
            .choices(['operator', 'project-admin', 'viewer'])
            .makeOptionMandatory(),
        )
        .option('--projects <names...>', 'projects that it is confined to'),
    run: async (admin, { role, projects }, name): Promise<Welcomed> => {
      const password = randomIds.secretKey()
      const operator = await admin.createOperator({
        name,
        role,
        password,
        ...(projects && { projects: [...projects] }),
      })
      return { ...operator, password }
    },
    show: welcome,
  })

const list = () =>
  adminCommand({
    usage: 'list',
    description: 'List who may sign in.',
    run: async (admin) => (await admin.listOperators({})).operators,
    show: (operators: readonly Operator[]) =>
      table(
        ['NAME', 'ROLE', 'PROJECTS', 'STATUS', 'SIGNS IN WITH', 'LAST SEEN'],
        operators.map(({ name, role, projects, status, signsInWith, signedInAt }) => [
          name,
          role,
          projects?.join(' ') ?? 'all',
          status,
          signsInWith.join(' '),
          signedInAt ?? 'never',
        ]),
      ),
  })

const reset = () =>
  adminCommand({
    usage: 'reset <name>',
    description: 'Give somebody who is locked out a new password, and drop the second factor.',
    run: async (admin, _options, name): Promise<Welcomed> => {
      const password = randomIds.secretKey()
      return { ...(await admin.changeOperator({ name, password, dropSecondFactor: true })), password }
    },
    show: welcome,
  })

const remove = () =>
  adminCommand({
    usage: 'delete <name>',
    description: 'Delete an operator with its sessions and passkeys.',
    run: async (admin, _options, name) => {
      await admin.deleteOperator({ name })
      return { name }
    },
    show: ({ name }: { readonly name: string }) => `The operator ${name} is deleted.`,
  })

function welcome({ name, role, password }: Welcomed): string {
  return [
    `Name:      ${name}`,
    `Password:  ${password}`,
    `Role:      ${role}`,
    'The password is not shown again.',
  ].join('\n')
}
