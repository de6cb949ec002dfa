/* SPDX-License-Identifier: MIT */
/* The last piece of the script that shows slips: it hands itself to the page that asked for it. */

document.dispatchEvent(new CustomEvent('pensum:slip', { detail: showSlip }));
