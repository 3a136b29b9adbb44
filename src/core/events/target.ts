/** Somewhere outside that notifications go to, named by the operator. */
export interface NotificationTarget {
  readonly name: string
  /** What an ARN calls its kind: `webhook`, `kafka`, … */
  readonly kind: string
  /** Resolves once the target has it for certain; `key` keeps what belongs together in order where a target knows partitions. */
  send(document: string, options: { readonly key: string }): Promise<void>
  close(): Promise<void>
}

/** By name; see `targetName`. */
export type NotificationTargets = ReadonlyMap<string, NotificationTarget>

/** Names are compared without regard to case, and `-` is `_`, which alone can stand in a variable's name. */
export const targetName = (name: string): string => name.toLowerCase().replaceAll('-', '_')

const seauArn = /^arn:seau:sqs:[\w-]*:([\w-]+):(\w+)$/
const awsArn = /^arn:aws[\w-]*:(?:sqs|sns|lambda):[\w-]*:\w*:(?:function:)?([\w.-]+)(?::[\w$-]+)?$/

/** The target that an ARN means; undefined when there is none. */
export function findTarget(targets: NotificationTargets, arn: string): NotificationTarget | undefined {
  const [, name = '', kind] = seauArn.exec(arn) ?? awsArn.exec(arn) ?? []
  const target = targets.get(targetName(name))
  return kind === undefined || kind === target?.kind ? target : undefined
}
