import { S3Error } from '../core/errors.ts'
import { auditSubject } from '../core/audit/audit-subject.ts'
import { nobody, type CallContext } from './call-context.ts'
import type { Core } from '../core/create-core.ts'
import type { EndpointName } from './contract.ts'

export interface AuditParts {
  readonly core: Pick<Core, 'audit' | 'catalog'>
  readonly onFault: (error: unknown) => void
}

/** A call of any endpoint, with the id of the project that it is about. */
export type AnyCall = (
  input: Readonly<Record<string, unknown>>,
  context: CallContext,
  projectId: string | undefined,
) => Promise<unknown>

/** Writes down who asked for what, and what became of it. */
export const audited =
  ({ core, onFault }: AuditParts, name: EndpointName, call: AnyCall): AnyCall =>
  async (input, context, projectId) => {
    const note = (actor: string, outcome: string) =>
      core.audit
        .note({
          actor,
          address: context.place.address,
          call: name,
          project: projectId,
          subject: auditSubject(input),
          outcome,
        })
        .catch(onFault)
    try {
      const output = await call(input, context, projectId)
      await note(whoSignedIn(context, output) ?? context.actor.name, 'done')
      return output
    } catch (error) {
      await note(context.actor.name, error instanceof S3Error ? error.code : 'InternalError')
      throw error
    }
  }

/** Whoever signs in is nobody before. */
function whoSignedIn({ actor }: CallContext, output: unknown): string | undefined {
  const isSession = actor === nobody && typeof output === 'object' && output !== null && 'actor' in output
  return isSession && typeof output.actor === 'string' ? output.actor : undefined
}
