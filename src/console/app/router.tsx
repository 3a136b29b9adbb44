import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { findSession } from '../api/session.ts'
import { NotFound } from './not-found.tsx'
import { PageProblem } from './page-problem.tsx'
import { Shell } from './shell.tsx'
import type { QueryClient } from '@tanstack/react-query'

interface RouterContext {
  readonly client: QueryClient
}

/** Search parameters that a page reads; others are dropped. */
const texts =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Readonly<Record<string, unknown>>): Partial<Record<Name, string>> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = search[name]
        return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : []
      }),
    ) as Partial<Record<Name, string>>

const root = createRootRouteWithContext<RouterContext>()({ notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: texts('back', 'problem'),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

/** All that is only for those who have signed in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    if (await findSession(context.client)) return
    // TanStack Router's redirects are thrown.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: '/sign-in', search: { back: location.href } })
  },
})

const inShell = () => shell

const pages = [
  createRoute({
    getParentRoute: inShell,
    path: '/',
    component: lazyRouteComponent(() => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/setup',
    component: lazyRouteComponent(() => import('../features/setup/setup-page.tsx'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/account',
    component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/operators',
    component: lazyRouteComponent(() => import('../features/operators/operators-page.tsx'), 'OperatorsPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/projects',
    component: lazyRouteComponent(() => import('../features/projects/projects-page.tsx'), 'ProjectsPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/projects/$project',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(() => import('../features/projects/project-page.tsx'), 'ProjectPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/projects/$project/iam',
    validateSearch: texts('tab', 'name'),
    component: lazyRouteComponent(() => import('../features/iam/iam-page.tsx'), 'IamPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/buckets',
    component: lazyRouteComponent(() => import('../features/buckets/buckets-page.tsx'), 'BucketsPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/projects/$project/buckets/$bucket',
    validateSearch: texts('prefix', 'show'),
    component: lazyRouteComponent(() => import('../features/browser/browser-page.tsx'), 'BrowserPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/projects/$project/buckets/$bucket/object',
    validateSearch: texts('key', 'versionId', 'tab'),
    component: lazyRouteComponent(() => import('../features/object/object-page.tsx'), 'ObjectPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/projects/$project/buckets/$bucket/links',
    component: lazyRouteComponent(() => import('../features/object/links-page.tsx'), 'LinksPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/projects/$project/buckets/$bucket/settings',
    validateSearch: texts('tab'),
    component: lazyRouteComponent(
      () => import('../features/bucket-settings/settings-page.tsx'),
      'SettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/logs',
    validateSearch: texts(
      'project',
      'bucket',
      'operation',
      'status',
      'prefix',
      'requestId',
      'error',
      'keyId',
      'since',
      'until',
      'live',
    ),
    component: lazyRouteComponent(() => import('../features/logs/logs-page.tsx'), 'LogsPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/audit',
    validateSearch: texts('project', 'actor', 'call', 'outcome', 'since', 'until'),
    component: lazyRouteComponent(() => import('../features/logs/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: inShell,
    path: '/jobs',
    validateSearch: texts('tab', 'project', 'bucket', 'state'),
    component: lazyRouteComponent(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
  }),
] as const

export const createConsoleRouter = (client: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([signIn, shell.addChildren(pages)]),
    basepath: '/console',
    context: { client },
    defaultErrorComponent: PageProblem,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>
  }
}
