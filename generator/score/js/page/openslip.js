/* SPDX-License-Identifier: MIT */
/*
 * The way to the result slip (slip.js), whose script is loaded only when a test is over. openSlip() is called when it is
 * handed in; again for another attempt, whose slip takes the place of the old one:
 *
 *	openSlip({
 *		data,      the page's data, with data.slip:
 *		             script    name of the slip's script, in the folder of this one (slipscript.h)
 *		             paper     eight digits of base 16: the mark of the paper (keyfile.h)
 *		             course, quiz  titles of the course and of the page
 *		             language  name of the page's language, in it
 *		             version   what the author calls this version; may be absent
 *		             certificate  true: who has passed (or where nothing can be passed) may print one
 *		             hours, issuer  for the certificate; may be absent
 *		region,    the element that the slip is put behind
 *		attempt,   which it is, the first is 1
 *		result,    {earned, max}: numbers as total() makes them
 *		passed,    true, false, or null where there is nothing to pass
 *		items,     all questions of data.questions: {q, response, delivered, tries, hints}: the response that counts, or
 *		           null; delivered: false where it was not drawn; tries: how many were used up to that response, 1 if
 *		           absent; hints: the numbers of those that cost and were open then, none if absent
 *	});
 *
 * slipAhead(data) lets the browser fetch the script while it has nothing to do, so that it is there when the network is not.
 */

const slipHome = typeof document === 'object' && document.currentScript ? document.currentScript.src : '';
const slipScript = (data) => new URL(data.slip.script, slipHome).href;

function slipAhead(data) {
	const link = document.createElement('link');

	link.rel = 'prefetch';
	link.href = slipScript(data);
	document.head.append(link);
}

/* The score in hundredths of a percent, cut; null where there is none. */
const slipClaim = ({ earned, max }) => (max.n === 0n ? null : Number((10000n * earned.n * max.d) / (earned.d * max.n)));

function slipScore(data, { earned, max }) {
	const mark = passMark(data.quiz, max);
	const limits = [ONE].concat(mark === null ? [] : [divide(mark, max)]);

	return `${pointsOf(data, earned, max)} (${percent(data, rounded(divide(earned, max), 2, limits))})`;
}

function openSlip(slip) {
	const { data, result, region } = slip;
	const claim = slipClaim(result);
	const script = document.createElement('script');
	const show = ({ detail: showSlip }) => {
		script.remove();
		showSlip({ ...slip, claim, score: claim === null ? null : slipScore(data, result) });
	};

	document.addEventListener('pensum:slip', show, { once: true });
	script.src = slipScript(data);
	script.addEventListener('error', () => {
		const retry = document.createElement('button');

		document.removeEventListener('pensum:slip', show);
		retry.type = 'button';
		retry.textContent = message(data, 'slip-again', {});
		retry.className = 'slip';
		retry.addEventListener('click', () => {
			retry.remove();
			openSlip(slip);
		});
		document.querySelectorAll('.slip').forEach((old) => old.remove());
		region.after(retry);
	});
	document.head.append(script);
}
