import { Button, Text } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../../api/session.ts'
import { openForm } from '../../../components/form-modal.tsx'
import { Facts } from '../facts.tsx'
import { TagsForm } from './tags-form.tsx'
import type { ObjectProps } from '../described-object.ts'

export function TagFacts({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const isEditable = mayChange(useSession(), place.project)
  const edit = () =>
    openForm({
      title: t('tags.edit'),
      size: 'lg',
      form: (close) => <TagsForm place={place} object={object} onDone={close} />,
    })
  return (
    <Facts
      title={t('tags.title')}
      facts={object.tags.map(({ key, value }) => [key, value])}
      empty={
        <Text size="sm" c="dimmed">
          {t('tags.hint')}
        </Text>
      }
      action={
        isEditable && (
          <Button size="xs" variant="default" leftSection={<IconTag size={14} />} onClick={edit}>
            {t('tags.edit')}
          </Button>
        )
      }
    />
  )
}
