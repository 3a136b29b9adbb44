declare module 'virtual:admin-endpoints' {
  /** Method and path, below /admin, of each call. */
  export const endpoints: Readonly<Record<string, readonly [method: string, path: string]>>
}
