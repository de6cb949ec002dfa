/* SPDX-License-Identifier: MIT */
/* Answers that stand for many texts. */

Object.assign(matchText, {
	/* A star is marked by half a character, which no text has. */
	glob(text, o, plain) {
		const pieces = trimText(text).replace(/\\\*|\*/g, (star) => star[1] || '\ud800').split('\ud800').map((piece) => spelled(piece, o, true));
		const last = pieces.pop();
		let at = 0;

		if (pieces.length === 0)
			return plain === last;
		return plain.startsWith(pieces[0]) && pieces.every((piece) => {
			const found = plain.indexOf(piece, at);
			at = found + piece.length;
			return found >= 0;
		}) && plain.length - last.length >= at && plain.endsWith(last);
	},
	regex: (text, o, plain, response) => RegExp(`^(?:${text})$`, o.case === 'match' ? 'u' : 'iu').test(trimText(response.normalize())),
});
