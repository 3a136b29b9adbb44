import { Skeleton, Table, VisuallyHidden } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepChartProps } from './step-chart-props.ts'

const StepChart = lazy(() => import('./step-chart.tsx').then(({ StepChart: it }) => ({ default: it })))

type TimeChartProps = StepChartProps & { readonly label: string }

/** A chart for those who see it, and a table of the same for those who do not. */
export const TimeChart = ({ label, ...chart }: TimeChartProps) => (
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

function StepTable({ label, points, series, formatValue }: TimeChartProps) {
  const { t } = useTranslation('dashboard')
  return (
    <Table aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('time')}</Table.Th>
          {series.map(({ name, label: title }) => (
            <Table.Th key={name}>{title}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {points.map(({ label: step, values }) => (
          <Table.Tr key={step}>
            <Table.Td>{step}</Table.Td>
            {series.map(({ name }) => {
              const value = values[name] ?? null
              return <Table.Td key={name}>{value === null ? t('unknown') : formatValue(value)}</Table.Td>
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
