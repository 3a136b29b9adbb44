import { Skeleton, Table, Text, VisuallyHidden } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepChartProps } from './step-chart-props.ts'

const StepChart = lazy(() => import('./step-chart.tsx').then(({ StepChart: it }) => ({ default: it })))

type TimeChartProps = StepChartProps & { readonly label: string }

/** A chart for those who see it, and a table of the same for those who do not. */
export function TimeChart({ label, ...chart }: TimeChartProps) {
  const { t } = useTranslation()
  if (chart.points.length === 0)
    return (
      <Text size="sm" c="dimmed" py="xl" ta="center">
        {t('chart.nothing')}
      </Text>
    )
  return (
    <>
      <div aria-hidden>
        <Suspense fallback={<Skeleton h={220} />}>
          <StepChart {...chart} />
        </Suspense>
      </div>
      <VisuallyHidden>
        <StepTable label={label} {...chart} />
      </VisuallyHidden>
    </>
  )
}

function StepTable({ label, points, series, formatValue }: Omit<TimeChartProps, 'kind'>) {
  const { t } = useTranslation()
  return (
    <Table aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('chart.time')}</Table.Th>
          {series.map(({ name, label: title }) => (
            <Table.Th key={name} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {points.map(({ label: step, values }) => (
          <Table.Tr key={step}>
            <Table.Th scope="row">{step}</Table.Th>
            {series.map(({ name }) => {
              const value = values[name] ?? null
              return (
                <Table.Td key={name}>{value === null ? t('chart.unknown') : formatValue(value)}</Table.Td>
              )
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
