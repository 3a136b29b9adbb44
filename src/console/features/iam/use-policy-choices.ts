import { useQuery } from '@tanstack/react-query'
import { iamQuery } from './iam-api.ts'
import { useIamPlace } from './use-iam-place.ts'
import type { ComboboxItem } from '@mantine/core'

const mostPolicies = 1000

/** The managed policies of the project and of AWS, by their ARN, but for those that are there already. */
export function usePolicyChoices(taken: readonly (string | undefined)[]): readonly ComboboxItem[] {
  const { project } = useIamPlace()
  const { data } = useQuery(iamQuery(project, 'ListPolicies', { Scope: 'All', MaxItems: mostPolicies }))
  return (data?.Policies ?? [])
    .filter(({ Arn }) => !taken.includes(Arn))
    .map(({ Arn = '', PolicyName = '' }) => ({ value: Arn, label: PolicyName }))
}
