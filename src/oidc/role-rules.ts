import type { Role } from '../core/operators/operator.ts'

export interface Rights {
  readonly role: Role
  /** By name; undefined: all. */
  readonly projects: readonly string[] | undefined
}

interface RoleRule extends Rights {
  /** Of the claim. */
  readonly value: string
}

/** `VALUE=operator`, `VALUE=viewer`, `VALUE=viewer:PROJECT+PROJECT` or `VALUE=project-admin:PROJECT+PROJECT`. */
const roleRulePattern = /^(.+)=(?:(operator|viewer)|(project-admin|viewer):([a-z0-9-]+(?:\+[a-z0-9-]+)*))$/

function parseRoleRule(text: string): RoleRule {
  const [, value = '', everywhere, confined, projects] = roleRulePattern.exec(text) ?? []
  // The pattern knows no other roles.
  return { value, role: (everywhere ?? confined ?? 'viewer') as Role, projects: projects?.split('+') }
}

/** The rights that the first rule gives that a claim (one value, or several) fulfils. */
export function roleReader(texts: readonly string[]): (claim: unknown) => Rights | undefined {
  const rules = texts.map(parseRoleRule)
  return (claim) => {
    const values: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
    const rule = rules.find(({ value }) => values.includes(value))
    return rule && { role: rule.role, projects: rule.projects }
  }
}
