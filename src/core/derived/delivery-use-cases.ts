import { derivedForms } from './derived-forms.ts'
import { openDelivery } from './open-delivery.ts'
import { sweepDerived } from './sweep-derived.ts'
import type { Parts } from '../parts.ts'

/** What is done for browsers: objects compressed, and as images of another size. */
export function deliveryUseCases(parts: Parts) {
  const forms = derivedForms(parts)
  return { open: openDelivery(parts, forms), sweep: sweepDerived(parts, forms) }
}
