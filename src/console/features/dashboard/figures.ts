import { stepOf, type Span } from './span.ts'
import type { OutputOf } from '../../../admin/contract.ts'

export type RequestFigures = OutputOf<'getRequestStatistics'>['figures'][number]
type StorageFigures = OutputOf<'getStorageStatistics'>['figures'][number]

export interface RequestStep {
  readonly step: number
  readonly fine: number
  readonly clientErrors: number
  readonly serverErrors: number
}

/** Every step of the span, also those in which nothing was asked. */
export function requestSteps(span: Span, figures: readonly RequestFigures[]): readonly RequestStep[] {
  const found = new Map(figures.map((each) => [stepOf(span, each.group), each]))
  return span.steps.map((step) => {
    const { requests = 0, clientErrors = 0, serverErrors = 0 } = found.get(step) ?? {}
    return { step, fine: requests - clientErrors - serverErrors, clientErrors, serverErrors }
  })
}

export interface StorageStep {
  readonly step: number
  readonly bytes: number | null
  readonly objects: number | null
}

/** What was held at the end of every step; null before the first count. */
export function storageSteps(span: Span, figures: readonly StorageFigures[]): readonly StorageStep[] {
  const found = new Map(figures.map((each) => [stepOf(span, each.at), each]))
  return span.steps.map((step) => {
    const { bytes = null, objects = null } = found.get(step) ?? {}
    return { step, bytes, objects }
  })
}

export interface Totals {
  readonly requests: number
  readonly errors: number
  readonly bytesIn: number
  readonly bytesOut: number
}

export const totalsOf = (figures: readonly RequestFigures[]): Totals => ({
  requests: sum(figures, ({ requests }) => requests),
  errors: sum(figures, ({ clientErrors, serverErrors }) => clientErrors + serverErrors),
  bytesIn: sum(figures, ({ bytesIn }) => bytesIn),
  bytesOut: sum(figures, ({ bytesOut }) => bytesOut),
})

const sum = (figures: readonly RequestFigures[], of: (each: RequestFigures) => number) =>
  figures.reduce((total, each) => total + of(each), 0)
