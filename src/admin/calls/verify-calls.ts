import { S3Error } from '../../core/errors.ts'
import type { InputOf, OutputOf } from '../contract.ts'
import type { Core } from '../../core/create-core.ts'
import type { Verification } from '../../core/maintenance/verification.ts'

interface VerifyParts {
  readonly core: Pick<Core, 'maintenance'>
  readonly onFault: (error: unknown) => void
  readonly signal: AbortSignal
}

const fresh = { progress: null, report: null, problem: null }

type VerifyState = OutputOf<'getVerify'>

/** One verification at a time, and the memory of the newest one. */
export function verifyCalls({ core, onFault, signal }: VerifyParts) {
  let state: VerifyState = { state: 'idle', ...fresh }

  const run = async ({ deep, repair, dropLost }: InputOf<'startVerify'>): Promise<void> => {
    try {
      const report = await core.maintenance.verify({
        isDeep: deep ?? false,
        isRepair: repair ?? false,
        dropsLost: dropLost ?? false,
        signal,
        onProgress: (progress) => {
          state = { ...state, progress }
        },
      })
      state = { ...state, state: 'done', report: reportOutput(report) }
    } catch (error) {
      state = { ...state, state: 'failed', problem: String(error) }
      if (!signal.aborted) onFault(error)
    }
  }
  return {
    startVerify: (input: InputOf<'startVerify'>): Promise<VerifyState> => {
      if (state.state === 'running') {
        return Promise.reject(
          new S3Error('OperationAborted', { message: 'A verification is under way already.' }),
        )
      }
      state = { state: 'running', ...fresh }
      void run(input)
      return Promise.resolve(state)
    },
    getVerify: (): Promise<VerifyState> => Promise.resolve(state),
  }
}

const reportOutput = (report: Verification): NonNullable<VerifyState['report']> => ({
  ...report,
  lost: report.lost.map(({ versionId, uploadId, annotation, ...lost }) => ({
    ...lost,
    versionId: versionId ?? null,
    uploadId: uploadId ?? null,
    annotation: annotation ?? null,
  })),
  orphans: [...report.orphans],
  usage: [...report.usage],
})
