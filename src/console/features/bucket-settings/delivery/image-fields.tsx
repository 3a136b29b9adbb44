import { Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { defined, type DeliveryFieldsProps } from './delivery.ts'
import { ImageSpecFields } from './image-spec-fields.tsx'
import { PresetList } from './preset-list.tsx'

const onUploadFirst = { width: 2000, height: 2000, fit: 'inside', quality: 85 } as const

/** Images by name, and what pictures become that are uploaded. */
export function ImageFields({ value, onChange }: DeliveryFieldsProps) {
  const { t } = useTranslation('settings')
  const { presets = {}, onlyPresets = false, onUpload } = value
  return (
    <Stack gap="md">
      <PresetList
        presets={presets}
        onChange={(changed) =>
          onChange(defined({ ...value, presets: Object.keys(changed).length === 0 ? undefined : changed }))
        }
      />
      <Switch
        label={t('images.onlyPresets')}
        description={t('images.onlyPresetsHint')}
        checked={onlyPresets}
        onChange={(event) =>
          onChange(defined({ ...value, onlyPresets: event.currentTarget.checked || undefined }))
        }
      />
      <Switch
        label={t('images.onUpload')}
        description={t('images.onUploadHint')}
        checked={onUpload !== undefined}
        onChange={(event) =>
          onChange(defined({ ...value, onUpload: event.currentTarget.checked ? onUploadFirst : undefined }))
        }
      />
      {onUpload && (
        <ImageSpecFields
          image={onUpload}
          isStored
          onChange={(image) => onChange(defined({ ...value, onUpload: image }))}
        />
      )}
    </Stack>
  )
}
