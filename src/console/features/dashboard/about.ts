import type { Span } from './span.ts'

/** What the dashboard is about at the moment. */
export interface About {
  readonly span: Span
  /** By name; undefined: all that one reaches. */
  readonly project: string | undefined
}

export const refetchMs = 60_000

/** An input that names the project, if there is one. */
export const inputOf = ({ span: { since }, project }: About) => ({
  since,
  ...(project !== undefined && { project }),
})
