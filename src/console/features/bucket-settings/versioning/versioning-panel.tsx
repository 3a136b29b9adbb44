import { Alert, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { confirmByTyping } from '../../../components/confirm-by-typing.tsx'
import { Queried } from '../../../components/queried.tsx'
import { Panel, Part } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { useBucket } from '../frame/use-setting.ts'
import { LockForm } from './lock-form.tsx'
import { VersioningForm } from './versioning-form.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** Whether older versions are kept, and for how long nobody may delete them. */
export function VersioningPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  const askForLock = (_: object, goOn: () => void) =>
    confirmByTyping({
      title: t('lock.askTitle', { name: place.name }),
      children: t('lock.onHint'),
      name: place.name,
      action: t('lock.switchOn'),
      onConfirm: goOn,
    })
  return (
    <Panel title={t('tabs.versioning')} hint={t('versioning.hint')}>
      <Queried query={useBucket(place)}>
        {({ versioning, objectLock }) => (
          <Stack gap="xl">
            <Part title={t('versioning.title')} hint={t('versioning.about')}>
              <SettingEditor
                place={place}
                setting="versioning"
                initial={{}}
                isFormOnly
                isPermanent
                form={(value, onChange) => (
                  <VersioningForm value={value} onChange={onChange} isLocked={objectLock} />
                )}
              />
            </Part>
            <Part title={t('lock.title')} hint={t('lock.about')}>
              {versioning === 'enabled' ? (
                <SettingEditor
                  place={place}
                  setting="objectLock"
                  initial={{}}
                  isFormOnly
                  isPermanent
                  {...(!objectLock && { beforeSave: askForLock })}
                  form={(value, onChange) => (
                    <LockForm value={value} onChange={onChange} isLocked={objectLock} />
                  )}
                />
              ) : (
                <Alert color="blue">{t('lock.needsVersions')}</Alert>
              )}
            </Part>
          </Stack>
        )}
      </Queried>
    </Panel>
  )
}
