import { compilePattern, type Pattern } from './pattern.ts'

/** arn:partition:service:region:account:resource */
const arnParts = 6

/** An ARN with wildcards, compared part by part: none reaches over a colon but in the last part, which may hold colons. */
export function arnPattern(text: string, { hasVariables }: { readonly hasVariables: boolean }): Pattern {
  const rules = { hasWildcards: true, hasVariables }
  const parts = partsOf(text, /(?:\$\{[^}]*\}|[^:])*/y)
  // A variable or an asterisk may stand for the whole.
  if (parts.length < arnParts) return compilePattern(text, rules)
  const patterns = parts.map((part) => compilePattern(part, rules))
  return {
    keys: patterns.flatMap(({ keys }) => keys),
    isFixed: patterns.every(({ isFixed }) => isFixed),
    matches: (arn, valuesOf) => {
      const given = partsOf(arn, /[^:]*/y)
      return patterns.every((pattern, index) => pattern.matches(given[index] ?? '', valuesOf))
    },
  }
}

function partsOf(text: string, part: RegExp): readonly string[] {
  const parts: string[] = []
  let at = 0
  while (parts.length < arnParts - 1) {
    part.lastIndex = at
    const [found = ''] = part.exec(text) ?? []
    if (at + found.length >= text.length) break
    parts.push(found)
    at += found.length + 1
  }
  return [...parts, text.slice(at)]
}
