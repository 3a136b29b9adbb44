import { hash } from 'node:crypto'
import { S3Error } from '../errors.ts'
import { newTotpSecret, totpStep, totpUrl } from '../../lib/totp.ts'
import type { Operator, SecondFactor } from './operator.ts'
import type { OperatorChanges } from './operator-store.ts'
import type { Parts } from '../parts.ts'

type FactorParts = Pick<Parts, 'metadata' | 'clock' | 'ids'>

const issuer = 'Seau'
const recoveryCodes = 10
const recoveryBytes = 8

/** Makes a secret for an authenticator app, asked for only once `confirmFactor` has seen a code of it. */
export const beginFactor =
  ({ metadata }: FactorParts) =>
  (operatorId: string): Promise<{ readonly secret: string; readonly url: string }> =>
    metadata.transaction(async ({ operators }) => {
      const operator = await getOperator(operators, operatorId)
      if (operator.secondFactor?.isConfirmed)
        throw new S3Error('EntityAlreadyExists', { message: 'There is a second factor already.' })
      const secret = newTotpSecret()
      const secondFactor = { secret, isConfirmed: false, lastStep: 0, recoveryHashes: [] }
      await operators.put({ ...operator, secondFactor })
      return { secret, url: totpUrl(secret, { issuer, account: operator.name }) }
    })

/** Has the second factor asked for from now on; the recovery codes are shown only here. Throws InvalidAuthenticationCode. */
export const confirmFactor =
  ({ metadata, clock, ids }: FactorParts) =>
  (operatorId: string, code: string): Promise<readonly string[]> =>
    metadata.transaction(async ({ operators }) => {
      const operator = await getOperator(operators, operatorId)
      const { secondFactor } = operator
      if (!secondFactor || secondFactor.isConfirmed) throw wrongCode()
      const step = totpStep(secondFactor.secret, code, clock.now())
      if (step === undefined) throw wrongCode()
      const codes = Array.from({ length: recoveryCodes }, () => ids.hex(recoveryBytes))
      const recoveryHashes = codes.map(hashOf)
      await operators.put({
        ...operator,
        secondFactor: { ...secondFactor, isConfirmed: true, lastStep: step, recoveryHashes },
      })
      return codes
    })

/** Throws InvalidAuthenticationCode. */
export const dropFactor =
  (parts: FactorParts) =>
  async (operatorId: string, code: string): Promise<void> => {
    await useCode(parts)(operatorId, code)
    await parts.metadata.transaction(async ({ operators }) =>
      operators.put({ ...(await getOperator(operators, operatorId)), secondFactor: undefined }),
    )
  }

/** Uses a code up, where the operator has a second factor. Throws InvalidAuthenticationCode. */
export const useCode =
  ({ metadata, clock }: Pick<FactorParts, 'metadata' | 'clock'>) =>
  (operatorId: string, code: string | undefined): Promise<void> =>
    metadata.transaction(async ({ operators }) => {
      const operator = await getOperator(operators, operatorId)
      const { secondFactor } = operator
      if (!secondFactor?.isConfirmed) return
      if (code === undefined) throw wrongCode()
      await operators.put({ ...operator, secondFactor: afterUse(secondFactor, code, clock.now()) })
    })

/** Throws InvalidAuthenticationCode, for a code that was used before too. */
function afterUse(factor: SecondFactor, code: string, now: number): SecondFactor {
  const step = totpStep(factor.secret, code, now)
  if (step !== undefined && step > factor.lastStep) return { ...factor, lastStep: step }
  const recoveryHashes = factor.recoveryHashes.filter((known) => known !== hashOf(code))
  if (recoveryHashes.length === factor.recoveryHashes.length) throw wrongCode()
  return { ...factor, recoveryHashes }
}

/** Throws NoSuchEntity. */
async function getOperator(operators: OperatorChanges, id: string): Promise<Operator> {
  const operator = await operators.find(id)
  if (operator) return operator
  throw new S3Error('NoSuchEntity', { message: 'There is no such operator any more.' })
}

const wrongCode = () => new S3Error('InvalidAuthenticationCode')
const hashOf = (code: string) => hash('sha256', code)
