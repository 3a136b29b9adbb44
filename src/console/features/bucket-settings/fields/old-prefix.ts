interface OldForm {
  readonly Prefix?: string | undefined
}

/** Rules of the older form say their prefix beside the filter. */
export const oldPrefix = ({ Prefix }: OldForm): string | undefined => Prefix

export function withoutOldPrefix<Rule extends OldForm>(rule: Rule): Omit<Rule, 'Prefix'> {
  const { Prefix, ...rest } = rule
  return rest
}

export const withOldPrefix = <Rule extends OldForm>(rule: Rule, prefix: string): Rule => ({
  ...rule,
  Prefix: prefix,
})
