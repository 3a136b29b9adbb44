import { audited, type AnyCall, type AuditParts } from './audited.ts'
import { callProject } from './authorise-call.ts'
import { machineContext, type AdminCalls } from './call-context.ts'
import { endpointNames, endpoints, type Admin } from './contract.ts'

/** The calls as commands on the server's machine make them, which nothing is refused; what they change is written down. */
export function asMachine(calls: AdminCalls, parts: AuditParts): Admin {
  const named = endpointNames.map((name) => {
    const { method, access } = endpoints[name]
    const call = calls[name] as AnyCall
    const act = method === 'get' ? call : audited(parts, name, call)
    return [
      name,
      async (input: Parameters<AnyCall>[0]) =>
        act(input, machineContext, await callProject(parts.core.catalog, access, input)),
    ] as const
  })
  // Each call takes and gives what its own endpoint says.
  return Object.fromEntries(named) as unknown as Admin
}
