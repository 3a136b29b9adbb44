import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

interface RemoveButtonProps {
  /** Says of what, too. */
  readonly label: string
  readonly onClick: () => void
}

/** Takes one thing of a list away. */
export const RemoveButton = ({ label, onClick }: RemoveButtonProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="red" size="sm" aria-label={label} onClick={onClick}>
      <IconX size={16} />
    </ActionIcon>
  </Tooltip>
)
