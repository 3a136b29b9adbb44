import { queryOptions, useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { call } from './admin.ts'
import type { EndpointName, InputOf, OutputOf } from '../../admin/contract.ts'

/** A call that reads, as TanStack Query keeps it: its key is the name and the input. */
export const adminQuery = <Name extends EndpointName>(name: Name, input: Partial<InputOf<Name>> = {}) =>
  queryOptions({
    queryKey: [name, input] as const,
    queryFn: ({ signal }): Promise<OutputOf<Name>> => call(name, input, signal),
  })

/** A call that changes something; the queries whose names are given are asked again when it is done. */
export function useAdminChange<Name extends EndpointName>(name: Name, changes: readonly EndpointName[]) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Partial<InputOf<Name>>): Promise<OutputOf<Name>> => call(name, input),
    onSuccess: () =>
      Promise.all(
        changes.map((changed) => client.invalidateQueries({ queryKey: [changed] satisfies QueryKey })),
      ),
  })
}
