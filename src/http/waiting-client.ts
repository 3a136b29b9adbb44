import type { IncomingMessage, ServerResponse } from 'node:http'

/** The client at the other end of a request. */
export interface WaitingClient {
  /** Aborted when the client goes away before it has its answer. */
  readonly signal: () => AbortSignal
  /** Answers `Expect: 100-continue`, once; nothing for a client that does not wait. */
  readonly sendContinue: () => void
}

export function waitingClient(request: IncomingMessage, response: ServerResponse): WaitingClient {
  let mustContinue = request.headers.expect?.toLowerCase() === '100-continue'
  let signal: AbortSignal | undefined
  return {
    // Made only for requests that last: an AbortController costs more than a small GET's look-up.
    signal: () => (signal ??= signalOf(response)),
    sendContinue: () => {
      if (mustContinue) response.writeContinue()
      mustContinue = false
    },
  }
}

function signalOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}
