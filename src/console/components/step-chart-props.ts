export interface StepChartProps {
  /** Bars for what is counted in each step, an area for what is so at its end. */
  readonly kind: 'bars' | 'area'
  readonly points: readonly {
    /** Of the step. */
    readonly label: string
    /** By the names of the series; null: not known. */
    readonly values: Readonly<Record<string, number | null>>
  }[]
  readonly series: readonly { readonly name: string; readonly label: string; readonly color: string }[]
  readonly formatValue: (value: number) => string
}
