import { ActionIcon, Menu } from '@mantine/core'
import { IconCircleCheck, IconCircleOff, IconDots, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface KeyMenuProps {
  /** What the key is called. */
  readonly label: string
  readonly status: 'active' | 'disabled'
  /** Of what replaces the secret. */
  readonly renewal: string
  readonly onRenew: () => void
  readonly onSetStatus: (status: 'active' | 'disabled') => void
  readonly onDelete: () => void
}

/** What can be done with a key of either kind. */
export function KeyMenu({ label, status, renewal, onRenew, onSetStatus, onDelete }: KeyMenuProps) {
  const { t } = useTranslation('projects')
  const isActive = status === 'active'
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('key.menu', { key: label })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRefresh size={16} />} onClick={onRenew}>
          {renewal}
        </Menu.Item>
        <Menu.Item
          leftSection={isActive ? <IconCircleOff size={16} /> : <IconCircleCheck size={16} />}
          onClick={() => {
            onSetStatus(isActive ? 'disabled' : 'active')
          }}
        >
          {isActive ? t('key.disable') : t('key.enable')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} />} c="var(--mantine-color-error)" onClick={onDelete}>
          {t('key.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
