import { Radio, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { confirmByTyping } from '../../../components/confirm-by-typing.tsx'
import { CopyField } from '../../../components/copy-field.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { Queried } from '../../../components/queried.tsx'
import { Editable, Panel } from '../frame/panel.tsx'
import { bucketOf, type PanelProps } from '../frame/bucket-place.ts'
import { useBucket, useSetting } from '../frame/use-setting.ts'
import { Overrides } from './overrides.tsx'

/** Whether everybody may read the bucket's objects. */
export function VisibilityPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.visibility')} hint={t('visibility.hint')}>
      <Queried query={useBucket(place)}>
        {({ visibility }) => (
          <Editable isEditable={place.isEditable}>
            <Stack gap="md">
              <Overrides place={place} visibility={visibility} />
              <Choice place={place} isPublic={visibility === 'public-read'} />
              {visibility === 'public-read' && (
                <CopyField label={t('visibility.address')} value={publicAddress(place)} />
              )}
            </Stack>
          </Editable>
        )}
      </Queried>
    </Panel>
  )
}

const publicAddress = ({ project, name }: PanelProps['place']) =>
  `${window.location.origin}/storage/${encodeURIComponent(project)}/${name}/…`

function Choice({ place, isPublic }: PanelProps & { readonly isPublic: boolean }) {
  const { t } = useTranslation('settings')
  const { data: block } = useSetting(place, 'publicAccessBlock')
  const change = useAdminChange('setBucketVisibility', ['describeBucket', 'getBucketSetting'])
  const set = (wanted: boolean) =>
    change.mutate(
      { ...bucketOf(place), isPublic: wanted },
      {
        onSuccess: () =>
          notifications.show({
            color: 'teal',
            message: wanted ? t('visibility.nowPublic') : t('visibility.nowPrivate'),
          }),
      },
    )
  const choose = (value: string) => {
    if (value === 'private') {
      set(false)
      return
    }
    confirmByTyping({
      title: t('visibility.publishTitle', { name: place.name }),
      children: t('visibility.publishWarning'),
      name: place.name,
      action: t('visibility.publish'),
      onConfirm: () => set(true),
    })
  }
  return (
    <Stack gap="sm">
      <Radio.Group label={t('visibility.who')} value={isPublic ? 'public' : 'private'} onChange={choose}>
        <Stack gap="sm" mt="xs">
          <Radio value="private" label={t('visibility.private')} description={t('visibility.privateHint')} />
          <Radio
            value="public"
            label={t('visibility.public')}
            description={t('visibility.publicHint')}
            disabled={block?.BlockPublicPolicy === true}
          />
        </Stack>
      </Radio.Group>
      {change.isError && <ProblemNotice error={change.error} />}
    </Stack>
  )
}
