import { Box, Button, Center, Flex, Loader } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../api/session.ts'
import { Page } from '../../components/page.tsx'
import { Queried } from '../../components/queried.tsx'
import { Problem } from '../../api/problem.ts'
import { GoneBucket } from './gone-bucket.tsx'
import { useBucket } from './frame/use-setting.ts'
import { findPanel, panels } from './panels.ts'
import { SettingsNav } from './settings-nav.tsx'

const route = '/shell/projects/$project/buckets/$bucket/settings'

/** All that is set on a bucket. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { project, bucket: name } = useParams({ from: route })
  const { tab } = useSearch({ from: route })
  const place = { name, project, isEditable: mayChange(useSession(), project) }
  const query = useBucket(place)
  const current = findPanel(tab)
  const { component: Shown } = panels[current]
  if (isGone(query.error)) return <GoneBucket name={name} />
  return (
    <Page
      title={t('page.title', { name })}
      hint={t('page.hint', { project })}
      actions={
        <Button
          variant="default"
          size="sm"
          leftSection={<IconFolderOpen size={16} />}
          renderRoot={(props) => (
            <Link to="/projects/$project/buckets/$bucket" params={{ project, bucket: name }} {...props} />
          )}
        >
          {t('page.browse')}
        </Button>
      }
    >
      <Queried query={query}>
        {({ settings }) => (
          <Flex gap="lg" direction={{ base: 'column', sm: 'row' }} align="stretch">
            <SettingsNav current={current} present={settings} />
            <Box style={{ flex: 1 }} miw={0}>
              <Suspense fallback={<Loading />}>
                <Shown key={current} place={place} />
              </Suspense>
            </Box>
          </Flex>
        )}
      </Queried>
    </Page>
  )
}

const isGone = (error: unknown) => error instanceof Problem && error.code === 'NoSuchBucket'

const Loading = () => (
  <Center p="xl">
    <Loader />
  </Center>
)
