import { Alert, Anchor, Text } from '@mantine/core'
import { IconAlertTriangle, IconShieldLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSetting } from '../frame/use-setting.ts'
import { TabLink } from '../frame/tab-link.tsx'
import type { BucketPlace } from '../frame/bucket-place.ts'
import type { OutputOf } from '../../../../admin/contract.ts'

interface OverridesProps {
  readonly place: BucketPlace
  readonly visibility: OutputOf<'describeBucket'>['visibility']
}

/** What is open to everybody at this moment, and what stands above the choice. */
export function Overrides({ place, visibility }: OverridesProps) {
  const { t } = useTranslation('settings')
  const { data: block } = useSetting(place, 'publicAccessBlock')
  const isPublic = visibility === 'public-read'
  return (
    <>
      {visibility !== 'private' && (
        <Alert
          color="orange"
          icon={<IconAlertTriangle />}
          title={isPublic ? t('visibility.isPublic') : t('visibility.isPartly')}
        >
          <Text size="sm">
            {isPublic ? t('visibility.isPublicHint') : t('visibility.isPartlyHint')}{' '}
            <Anchor component={TabLink} tab="policy" size="sm">
              {t('visibility.seePolicy')}
            </Anchor>
          </Text>
        </Alert>
      )}
      {(block?.BlockPublicPolicy === true || block?.RestrictPublicBuckets === true) && (
        <Alert color="blue" icon={<IconShieldLock />} title={t('visibility.blocked')}>
          <Text size="sm">
            {block.BlockPublicPolicy === true && `${t('visibility.blockedPolicy')} `}
            {block.RestrictPublicBuckets === true && `${t('visibility.restricted')} `}
            <Anchor component={TabLink} tab="access" size="sm">
              {t('visibility.seeBlock')}
            </Anchor>
          </Text>
        </Alert>
      )}
    </>
  )
}
