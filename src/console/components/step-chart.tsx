import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import type { StepChartProps } from './step-chart-props.ts'

const height = 220

/** Draws steps in time; loaded when the first chart is shown. */
export const StepChart = ({ points, series, formatValue }: StepChartProps) => (
  <BarChart
    h={height}
    type="stacked"
    data={points.map(({ label, values }) => ({ label, ...values }))}
    dataKey="label"
    series={series.map((each) => ({ ...each }))}
    valueFormatter={formatValue}
    withLegend={series.length > 1}
    legendProps={{ itemSorter: null }}
    yAxisProps={{ width: 72, allowDecimals: false }}
    tickLine="none"
    // The table beside it is what keyboards and screen readers get.
    accessibilityLayer={false}
  />
)
