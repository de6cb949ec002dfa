/* SPDX-License-Identifier: MIT */
/* The page on which one searches. What is typed leaves the device never, and the tab only with it. */

function begin() {
	const form = document.querySelector('[data-search]');

	if (!form)
		return;
	const input = form.querySelector('input');
	const status = document.querySelector('[data-search-status]');
	const box = document.querySelector('[data-search-results]');
	const indexes = new Map();
	let turn = 0;
	let timer = 0;

	const index = (tag) => {
		if (!indexes.has(tag))
			indexes.set(tag, openIndex(tag));
		return indexes.get(tag);
	};

	/* Where there is little in the reader's language, others may have more. */
	async function also(words, mine) {
		for (const [tag, dir, language] of data.others) {
			const found = await index(tag).find(words);
			if (mine !== turn)
				return;
			if (!found.length)
				continue;
			const list = await results(index(tag), tag, dir, found, words);
			if (mine !== turn)
				return;
			box.append(element('details', 'search-also', element('summary', '', counted('search-also', found.length, { language })), list));
		}
	}

	async function run() {
		const mine = ++turn;
		const typed = input.value.trim();
		const words = wordsOf(typed);

		clearTimeout(timer);
		try {
			history.replaceState({ ...history.state, words: typed }, '');
		} catch (error) {
			/* only for coming back */
		}
		if (!words.length) {
			status.textContent = typed ? `${say('search-none', { words: typed })} ${say('search-advice')}` : '';
			box.replaceChildren();
			return;
		}
		timer = setTimeout(() => { status.textContent = say('search-loading'); }, 300);
		try {
			const found = await index(data.lang).find(words);
			const list = found.length ? await results(index(data.lang), data.lang, '', found, words) : '';
			clearTimeout(mine === turn ? timer : 0);
			if (mine !== turn)
				return;
			box.replaceChildren(list);
			status.textContent = found.length ? counted('search-found', found.length, { words: typed }) : `${say('search-none', { words: typed })} ${say('search-advice')}`;
			if (found.length < AT_ONCE)
				await also(words, mine).catch(() => {});
		} catch (error) {
			if (mine !== turn)
				return;
			clearTimeout(timer);
			box.replaceChildren();
			status.textContent = say('search-failed');
		}
	}

	const soon = () => {
		clearTimeout(timer);
		turn++;
		timer = setTimeout(run, 200);
	};

	/* Down and up go through what can be followed; escape goes back, and out of an empty field to where one came from. */
	function move(event) {
		const stops = [input, ...[...box.querySelectorAll('a, summary, button')].filter((e) => e.getClientRects().length > 0)];
		const at = stops.indexOf(document.activeElement);
		const to = event.key === 'ArrowDown' ? stops[at + 1] : event.key === 'ArrowUp' ? stops[at - 1] : null;

		if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing || at < 0)
			return;
		if (to) {
			event.preventDefault();
			to.focus();
		} else if (event.key === 'Escape') {
			event.preventDefault();
			escape(at);
		}
	}

	function escape(at) {
		if (at > 0) {
			input.focus();
		} else if (input.value !== '') {
			input.value = '';
			run();
		} else if (history.length > 1) {
			history.back();
		}
	}

	window.pensumSearch = take;
	form.hidden = false;
	document.querySelectorAll('[data-without-script]').forEach((e) => { e.hidden = true; });
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		run();
	});
	input.addEventListener('input', soon);
	form.addEventListener('keydown', move);
	box.addEventListener('keydown', move);
	form.querySelector('[data-close]').addEventListener('click', () => history.back());
	form.querySelector('[data-close]').hidden = history.length < 2;
	if (history.state && typeof history.state.words === 'string')
		input.value = history.state.words;
	if (input.value)
		run();
	input.focus();
}

if (document.readyState === 'loading')
	document.addEventListener('DOMContentLoaded', begin);
else
	begin();
