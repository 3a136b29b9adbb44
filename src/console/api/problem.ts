interface ProblemDocument {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly place?: string | undefined
  readonly retryAfterSeconds?: number | undefined
}

/** What the server refused, with its code and its words. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  /** As S3 has it; `NoAnswer` where the server could not be reached. */
  readonly code: string

  /** Where in a document, such as `Statement[0].Action: s3:Nothing`. */
  readonly place: string | undefined
  /** How long to wait after too many attempts. */
  readonly retryAfterSeconds: number | undefined

  constructor({ status, code, message, place, retryAfterSeconds }: ProblemDocument) {
    super(message)
    this.status = status
    this.code = code
    this.place = place
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Refused for want of a session, or because the role does not allow it. */
export const isDenied = (error: unknown): boolean => error instanceof Problem && error.code === 'AccessDenied'
