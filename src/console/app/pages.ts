import {
  IconBucket,
  IconClipboardList,
  IconClockPlay,
  IconFolders,
  IconLayoutDashboard,
  IconListSearch,
  IconUserCircle,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import type { Session } from '../api/session.ts'

interface ConsolePage {
  /** Its name in the catalogue, too. */
  readonly name: string
  readonly to: '/' | '/projects' | '/buckets' | '/logs' | '/audit' | '/jobs' | '/operators' | '/account'
  readonly icon: Icon
  /** Pressed after `g`. */
  readonly key: string
  /** Whether it is reached by the menu of the person instead of the navigation. */
  readonly isPersonal?: true
  /** Without it: everybody who has signed in. */
  readonly isFor?: (session: Session) => boolean
}

const operators = ({ role }: Session) => role === 'operator'

/** The pages that can be gone to from everywhere: navigation, palette and shortcuts are drawn from this table. */
const pages: readonly ConsolePage[] = [
  { name: 'dashboard', to: '/', icon: IconLayoutDashboard, key: 'd' },
  { name: 'projects', to: '/projects', icon: IconFolders, key: 'p' },
  { name: 'buckets', to: '/buckets', icon: IconBucket, key: 'b' },
  { name: 'logs', to: '/logs', icon: IconListSearch, key: 'l' },
  { name: 'audit', to: '/audit', icon: IconClipboardList, key: 'a' },
  { name: 'jobs', to: '/jobs', icon: IconClockPlay, key: 'j', isFor: operators },
  { name: 'operators', to: '/operators', icon: IconUsers, key: 'o', isFor: operators },
  { name: 'account', to: '/account', icon: IconUserCircle, key: 'm', isPersonal: true },
]

export const pagesFor = (session: Session): readonly ConsolePage[] =>
  pages.filter(({ isFor }) => isFor?.(session) ?? true)

/** The page whose part of the console an address (below /console) is in. */
export const findPage = (pathname: string): ConsolePage | undefined =>
  pages.find(({ to }) => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)))
