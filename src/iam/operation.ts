import type { Caller, ProjectCaller } from '../core/caller.ts'
import type { Core } from '../core/create-core.ts'
import type { Parsed } from '../protocol/parsed.ts'
import type { OperationName, OperationTypes } from './model/generated.ts'

export type { OperationName } from './model/generated.ts'

export type InputOf<Name extends OperationName> = Parsed<OperationTypes[Name]['input']>

type RawOutput<Name extends OperationName> = Omit<OperationTypes[Name]['output'], '$metadata'>

/** What a handler returns: the SDK's output. What an operation without any returns is not looked at. */
export type OutputOf<Name extends OperationName> = [keyof RawOutput<Name>] extends [never]
  ? unknown
  : RawOutput<Name>

interface OperationRequest<Name extends OperationName, By extends Caller> {
  readonly input: InputOf<Name>
  readonly caller: By
  readonly core: Core
}

interface SignedRequest<Name extends OperationName> extends OperationRequest<Name, ProjectCaller> {
  /** Of the caller's project, which is what AWS calls the account. */
  readonly projectId: string
}

/** A handler sees parsed, authorised input and returns the operation's output; it never touches HTTP or XML. */
export type Handler<Name extends OperationName> = (request: SignedRequest<Name>) => Promise<OutputOf<Name>>

/** Of an operation that takes requests without signature: what they carry says who makes them. */
export type UnsignedHandler<Name extends OperationName> = (
  request: OperationRequest<Name, Caller>,
) => Promise<OutputOf<Name>>

export const operation = <Name extends OperationName>(name: Name, handle: Handler<Name>) => ({ name, handle })

export const unsignedOperation = <Name extends OperationName>(name: Name, handle: UnsignedHandler<Name>) => ({
  name,
  handle,
})
