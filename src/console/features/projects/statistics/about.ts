/** Whose figures, and since when (ISO 8601). */
export interface About {
  readonly project: string
  readonly since: string
}
