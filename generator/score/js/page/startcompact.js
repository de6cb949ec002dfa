/* SPDX-License-Identifier: MIT */

document.dispatchEvent(new CustomEvent('pensum:compact', { detail: carryWith }));
