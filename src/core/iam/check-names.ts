import { invalidValue } from './invalid-value.ts'

interface TextRule {
  readonly pattern: RegExp
  readonly min?: number
  readonly max: number
}

const name = /^[\w+=,.@-]+$/
// What the model of IAM's API says of its parameters, by their names in lower camel case.
const rules = {
  description: { pattern: /^[\t\n\r\x20-\x7e\xa1-\xff]*$/, min: 0, max: 1000 },
  groupName: { pattern: name, max: 128 },
  path: { pattern: /^(\/|\/[\x21-\x7e]+\/)$/, max: 512 },
  pathPrefix: { pattern: /^\/[\x21-\x7f]*$/, max: 512 },
  policyName: { pattern: name, max: 128 },
  policyPath: { pattern: /^(\/[A-Za-z0-9.,+@=_-]+)*\/$/, max: 512 },
  roleName: { pattern: name, max: 64 },
  userName: { pattern: name, max: 64 },
} satisfies Record<string, TextRule>

export type TextMember = keyof typeof rules

/** Throws ValidationError for a text that a parameter does not take; `member` is what the error calls it, when that is another name. */
export function checkText(rule: TextMember, text: string, member: string = rule): string {
  const { pattern, max, min = 1 }: TextRule = rules[rule]
  if (text.length < min || text.length > max)
    throw invalidValue(member, text, `length between ${String(min)} and ${String(max)}`)
  if (!pattern.test(text)) throw invalidValue(member, text, `the pattern ${pattern.source}`)
  return text
}

const [shortestSession, longestSession] = [3600, 43_200]

/** Of a role's sessions, in seconds. Throws ValidationError. */
export function checkSessionSeconds(seconds: number): number {
  if (seconds >= shortestSession && seconds <= longestSession) return seconds
  const constraint = `value between ${String(shortestSession)} and ${String(longestSession)}`
  throw invalidValue('maxSessionDuration', String(seconds), constraint)
}
