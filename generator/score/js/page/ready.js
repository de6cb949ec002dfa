/* SPDX-License-Identifier: MIT */

/* Begins when the page is there. */
function whenReady(begin) {
	if (document.readyState === 'loading')
		document.addEventListener('DOMContentLoaded', begin);
	else
		begin();
}
