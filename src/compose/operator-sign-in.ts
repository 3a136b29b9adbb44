import { operatorSignIn, type OperatorSignIn } from '../oidc/operator-sign-in.ts'
import type { Config } from '../config.ts'

/** The OIDC provider that operators may sign in with, if there is one. */
export function openOperatorSignIn(config: Config): OperatorSignIn | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId } = config
  if (issuer === undefined || clientId === undefined) return undefined
  return operatorSignIn({
    issuer,
    clientId,
    clientSecret: config.oidcClientSecret,
    scopes: config.oidcScopes,
    rolesClaim: config.oidcRolesClaim,
    roles: config.oidcRoles,
  })
}
