import { Anchor, Badge, Code, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconCircleCheck, IconCircleOff, IconClockX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatAgo, formatMoment } from '../../../lib/format.ts'

interface KeyLife {
  readonly status: 'active' | 'disabled'
  readonly expiresAt: string | null
}

const isOver = ({ expiresAt }: KeyLife) => expiresAt !== null && Date.parse(expiresAt) <= Date.now()

interface KeyNameProps {
  /** May be empty. */
  readonly name: string
  readonly id: string
}

export const KeyName = ({ name, id }: KeyNameProps) => (
  <Stack gap={2} align="flex-start">
    {name !== '' && (
      <Text size="sm" fw={500}>
        {name}
      </Text>
    )}
    <Code>{id}</Code>
  </Stack>
)

/** Whether a key works. */
export function KeyStatus(life: KeyLife) {
  const { t } = useTranslation('projects')
  if (isOver(life))
    return (
      <Badge color="gray" variant="light" leftSection={<IconClockX size={12} />}>
        {t('key.expired')}
      </Badge>
    )
  return life.status === 'active' ? (
    <Badge color="green" variant="light" leftSection={<IconCircleCheck size={12} />}>
      {t('key.active')}
    </Badge>
  ) : (
    <Badge color="orange" variant="light" leftSection={<IconCircleOff size={12} />}>
      {t('key.disabled')}
    </Badge>
  )
}

/** What a key may do: all, or what its policy says. */
export function KeyReach({ policy, label }: { readonly policy: string | null; readonly label: string }) {
  const { t } = useTranslation('projects')
  if (policy === null) return <Text size="sm">{t('key.unlimited')}</Text>
  const show = () => {
    modals.open({
      title: t('key.policyOf', { key: label }),
      size: 'lg',
      children: (
        <Code block tabIndex={0} mah="60vh" style={{ overflow: 'auto' }}>
          {JSON.stringify(JSON.parse(policy), undefined, 2)}
        </Code>
      ),
    })
  }
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      onClick={show}
      aria-label={`${t('key.limited')}: ${label}`}
    >
      {t('key.limited')}
    </Anchor>
  )
}

/** A moment as it is told in a table; the exact one is its title. */
export function Moment({ at }: { readonly at: string | null }) {
  const { t } = useTranslation()
  if (at === null) return <Text size="sm">{t('never')}</Text>
  return (
    <Text size="sm" component="time" dateTime={at} title={formatMoment(at)}>
      {formatAgo(at)}
    </Text>
  )
}
