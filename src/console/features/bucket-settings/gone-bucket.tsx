import { Button } from '@mantine/core'
import { IconBucketOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'

/** In place of a bucket that is no longer there, or never was. */
export function GoneBucket({ name }: { readonly name: string }) {
  const { t } = useTranslation('settings')
  return (
    <Page title={name}>
      <EmptyState
        icon={IconBucketOff}
        title={t('page.gone')}
        action={
          <Button variant="default" renderRoot={(props) => <Link to="/buckets" {...props} />}>
            {t('page.toBuckets')}
          </Button>
        }
      >
        {t('page.goneHint')}
      </EmptyState>
    </Page>
  )
}
