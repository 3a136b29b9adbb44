/** The text of an answer as it comes. */
export interface TextReader {
  /** What has come by the time there are so many characters. */
  atLeast(length: number): Promise<string>
  /** All of it, to the end. */
  whole(): Promise<string>
}

export function readText({ body }: Response): TextReader {
  if (!body) throw new Error('The answer has no body.')
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (isEnough: () => boolean) => {
    while (!isEnough()) {
      const { value } = await reader.read()
      if (value === undefined) break
      text += value
    }
    return text
  }
  return { atLeast: (length) => until(() => text.length >= length), whole: () => until(() => false) }
}
