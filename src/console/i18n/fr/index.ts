import { activity } from './activity.ts'
import { browser } from './browser.ts'
import { common } from './common.ts'
import { dashboard } from './dashboard.ts'
import { iam } from './iam.ts'
import { object } from './object.ts'
import { projects } from './projects.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'

export const fr = { activity, browser, common, dashboard, iam, object, projects, settings, shell }
