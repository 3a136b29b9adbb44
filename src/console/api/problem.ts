interface ProblemDocument {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly place?: string | undefined
}

/** What the server refused, with its code and its words. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  /** As S3 has it; `NoAnswer` where the server could not be reached. */
  readonly code: string

  /** Where in a document, such as `Statement[0].Action: s3:Nothing`. */
  readonly place: string | undefined

  constructor({ status, code, message, place }: ProblemDocument) {
    super(message)
    this.status = status
    this.code = code
    this.place = place
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401
