import { getRouteApi } from '@tanstack/react-router'

export const tabNames = ['preview', 'details', 'versions', 'protection', 'share'] as const
export type TabName = (typeof tabNames)[number]

const route = getRouteApi('/shell/projects/$project/buckets/$bucket/object')

export function useObjectTab(): TabName {
  const { tab } = route.useSearch()
  return tabNames.find((name) => name === tab) ?? 'preview'
}
