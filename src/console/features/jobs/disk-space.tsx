import { Alert, Progress, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { formatBytes } from '../../lib/format.ts'

const percent = 100
/** From how much in use on one should act. */
const crowded = 90

/** How much room there is where the bytes lie. */
export function DiskSpace() {
  const { t } = useTranslation('activity')
  const query = useQuery(adminQuery('getSystem'))
  return (
    <Panel title={t('disk.title')}>
      <Queried query={query}>
        {({ disk: { path, freeBytes, totalBytes } }) => {
          const used = Math.round(((totalBytes - freeBytes) / totalBytes) * percent)
          return (
            <>
              <Progress
                value={used}
                {...(used >= crowded && { color: 'red' })}
                aria-label={t('disk.used', { percent: used })}
              />
              <Text size="sm">
                {t('disk.free', {
                  free: formatBytes(freeBytes),
                  total: formatBytes(totalBytes),
                  path,
                })}
              </Text>
              {used >= crowded && (
                <Alert color="red" icon={<IconAlertTriangle />}>
                  {t('disk.crowded')}
                </Alert>
              )}
            </>
          )
        }}
      </Queried>
    </Panel>
  )
}
