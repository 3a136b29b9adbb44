import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/admin.ts'
import type { IamChange, IamRead } from '../../../admin/contract/iam-actions.ts'
import type { IamInput, IamOutput } from '../../../admin/contract/iam-types.ts'

const pageSize = 100
const firstPage: { readonly Marker?: string } = {}

/** What AWS's operation says of a project's users, groups, roles, policies or providers. */
export const iamQuery = <Action extends IamRead>(project: string, action: Action, input: IamInput<Action>) =>
  queryOptions({
    queryKey: ['askIam', project, action, input] as const,
    queryFn: ({ signal }) => askIam(project, action, input, signal),
  })

/** A listing that goes on where its last page ended. */
export const iamPages = <Action extends IamRead>(
  project: string,
  action: Action,
  input: IamInput<Action> & object,
) =>
  infiniteQueryOptions({
    queryKey: ['askIam', project, action, input, 'pages'] as const,
    queryFn: ({ signal, pageParam }) =>
      askIam(project, action, { ...input, MaxItems: pageSize, ...pageParam }, signal),
    initialPageParam: firstPage,
    getNextPageParam: (page: IamOutput<Action>) => nextOf(page),
  })

/** The same once, for what goes on with the answer. */
export async function askIam<Action extends IamRead>(
  project: string,
  action: Action,
  input: IamInput<Action>,
  signal?: AbortSignal,
): Promise<IamOutput<Action>> {
  const { output } = await call('askIam', { project, action, input: JSON.stringify(input) }, signal)
  // The action decides what AWS's SDK says that its output is.
  return output as unknown as IamOutput<Action>
}

function nextOf(page: unknown): { readonly Marker: string } | undefined {
  const { IsTruncated, Marker } = page as { readonly IsTruncated?: boolean; readonly Marker?: string }
  return IsTruncated === true && Marker !== undefined ? { Marker } : undefined
}

/** Runs an operation that changes something; all that was read of the project's IAM is asked again. */
export function useIamChange(project: string) {
  const client = useQueryClient()
  return async <Action extends IamChange>(
    action: Action,
    input: IamInput<Action>,
  ): Promise<IamOutput<Action>> => {
    const { output } = await call('changeIam', { project, action, input: { ...input } })
    void client.invalidateQueries({ queryKey: ['askIam', project] })
    return output as unknown as IamOutput<Action>
  }
}

/** As `useIamChange` gives it. */
export type ChangeIam = ReturnType<typeof useIamChange>

/** IAM percent-encodes the documents that it answers with. */
export const documentOf = (encoded: string | undefined): string => {
  const text = decodeURIComponent(encoded ?? '')
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}
