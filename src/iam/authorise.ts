import { S3Error } from '../core/errors.ts'
import { rootArn } from '../core/policy/language/principal.ts'
import { requestFacts, type AskedInput } from './request-facts.ts'
import type { ProjectCaller } from '../core/caller.ts'
import type { SubjectOf, SubjectRequest } from './subject.ts'

/**
 * Throws AccessDenied unless the caller may do something in its account; `action` is such as `iam:CreateUser`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export async function authorise<Input extends AskedInput>(
  request: SubjectRequest<Input>,
  action: string,
  subjectOf: SubjectOf<Input>,
): Promise<void> {
  const { caller, core, input } = request
  refuseBorrowed(caller)
  // A project's root may do everything: there is nothing to ask about.
  if (!caller.principal && !caller.limits) return
  const subject = await subjectOf(request)
  const facts = requestFacts(input, subject)
  const decision = core.policies.decideAction(caller, { action, resource: subject.arn, facts })
  if (decision !== 'allow') throw denied(caller, `perform: ${action} on resource: ${subject.arn}`)
}

/** Of temporary keys only those of roles reach IAM: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
function refuseBorrowed(caller: ProjectCaller): void {
  if (caller.session && caller.session.kind !== 'assumed-role')
    throw denied(caller, 'call IAM with the keys of GetSessionToken or GetFederationToken')
}

const denied = ({ principal, project }: ProjectCaller, deed: string) =>
  new S3Error('AccessDenied', {
    message: `User: ${principal?.arn ?? rootArn(project.id)} is not authorized to ${deed}`,
  })
