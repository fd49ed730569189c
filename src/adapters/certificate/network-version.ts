import { sha256 } from '../../../models/batsign-unet.json';

/** SHA-256 of the weights of the network that is shipped. */
export const NETWORK_VERSION: string = sha256;
