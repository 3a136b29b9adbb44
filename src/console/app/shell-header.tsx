import { ActionIcon, Anchor, Burger, Button, Group, Kbd, Text, Tooltip } from '@mantine/core'
import { useOs } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import picture from '../seau.svg'
import { PersonMenu } from './person-menu.tsx'
import { Trail } from './trail.tsx'

interface ShellHeaderProps {
  /** Whether the navigation is shown at small widths. */
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** Where one is, the way to all else, and who one is. */
export function ShellHeader({ isOpen, onToggle }: ShellHeaderProps) {
  const { t } = useTranslation('shell')
  return (
    <Group h="100%" px="sm" gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Burger
          opened={isOpen}
          onClick={onToggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={t('navigation')}
          aria-expanded={isOpen}
        />
        <Anchor component={Link} to="/" c="inherit" underline="never" aria-label={t('home')}>
          <Group gap={8} wrap="nowrap">
            <img src={picture} alt="" width={26} height={26} />
            <Text fw={700} visibleFrom="sm">
              {t('name')}
            </Text>
          </Group>
        </Anchor>
        <Trail />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <SearchButton />
        <PersonMenu />
      </Group>
    </Group>
  )
}

function SearchButton() {
  const { t } = useTranslation('shell')
  const key = useOs() === 'macos' ? '⌘' : 'Ctrl'
  return (
    <>
      <Button
        visibleFrom="md"
        variant="default"
        size="xs"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<Kbd size="xs">{`${key} K`}</Kbd>}
        onClick={spotlight.open}
      >
        {t('palette.open')}
      </Button>
      <Tooltip label={t('palette.open')}>
        <ActionIcon
          hiddenFrom="md"
          variant="default"
          size="lg"
          aria-label={t('palette.open')}
          onClick={spotlight.open}
        >
          <IconSearch size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
