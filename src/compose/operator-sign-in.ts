import type { OperatorSignIn } from '../oidc/operator-sign-in.ts'
import type { Config } from '../config.ts'

/** The OIDC provider that operators may sign in with, if there is one. */
export async function openOperatorSignIn(config: Config): Promise<OperatorSignIn | undefined> {
  const { oidcIssuer: issuer, oidcClientId: clientId } = config
  if (issuer === undefined || clientId === undefined) return undefined
  const { operatorSignIn } = await import('../oidc/operator-sign-in.ts')
  return operatorSignIn({
    issuer,
    clientId,
    clientSecret: config.oidcClientSecret,
    scopes: config.oidcScopes,
    rolesClaim: config.oidcRolesClaim,
    roles: config.oidcRoles,
  })
}
