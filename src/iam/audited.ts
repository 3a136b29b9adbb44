import { auditSubject } from '../core/audit/audit-subject.ts'
import { S3Error } from '../core/errors.ts'
import type { Core } from '../core/create-core.ts'
import type { OperationName } from './operation.ts'
import type { ProjectCaller } from '../core/caller.ts'

interface AuditedCall {
  readonly core: Pick<Core, 'audit'>
  readonly caller: ProjectCaller
  readonly address: string | undefined
  readonly service: string
  readonly name: OperationName
  readonly input: object
}

/** What only looks. */
const reading = /^(?:Get|List|Simulate)/

/** Writes down who changed what of IAM's; sessions of STS are no administration. */
export async function audited<T>(call: AuditedCall, work: () => Promise<T>): Promise<T> {
  const { core, caller, address = '', service, name, input } = call
  if (service !== 'iam' || reading.test(name)) return work()
  const note = (outcome: string) =>
    core.audit.note({
      actor: caller.principal?.arn ?? `arn:aws:iam::${caller.project.id}:root`,
      address,
      call: `${service}:${name}`,
      project: caller.project.id,
      subject: auditSubject({ ...input }),
      outcome,
    })
  try {
    const output = await work()
    await note('done')
    return output
  } catch (error) {
    await note(error instanceof S3Error ? error.code : 'InternalError')
    throw error
  }
}
