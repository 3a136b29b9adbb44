import { Alert } from '@mantine/core'
import { IconCut } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Says that there is more than is shown. */
export const CutNotice = ({ children }: { readonly children: ReactNode }) => (
  <Alert variant="light" color="yellow" icon={<IconCut />}>
    {children}
  </Alert>
)
