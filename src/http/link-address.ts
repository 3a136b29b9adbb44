const paths = { GET: '/api/get-file', PUT: '/api/put-file', POST: '/api/post-file' } as const

interface Shown {
  readonly token: string
  /** Seconds since 1970. */
  readonly expires: number
}

/** Where a signed link leads. */
export const linkAddress = (baseUrl: string, method: keyof typeof paths, { token, expires }: Shown): string =>
  `${baseUrl}${paths[method]}?token=${token}&expires=${String(expires)}`
