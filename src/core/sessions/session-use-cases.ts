import { assumeRole } from './assume-role.ts'
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity.ts'
import { getFederationToken } from './get-federation-token.ts'
import { getSessionToken } from './get-session-token.ts'
import { objectSession } from './object-session.ts'
import { rootArn } from '../policy/language/principal.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'

/** What STS does: temporary keys, of which nothing is stored. */
export const sessionUseCases = (parts: Parts) => ({
  assumeRole: assumeRole(parts),
  assumeRoleWithWebIdentity: assumeRoleWithWebIdentity(parts),
  getSessionToken: getSessionToken(parts),
  getFederationToken: getFederationToken(parts),
  forObject: objectSession(parts),
  getCallerIdentity,
})

interface CallerIdentity {
  /** The project's id. */
  readonly account: string
  readonly arn: string
  readonly userId: string
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const getCallerIdentity = ({ project: { id }, principal }: ProjectCaller): CallerIdentity => ({
  account: id,
  arn: principal?.arn ?? rootArn(id),
  userId: principal?.userId ?? id,
})
