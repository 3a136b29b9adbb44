import { useMutation } from '@tanstack/react-query'
import { useTellProblem } from '../../components/problem-text.ts'

/** Something that a button does; tells of its failure in a corner of the page. */
export function useIamAction<Input = void>(act: (input: Input) => Promise<unknown>) {
  const tell = useTellProblem()
  return useMutation({ mutationFn: act, onError: tell })
}
