// SPDX-License-Identifier: GPL-3.0-or-later
import { vector as single } from './single.mjs';

export { claims, mutant } from './single.mjs';
export const vector = (random, i) => single(random, i, ['true', 'false']);
