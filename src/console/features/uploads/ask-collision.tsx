import { Button, Group, List, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Collision } from './plan-uploads.ts'

const mostShown = 5

/** Asks what becomes of files whose names are taken; undefined when the question is closed. */
export const askCollision = (taken: readonly string[]) =>
  new Promise<Collision | undefined>((resolve) => {
    const id = modals.open({
      title: i18next.t('collision.title', { ns: 'browser', count: taken.length }),
      onClose: () => {
        resolve(undefined)
      },
      children: (
        <CollisionChoice
          taken={taken}
          onChoice={(choice) => {
            resolve(choice)
            modals.close(id)
          }}
        />
      ),
    })
  })

interface ChoiceProps {
  readonly taken: readonly string[]
  readonly onChoice: (choice: Collision) => void
}

function CollisionChoice({ taken, onChoice }: ChoiceProps) {
  const { t } = useTranslation('browser')
  const hidden = taken.length - mostShown
  return (
    <Stack>
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {taken.slice(0, mostShown).map((key) => (
          <List.Item key={key}>{key}</List.Item>
        ))}
      </List>
      {hidden > 0 && <Text size="sm">{t('collision.more', { count: hidden })}</Text>}
      <Text size="sm" c="dimmed">
        {t('collision.hint')}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => onChoice('skip')}>
          {t('collision.skip')}
        </Button>
        <Button variant="default" onClick={() => onChoice('replace')}>
          {t('collision.replace')}
        </Button>
        <Button data-autofocus onClick={() => onChoice('keepBoth')}>
          {t('collision.keepBoth')}
        </Button>
      </Group>
    </Stack>
  )
}
