import { createTheme, Menu, type CSSVariablesResolver } from '@mantine/core'
import i18next from 'i18next'

/** Data-dense: small controls, little room, one colour. */
export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: 9,
  autoContrast: true,
  // Where black and white have the same contrast.
  luminanceThreshold: 0.18,
  defaultRadius: 'sm',
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Its placeholder for the focus is no item of the menu.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Notification: {
      defaultProps: () => ({ closeButtonProps: { 'aria-label': i18next.t('actions.close') } }),
    },
  },
})

/** Of buttons under the pointer: darker, not lighter, so that white words stay readable. */
const darkHover = {
  '--mantine-color-cyan-filled-hover': 'color-mix(in srgb, var(--mantine-color-cyan-9) 85%, black)',
}

/** Mantine's own are below the contrast of 4.5 that WCAG asks for. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    ...Object.fromEntries(Object.keys(colors).map(darkText)),
    ...darkHover,
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    ...darkHover,
  },
})

/** On the light background of the same colour, as in badges and notices. */
const darkText = (color: string): readonly [name: string, value: string] => [
  `--mantine-color-${color}-light-color`,
  `color-mix(in srgb, var(--mantine-color-${color}-9) 70%, black)`,
]
