/** How much may be asked in a second; what is absent has no bound. */
export interface Rates {
  readonly requestsPerSecond?: number
  /** Of bodies, both ways. */
  readonly bytesPerSecond?: number
}

/** What a project or a key may ask in a second. */
export interface RateLimit extends Rates {
  /** Tells who is counted: `project:<id>` or `key:<id>`. */
  readonly id: string
}

interface Rated {
  readonly id: string
  readonly rates?: Rates
}

/** What binds whoever signs with a key; undefined for most. */
export function rateLimitsOf(project: Rated, accessKey?: Rated): readonly RateLimit[] | undefined {
  if (!project.rates && !accessKey?.rates) return undefined
  return [
    ...(project.rates ? [{ id: `project:${project.id}`, ...project.rates }] : []),
    ...(accessKey?.rates ? [{ id: `key:${accessKey.id}`, ...accessKey.rates }] : []),
  ]
}
