/* SPDX-License-Identifier: MIT */
/* Typing errors that are forgiven: none in a short word, one in a longer one, two in a long one. */

/* Whether list b becomes a by so many edits: one character more, less or other, or two neighbours swapped. */
function isNear(a, b, edits) {
	let i = 0;

	while (i < a.length && a[i] === b[i])
		i++;
	if (i === a.length && i === b.length)
		return true;
	const near = (m, n) => isNear(a.slice(i + m), b.slice(i + n), edits - 1);
	return edits > 0 && (near(1, 0) || near(0, 1) || near(1, 1) || (i + 1 < a.length && a[i] === b[i + 1] && a[i + 1] === b[i] && near(2, 2)));
}

function isTypo(wanted, plain) {
	const list = [...wanted];
	return isNear(list, [...plain], list.length > 9 ? 2 : list.length > 3 ? 1 : 0);
}
