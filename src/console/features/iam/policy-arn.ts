/** Policies that every project has, and nobody can change. */
export const isManagedByAws = (arn: string): boolean => arn.startsWith('arn:aws:iam::aws:')

/** The end of an ARN, after its kind: `team/readers`. */
export const nameInArn = (arn: string): string => arn.slice(arn.indexOf('/') + 1)
