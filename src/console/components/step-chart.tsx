import '@mantine/charts/styles.css'
import { AreaChart, BarChart } from '@mantine/charts'
import type { StepChartProps } from './step-chart-props.ts'

/** The table beside it is what keyboards and screen readers get. */
const unfocused = { accessibilityLayer: false, tabIndex: -1 }

/** Draws steps in time; loaded when the first chart is shown. */
export function StepChart({ kind, points, series, formatValue }: StepChartProps) {
  const common = {
    h: 220,
    data: points.map(({ label, values }) => ({ label, ...values })),
    dataKey: 'label',
    series: series.map((each) => ({ ...each })),
    valueFormatter: formatValue,
    withLegend: series.length > 1,
    legendProps: { itemSorter: null },
    yAxisProps: { width: 72, allowDecimals: false },
    tickLine: 'none' as const,
  }
  return kind === 'bars' ? (
    <BarChart {...common} type="stacked" barChartProps={unfocused} />
  ) : (
    <AreaChart {...common} curveType="linear" withDots={points.length === 1} areaChartProps={unfocused} />
  )
}
