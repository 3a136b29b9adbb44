import '@mantine/charts/styles.css'
import { AreaChart, BarChart } from '@mantine/charts'
import { Table, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../../lib/format.ts'
import type { Span } from './span.ts'

interface TimeSeries {
  /** A member of the points. */
  readonly name: string
  readonly label: string
  readonly color: string
}

/** What was so at a moment (ISO 8601), by the names of the series. */
type TimePoint = Readonly<Record<string, string | number>> & { readonly at: string }

interface TimeChartProps {
  readonly label: string
  readonly kind: 'bars' | 'area'
  readonly span: Span
  readonly points: readonly TimePoint[]
  readonly series: readonly TimeSeries[]
  readonly format: (value: number) => string
}

/** The table tells what the keyboard would find in the drawing. */
const unfocused = { accessibilityLayer: false, tabIndex: -1 }

const momentStyles = {
  day: { hour: '2-digit', minute: '2-digit' },
  week: { weekday: 'short', hour: '2-digit' },
  month: { day: 'numeric', month: 'short' },
} as const satisfies Record<Span, Intl.DateTimeFormatOptions>

/** Figures over time, drawn; and as a table for those who do not see it. */
export function TimeChart({ label, kind, span, points, series, format }: TimeChartProps) {
  const { t, i18n } = useTranslation('projects')
  if (points.length === 0)
    return (
      <Text size="sm" c="dimmed" py="xl" ta="center">
        {t('statistics.nothing')}
      </Text>
    )
  const shortMoment = new Intl.DateTimeFormat(i18n.language, momentStyles[span])
  const common = {
    h: 220,
    dataKey: 'when',
    data: points.map((point) => ({ ...point, when: shortMoment.format(new Date(point.at)) })),
    series: [...series],
    valueFormatter: format,
    withLegend: series.length > 1,
    'aria-hidden': true,
  }
  return (
    <div>
      {kind === 'bars' ? (
        <BarChart {...common} type="stacked" barChartProps={unfocused} />
      ) : (
        <AreaChart {...common} curveType="linear" withDots={points.length === 1} areaChartProps={unfocused} />
      )}
      <VisuallyHidden>
        <PointsTable label={label} points={points} series={series} format={format} />
      </VisuallyHidden>
    </div>
  )
}

type PointsTableProps = Pick<TimeChartProps, 'label' | 'points' | 'series' | 'format'>

function PointsTable({ label, points, series, format }: PointsTableProps) {
  const { t } = useTranslation('projects')
  return (
    <Table>
      <Table.Caption>{label}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('statistics.moment')}</Table.Th>
          {series.map((each) => (
            <Table.Th key={each.name} scope="col">
              {each.label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {points.map((point) => (
          <Table.Tr key={point.at}>
            <Table.Th scope="row">{formatMoment(point.at)}</Table.Th>
            {series.map(({ name }) => (
              <Table.Td key={name}>{format(Number(point[name] ?? 0))}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
