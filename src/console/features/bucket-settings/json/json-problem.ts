/** Where a text is wrong, by its line from 1, and how. */
export interface LineProblem {
  readonly line: number
  readonly message: string
}

type Parsed = { readonly value: object } | { readonly problem: LineProblem }

/** Reads a document, which is an object of JSON. `notObject` is said of anything else. */
export function parseDocument(text: string, notObject: string): Parsed {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value }
    return { problem: { line: 1, message: notObject } }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { problem: { line: lineIn(text, message), message } }
  }
}

/** Browsers tell the place in their words: a line, a position, or that the text ends too early. */
function lineIn(text: string, message: string): number {
  const [, line] = /\bline (\d+)/.exec(message) ?? []
  if (line !== undefined) return Number(line)
  const [, position] = /\bposition (\d+)/.exec(message) ?? []
  const read = position === undefined ? text.trimEnd() : text.slice(0, Number(position))
  return read.split('\n').length
}

/** As documents are written here. */
export const writeDocument = (document: object): string => JSON.stringify(document, null, 2)
