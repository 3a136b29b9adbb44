export interface StepChartProps {
  readonly points: readonly {
    /** Of the step. */
    readonly label: string
    /** By the names of the series; null: not known. */
    readonly values: Readonly<Record<string, number | null>>
  }[]
  readonly series: readonly { readonly name: string; readonly label: string; readonly color: string }[]
  readonly formatValue: (value: number) => string
}
