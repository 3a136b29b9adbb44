import { Badge, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { Queried } from '../../../components/queried.tsx'
import { formatMilliseconds, formatMoment } from '../../../lib/format.ts'
import { bucketOf } from '../frame/bucket-place.ts'
import type { DeliveryLogProps } from './delivery-log-props.ts'

const colors = { delivered: 'teal', failed: 'orange', dead: 'red' } as const

/** What became of the latest attempts, newest first. */
export function LatestDeliveries({ place, to }: DeliveryLogProps) {
  const { t } = useTranslation('settings')
  const query = useQuery(adminQuery('listDeliveries', bucketOf(place)))
  return (
    <Queried query={query}>
      {({ deliveries }) => {
        const rows = deliveries
          .filter(({ destination }) => destination.startsWith(to))
          .map((delivery, id) => ({ ...delivery, id }))
        return (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {rows.length === 0 ? t('log.noneYet') : t('log.latest')}
            </Text>
            {rows.length > 0 && (
              <DataTable
                label={t('log.latestTable')}
                rows={rows}
                keyOf={({ id }) => id}
                minWidth={720}
                columns={[
                  { title: t('log.at'), cell: ({ at }) => formatMoment(at) },
                  { title: t('log.event'), cell: ({ name }) => name },
                  { title: t('log.key'), cell: ({ key }) => key },
                  { title: t('log.to'), cell: ({ destination }) => destination },
                  {
                    title: t('log.outcome'),
                    cell: ({ outcome }) => (
                      <Badge size="sm" variant="light" color={colors[outcome]}>
                        {t(`log.outcomes.${outcome}`)}
                      </Badge>
                    ),
                  },
                  {
                    title: t('log.took'),
                    cell: ({ milliseconds }) => formatMilliseconds(milliseconds),
                    align: 'right',
                  },
                  { title: t('log.problem'), cell: ({ problem }) => problem ?? '—' },
                ]}
              />
            )}
          </Stack>
        )
      }}
    </Queried>
  )
}
