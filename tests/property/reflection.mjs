// SPDX-License-Identifier: GPL-3.0-or-later
import { names } from './draw.mjs';

export { claims } from './survey.mjs';
export const vector = (random) => ({
	question: { min_chars: random.below(200), ...(random.chance(0.5) && { prompt: 'What did you see?' }) }, scoring: {},
	response: random.chance(0.05) ? random.pick([null, '', ' ']) : names(random, random.below(12)).join(' '),
});
