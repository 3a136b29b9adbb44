import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../../api/session.ts'
import { openForm } from '../../../components/form-modal.tsx'
import { Facts } from '../facts.tsx'
import { MetadataForm } from './metadata-form.tsx'
import type { ObjectProps } from '../described-object.ts'

/** The headers that an object is answered with. Those of older versions stay as they are. */
export function ContentFacts({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const isEditable = mayChange(useSession(), place.project) && place.versionId === undefined
  const headers = [
    [t('headers.contentType'), object.contentType],
    [t('headers.cacheControl'), object.cacheControl],
    [t('headers.contentDisposition'), object.contentDisposition],
    [t('headers.contentEncoding'), object.contentEncoding],
    [t('headers.contentLanguage'), object.contentLanguage],
  ] as const
  const metadata = Object.entries(object.userMetadata).map(
    ([name, value]) => [`x-amz-meta-${name}`, value] as const,
  )
  const edit = () =>
    openForm({
      title: t('headers.edit'),
      size: 'lg',
      form: (close) => <MetadataForm place={place} object={object} onDone={close} />,
    })
  return (
    <Facts
      title={t('headers.title')}
      facts={[...headers.map(([name, value]) => [name, value ?? '—'] as const), ...metadata]}
      action={
        isEditable && (
          <Button size="xs" variant="default" leftSection={<IconPencil size={14} />} onClick={edit}>
            {t('headers.edit')}
          </Button>
        )
      }
    />
  )
}
