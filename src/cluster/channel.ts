/** One end of the messages between two processes of a server. */
export interface MessagePort {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
}

/** Questions and answers between two processes; answers are plain data. */
export interface Channel {
  /** Rejects when the other end fails to answer, or goes away. */
  ask(subject: string, question?: unknown): Promise<unknown>
  /** Answers all questions on a subject from now on. */
  answer(subject: string, answer: (question: unknown) => unknown): void
}

interface Question {
  readonly ask: number
  readonly subject: string
  readonly question: unknown
}

interface Reply {
  readonly reply: number
  readonly answer?: unknown
  readonly error?: string
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (reason: Error) => void
}

export function openChannel(port: MessagePort): Channel {
  const waiting = new Map<number, Waiting>()
  const answers = new Map<string, (question: unknown) => unknown>()
  let asked = 0

  const reply = async ({ ask, subject, question }: Question) => {
    try {
      port.send({ reply: ask, answer: await answers.get(subject)?.(question) } satisfies Reply)
    } catch (error) {
      port.send({ reply: ask, error: String(error) } satisfies Reply)
    }
  }
  const settle = ({ reply: id, answer, error }: Reply) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asker?.resolve(answer)
    else asker?.reject(new Error(error))
  }
  port.onMessage((message) => {
    const { reply: id } = message as Partial<Reply>
    if (id === undefined) void reply(message as Question)
    else settle(message as Reply)
  })
  port.onClose(() => {
    for (const { reject } of waiting.values()) reject(new Error('The other process has gone.'))
    waiting.clear()
  })
  return {
    ask: (subject, question) =>
      new Promise((resolve, reject) => {
        const ask = asked++
        waiting.set(ask, { resolve, reject })
        port.send({ ask, subject, question } satisfies Question)
      }),
    answer: (subject, answer) => {
      answers.set(subject, answer)
    },
  }
}
