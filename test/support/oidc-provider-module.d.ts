/** What the tests use of oidc-provider, which comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Exchange {
    readonly path: string
    readonly req: IncomingMessage
    readonly res: ServerResponse
    respond: boolean
  }
  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }
  interface Situation {
    readonly provider: Provider
    readonly client?: { readonly clientId: string }
    readonly session?: { readonly accountId?: string }
  }
  interface Account {
    readonly accountId: string
    claims(): Readonly<Record<string, unknown>>
  }
  interface Configuration {
    readonly clients: readonly Readonly<Record<string, unknown>>[]
    readonly claims: Readonly<Record<string, readonly string[]>>
    readonly conformIdTokenClaims: boolean
    readonly cookies: { readonly keys: readonly string[] }
    readonly features: Readonly<Record<string, { readonly enabled: boolean }>>
    findAccount(context: unknown, id: string): Account
    readonly interactions: { url(context: unknown, interaction: { readonly uid: string }): string }
    loadExistingGrant(context: { readonly oidc: Situation }): Promise<Grant>
  }

  class Provider {
    constructor(issuer: string, configuration: Configuration)
    readonly Grant: new (of: { readonly clientId?: string; readonly accountId?: string }) => Grant
    use(middleware: (exchange: Exchange, next: () => Promise<void>) => Promise<void>): void
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { readonly login: { readonly accountId: string } },
    ): Promise<void>
  }
  export { Provider as default }
}
