import {
  IconAdjustments,
  IconArrowsLeftRight,
  IconBell,
  IconClockHour4,
  IconCopy,
  IconFileText,
  IconGavel,
  IconHistory,
  IconInfoCircle,
  IconLock,
  IconPhoto,
  IconShieldLock,
  IconTag,
  IconWorld,
  IconWorldWww,
  type Icon,
} from '@tabler/icons-react'
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { PanelProps } from './frame/bucket-place.ts'
import type { SettingName } from '../../../admin/contract/bucket-settings.ts'

interface PanelEntry {
  readonly icon: Icon
  /** The settings that it is about: it is marked when the bucket has one of them. */
  readonly settings: readonly SettingName[]
  readonly component: LazyExoticComponent<ComponentType<PanelProps>>
}

const panel = (
  icon: Icon,
  settings: readonly SettingName[],
  load: () => Promise<ComponentType<PanelProps>>,
) => ({ icon, settings, component: lazy(async () => ({ default: await load() })) }) satisfies PanelEntry

/** The rooms of the settings in their order; each is loaded when it is visited. */
// prettier-ignore
export const panels = {
  general: panel(IconInfoCircle, [], async () => (await import('./general/general-panel.tsx')).GeneralPanel),
  visibility: panel(IconWorld, [], async () => (await import('./visibility/visibility-panel.tsx')).VisibilityPanel),
  policy: panel(IconGavel, ['policy'], async () => (await import('./policy/policy-panel.tsx')).PolicyPanel),
  access: panel(IconShieldLock, ['publicAccessBlock', 'ownership'], async () => (await import('./access/access-panel.tsx')).AccessPanel),
  versioning: panel(IconHistory, ['versioning', 'objectLock'], async () => (await import('./versioning/versioning-panel.tsx')).VersioningPanel),
  lifecycle: panel(IconClockHour4, ['lifecycle'], async () => (await import('./lifecycle/lifecycle-panel.tsx')).LifecyclePanel),
  encryption: panel(IconLock, ['encryption'], async () => (await import('./encryption/encryption-panel.tsx')).EncryptionPanel),
  cors: panel(IconArrowsLeftRight, ['cors'], async () => (await import('./cors/cors-panel.tsx')).CorsPanel),
  delivery: panel(IconPhoto, [], async () => (await import('./delivery/delivery-panel.tsx')).DeliveryPanel),
  notifications: panel(IconBell, ['notifications'], async () => (await import('./notifications/notifications-panel.tsx')).NotificationsPanel),
  replication: panel(IconCopy, ['replication'], async () => (await import('./replication/replication-panel.tsx')).ReplicationPanel),
  website: panel(IconWorldWww, ['website'], async () => (await import('./website/website-panel.tsx')).WebsitePanel),
  logging: panel(IconFileText, ['logging'], async () => (await import('./logging/logging-panel.tsx')).LoggingPanel),
  tags: panel(IconTag, ['tags'], async () => (await import('./tags/tags-panel.tsx')).TagsPanel),
  more: panel(IconAdjustments, ['requestPayment', 'acceleration', 'abac', 'metrics', 'inventory', 'analytics', 'tiering'], async () => (await import('./more/more-panel.tsx')).MorePanel),
} as const satisfies Readonly<Record<string, PanelEntry>>

export type PanelName = keyof typeof panels

export const panelNames = Object.keys(panels) as readonly PanelName[]

export const findPanel = (name: string | undefined): PanelName =>
  panelNames.find((each) => each === name) ?? 'general'
