import { FINDINGS } from '../../../../src/domain/findings/finding.ts';
import {
  type NetworkSpecification,
  networkSpecificationRead,
} from '../../../../src/network/network-specification.ts';

export const HEIGHT = 16;
export const WIDTH = 8;

/** As the shipped one, but two levels deep and a few channels wide. */
export const TINY_JSON = {
  name: 'tiny',
  version: 1,
  input: { geometry: 'polar', height: HEIGHT, width: WIDTH, channels: 1 },
  classes: FINDINGS,
  layers: [
    { name: 'stem', op: 'space_to_depth', from: ['input'], block: 2 },
    { name: 'enc0', op: 'conv', from: ['stem'], kernel: 3, filters: 8, activation: 'relu' },
    { name: 'pool', op: 'max_pool', from: ['enc0'], size: 2 },
    { name: 'enc1', op: 'conv', from: ['pool'], kernel: 3, filters: 8, activation: 'relu' },
    { name: 'dec0_narrow', op: 'conv', from: ['enc1'], kernel: 1, filters: 6, activation: 'linear' },
    { name: 'dec0_up', op: 'upsample_nearest', from: ['dec0_narrow'], factor: 2 },
    { name: 'dec0_skip', op: 'conv', from: ['enc0'], kernel: 1, filters: 6, activation: 'linear' },
    { name: 'dec0_sum', op: 'sum', from: ['dec0_up', 'dec0_skip'], activation: 'relu' },
    { name: 'dec0_a', op: 'conv', from: ['dec0_sum'], kernel: 3, filters: 6, activation: 'relu' },
    { name: 'head', op: 'conv', from: ['dec0_a'], kernel: 1, filters: 32, activation: 'linear' },
    { name: 'logits', op: 'depth_to_space', from: ['head'], block: 2 },
  ],
};

export const TINY: NetworkSpecification = networkSpecificationRead(TINY_JSON);
