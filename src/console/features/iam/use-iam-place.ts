import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { mayChange, useSession } from '../../api/session.ts'

export const iamTabs = ['users', 'groups', 'roles', 'policies', 'providers'] as const
export type IamTab = (typeof iamTabs)[number]

const route = '/shell/projects/$project/iam'

/** Where in a project's IAM the page is: a tab, and in it the name (or the ARN) of what is looked at. */
export function useIamPlace() {
  const { project } = useParams({ from: route })
  const search = useSearch({ from: route })
  const navigate = useNavigate()
  const session = useSession()
  const tab = iamTabs.find((one) => one === search.tab) ?? 'users'
  return {
    project,
    tab,
    name: search.name,
    isChangeable: mayChange(session, project),
    open: (next: IamTab, name?: string) =>
      navigate({
        to: '/projects/$project/iam',
        params: { project },
        search: { tab: next, ...(name !== undefined && { name }) },
      }),
  }
}
