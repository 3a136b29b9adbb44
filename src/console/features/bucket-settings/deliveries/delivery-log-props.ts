import type { PanelProps } from '../frame/bucket-place.ts'

/** How events are told from copies, by the beginning of their destination. */
export interface DeliveryLogProps extends PanelProps {
  readonly to: 'notify' | 'replicate'
}
