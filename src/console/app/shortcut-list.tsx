import { Group, Kbd, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { pagesFor } from './pages.ts'

const modalId = 'shortcuts'

export function showShortcuts(title: string): void {
  modals.open({ modalId, title, children: <ShortcutList /> })
}

function ShortcutList() {
  const { t } = useTranslation('shell')
  const rows: readonly (readonly [keys: readonly string[], label: string])[] = [
    [['Ctrl / ⌘', 'K'], t('palette.open')],
    [['?'], t('shortcuts.title')],
    ...pagesFor(useSession()).map(
      ({ name, key }) => [['g', key], t('shortcuts.go', { page: t(`pages.${name}`) })] as const,
    ),
  ]
  return (
    <Table aria-label={t('shortcuts.title')}>
      <Table.Tbody>
        {rows.map(([keys, label]) => (
          <Table.Tr key={label}>
            <Table.Td>{label}</Table.Td>
            <Table.Td>
              <Group gap={4} justify="flex-end" wrap="nowrap">
                {keys.map((key, index) => (
                  <Group key={key} gap={4} wrap="nowrap">
                    {index > 0 && (
                      <Text size="xs" c="dimmed">
                        {keys[0] === 'g' ? t('shortcuts.then') : t('shortcuts.plus')}
                      </Text>
                    )}
                    <Kbd>{key}</Kbd>
                  </Group>
                ))}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
