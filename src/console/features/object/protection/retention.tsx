import { Badge, Button, Group, Text } from '@mantine/core'
import { IconClockShield } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../../api/session.ts'
import { openForm } from '../../../components/form-modal.tsx'
import { Panel } from '../../../components/panel.tsx'
import { formatAgo, formatMoment } from '../../../lib/format.ts'
import { RetentionForm } from './retention-form.tsx'
import type { ObjectProps } from '../described-object.ts'

export function Retention({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const { retention } = object
  const isAllowed = mayChange(useSession(), place.project)
  const edit = () =>
    openForm({
      title: t('retention.edit'),
      form: (close) => <RetentionForm place={place} object={object} onDone={close} />,
    })
  return (
    <Panel
      title={t('retention.title')}
      hint={t('retention.hint')}
      actions={
        isAllowed && (
          <Button size="xs" variant="default" leftSection={<IconClockShield size={16} />} onClick={edit}>
            {t('retention.edit')}
          </Button>
        )
      }
    >
      {retention ? (
        <Group gap="xs">
          <Badge variant="light" color={retention.mode === 'COMPLIANCE' ? 'red' : 'yellow'}>
            {t(`retention.${retention.mode}`)}
          </Badge>
          <Text size="sm">
            {t('retention.until', { when: formatMoment(retention.until), ago: formatAgo(retention.until) })}
          </Text>
        </Group>
      ) : (
        <Text size="sm">{t('retention.none')}</Text>
      )}
    </Panel>
  )
}
