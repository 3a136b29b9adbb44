import { settingsAccess } from './settings/access.ts'
import { settingsEvents } from './settings/events.ts'
import { settingsFrame } from './settings/frame.ts'
import { settingsGeneral } from './settings/general.ts'
import { settingsMore } from './settings/more.ts'
import { settingsServing } from './settings/serving.ts'
import { settingsVersions } from './settings/versions.ts'

export const settings = {
  ...settingsFrame,
  ...settingsGeneral,
  ...settingsAccess,
  ...settingsVersions,
  ...settingsServing,
  ...settingsEvents,
  ...settingsMore,
} as const
