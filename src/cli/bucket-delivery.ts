import { type Command, InvalidArgumentError } from 'commander'
import { deliverySchema } from '../admin/contract/delivery.ts'
import { adminCommand } from './admin-command.ts'
import type { OutputOf } from '../admin/contract.ts'

type Delivery = OutputOf<'getDelivery'>

interface DeliveryOptions {
  readonly project?: string
  readonly set?: Delivery
}

/** `seau bucket delivery`: the document of docs/delivery.md. */
export const deliveryCommand = (): Command =>
  adminCommand<DeliveryOptions>({
    usage: 'delivery <name>',
    description: 'Show or replace how a bucket serves browsers, and what it takes from them.',
    options: (command) =>
      command
        .option('--project <name>', 'owner of the bucket, for projects with a namespace of their own')
        .option('--set <json>', 'the document that takes the place of the present one', parseDelivery),
    run: (admin, { project, set: delivery }, name) =>
      delivery ? admin.putDelivery({ name, project, delivery }) : admin.getDelivery({ name, project }),
    show: (delivery: Delivery) => JSON.stringify(delivery, undefined, 2),
  })

function parseDelivery(text: string): Delivery {
  const parsed = deliverySchema.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new InvalidArgumentError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidArgumentError('It is not JSON.')
  }
}
