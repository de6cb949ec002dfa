// SPDX-License-Identifier: GPL-3.0-or-later
import { vector as pairing } from './pairing.mjs';

export { claims, mutant } from './pairing.mjs';
export const vector = (random) => pairing(random, 0.05);
