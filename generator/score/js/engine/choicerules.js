/* SPDX-License-Identifier: MIT */
/* Rules for several ticks (D4) besides the usual one, which is in choice.js. */

Object.assign(rules, {
	exact: (r, x, C) => (r === C && x === 0 ? ONE : ZERO),
	cancel: (r, x, C) => share(r - x, C),
	strict: (r, x, C) => subtract(share(r, C), whole(x)),
	positive: (r, x, C) => share(r, C),
	decisions: (r, x, C, W) => share(r + W - x, C + W),
});
