import { Link } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

interface TabLinkProps extends Omit<ComponentPropsWithRef<'a'>, 'href' | 'target'> {
  /** A room of the settings. */
  readonly tab: string
}

/** Leads to another room of the same bucket's settings. */
export const TabLink = ({ tab, ...props }: TabLinkProps) => (
  <Link from="/projects/$project/buckets/$bucket/settings" to="." search={{ tab }} {...props} />
)
