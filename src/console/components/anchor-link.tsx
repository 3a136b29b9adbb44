import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type OfAnchor = Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>
type OfButton = Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>

/** A link to a page of the console. */
export const AnchorLink = createLink((props: AnchorProps & OfAnchor) => <Anchor {...props} />)

/** The same, drawn as a button. */
export const ButtonLink = createLink((props: ButtonProps & OfButton) => <Button component="a" {...props} />)
