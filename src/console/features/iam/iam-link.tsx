import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IamTab } from './use-iam-place.ts'

interface IamLinkProps {
  readonly project: string
  readonly tab: IamTab
  /** Or the ARN, of policies and providers; absent: to the list. */
  readonly name?: string
  readonly children: ReactNode
}

/** Leads to something of a project's IAM. */
export const IamLink = ({ project, tab, name, children }: IamLinkProps) => (
  <Anchor
    component={Link}
    to="/projects/$project/iam"
    params={{ project } as never}
    search={{ tab, ...(name !== undefined && { name }) } as never}
    size="sm"
    style={{ overflowWrap: 'anywhere' }}
  >
    {children}
  </Anchor>
)
