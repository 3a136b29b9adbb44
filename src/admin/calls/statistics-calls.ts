import { isoTime } from '../../lib/iso-time.ts'
import { projectName } from '../project-names.ts'
import { reachedProjects } from '../reached-projects.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { RequestFigures } from '../../core/request-log/request-log.ts'

const dayMs = 86_400_000

export const statisticsCalls = ({
  requests,
  catalog,
  clock,
}: Pick<Core, 'requests' | 'catalog' | 'clock'>) => {
  const spanOf = ({
    since,
    until,
  }: {
    readonly since?: string | undefined
    readonly until?: string | undefined
  }) => ({
    since: since === undefined ? clock.now() - dayMs : Date.parse(since),
    until: until === undefined ? clock.now() : Date.parse(until),
  })
  return {
    getRequestStatistics: async (input: InputOf<'getRequestStatistics'>, { actor }: CallContext) => {
      const projectIds = await reachedProjects(catalog, actor, input.project)
      const { operation, by = 'hour' } = input
      const figures = await requests.statistics({ projectIds, operation, by, ...spanOf(input) })
      return { figures: await Promise.all(figures.map((each) => figuresOutput(catalog, each, by))) }
    },
    getStorageStatistics: async (input: InputOf<'getStorageStatistics'>, { actor }: CallContext) => {
      const projectIds = await reachedProjects(catalog, actor, input.project)
      const figures = await requests.stored({ projectIds, ...spanOf(input) })
      return { figures: figures.map(({ at, ...held }) => ({ at: isoTime(at), ...held })) }
    },
  }
}

async function figuresOutput(
  catalog: Core['catalog'],
  { group, milliseconds, ...figures }: RequestFigures,
  by: NonNullable<InputOf<'getRequestStatistics'>['by']>,
) {
  const name = typeof group === 'number' ? isoTime(group) : group
  return {
    ...figures,
    group: by === 'project' ? await projectName(catalog, name) : name,
    meanMs: milliseconds / figures.requests,
  }
}
