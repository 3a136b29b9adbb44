declare module 'aws4' {
  interface Request {
    method: string
    path: string
    host?: string
    service: string
    region: string
    headers?: Record<string, string | number>
    body?: string
    signQuery?: boolean
  }
  interface Credentials {
    accessKeyId: string
    secretAccessKey: string
    sessionToken?: string
  }
  export function sign(request: Request, credentials: Credentials): Request
  const aws4: { readonly sign: typeof sign }
  export { aws4 as default }
}
