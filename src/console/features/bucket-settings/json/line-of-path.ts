type Step = string | number

/** `Statement[0].Action: s3:Nothing` → its steps, and the value after them. */
function parsePlace(place: string): { readonly steps: readonly Step[]; readonly value?: string } {
  const [, path = '', value] = /^([\w.[\]]+?)(?:: (.*))?$/s.exec(place) ?? []
  const steps = [...path.matchAll(/\[(\d+)\]|\w+/g)].map(([word, index]) =>
    index === undefined ? word : Number(index),
  )
  return { steps, ...(value !== undefined && { value }) }
}

/**
 * The line, from 1, of the place in a document that the server names, such as `Statement[0].Action: s3:Nothing`. A step that is not there
 * leaves the line of the one before it.
 */
export function lineOfPlace(text: string, place: string): number {
  const { steps, value } = parsePlace(place)
  const tokens = tokensOf(text)
  const found = steps.reduce<number>((at, step) => findStep(tokens, at, step) ?? at, 0)
  const start = tokens[found]?.offset ?? 0
  const end = tokens[endOf(tokens, found)]?.offset ?? text.length
  const inner = value === undefined ? -1 : text.indexOf(JSON.stringify(value), start)
  const offset = inner >= start && inner <= end ? inner : start
  return text.slice(0, offset).split('\n').length
}

interface Token {
  readonly text: string
  readonly offset: number
}

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)].map((match) => ({
    text: match[0],
    offset: match.index,
  }))

/** The token that ends the value which begins at `at`. */
function endOf(tokens: readonly Token[], at: number): number {
  let depth = 0
  for (let n = at; n < tokens.length; n += 1) {
    const text = tokens[n]?.text ?? ''
    if ('{['.includes(text)) depth += 1
    if ('}]'.includes(text)) depth -= 1
    if (depth <= 0) return n
  }
  return tokens.length - 1
}

/** Where the value of a member, or the item of a list, begins within the value at `at`. A single item may stand for a list of one. */
function findStep(tokens: readonly Token[], at: number, step: Step): number | undefined {
  const opening = tokens[at]?.text
  if (typeof step === 'number' && opening !== '[') return step === 0 ? at : undefined
  let index = 0
  let n = at + 1
  const end = endOf(tokens, at)
  while (n < end) {
    const isMember = opening === '{'
    const start = isMember ? n + 2 : n
    if (isMember ? tokens[n]?.text === JSON.stringify(step) : index === step) return start
    n = endOf(tokens, start) + 2
    index += 1
  }
  return undefined
}
