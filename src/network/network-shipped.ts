import json from '../../models/network.json';
import { type NetworkSpecification, networkSpecificationRead } from './network-specification.ts';

/** The specification of the network that is shipped, as its file has it. */
export const SHIPPED_JSON: unknown = json;

export function specificationShipped(): NetworkSpecification {
  return networkSpecificationRead(SHIPPED_JSON);
}
