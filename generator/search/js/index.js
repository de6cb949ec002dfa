/* SPDX-License-Identifier: MIT */
/* The index of a language: it loads what a question needs. */

const MOST_PARTS = 6; /* for one word: beginnings that need more are not looked for */

class Stale extends Error {}

function openIndex(tag) {
	let fresh = ''; /* the edition of a part that was newer than the contents */
	const read = new Map();

	const contents = () => loadPart(tag, 'contents', fresh);

	async function part(name) {
		const { edition } = await contents();
		const got = await loadPart(tag, name, edition);
		if (got.edition === edition)
			return got.content;
		fresh = got.edition;
		throw new Stale(name);
	}

	async function words(low, high) {
		const { content } = await contents();
		const starts = content.starts === '' ? [] : content.starts.split(' ');
		const wanted = partsBetween(starts, low, high);
		const used = wanted.length > MOST_PARTS ? partsBetween(starts, low, low) : wanted;
		const all = { forms: [], pointers: [] };

		for (const i of used) {
			const name = `w${i}`;
			const lines = await part(name);
			if (!read.has(name))
				read.set(name, readWords(lines));
			all.forms.push(...read.get(name).forms);
			all.pointers.push(...read.get(name).pointers);
		}
		return all;
	}

	/* With what a form has elsewhere: its stem's other forms. */
	async function formsOf(word, beginning) {
		const here = await words(word, beginning ? `${word}\uffff` : word);
		const pointed = here.pointers.filter(({ key }) => key === word || (beginning && key.startsWith(word))).slice(0, MOST_PARTS);
		const forms = new Set(here.forms);
		const stems = new Set(forms.size ? here.forms.filter(({ key }) => key === word).map(({ stem }) => stem) : []);

		for (const { key, stem } of pointed) {
			(await words(stem, stem)).forms.forEach((form) => forms.add(form));
			if (key === word)
				stems.add(stem);
		}
		for (const stem of [...stems])
			(await words(stem, stem)).forms.forEach((form) => forms.add(form));
		return formsLike([...forms], word, stems, beginning);
	}

	async function answer(word, last) {
		let like = await formsOf(word, word.length >= (last ? 2 : 4));

		if (!like.length && tag === 'ar' && /^\u0627\u0644.{3}/.test(word))
			like = await formsOf(word.slice(2), last);
		for (const start of like.length ? [] : shorter(word)) {
			like = formsNear((await words(start, `${start}\uffff`)).forms, start, word);
			if (like.length)
				break;
		}
		const found = new Map();
		const common = like.map(([form, quality]) => addPlaces(found, form.places, quality)).some(Boolean);
		return { found, common };
	}

	async function once(typed) {
		const answers = [];

		for (let i = 0; i < typed.length; i++)
			answers.push(await answer(typed[i], i + 1 === typed.length));
		return answers.length ? inAll(answers) : [];
	}

	/* What is shown of a section. */
	async function section(number) {
		const { content } = await contents();
		const at = Math.floor(number / content.size);
		let rest = number - at * content.size;

		for (const [[url, title, lang], ...sections] of await part(`d${at}`)) {
			if (rest < sections.length) {
				const [kind, anchor, heading, extract] = sections[rest];
				return { url: anchor ? `${url}#${encodeURIComponent(anchor)}` : url, title, lang, kind, heading: kind === 0 ? '' : heading, extract };
			}
			rest -= sections.length;
		}
		throw new Error(`no section ${number}`);
	}

	/* A second time where the contents were of an older edition. */
	async function again(what) {
		try {
			return await what();
		} catch (error) {
			if (!(error instanceof Stale))
				throw error;
			forgetParts(tag);
			read.clear();
			return what();
		}
	}

	return { find: (typed) => again(() => once(typed)), show: (numbers) => again(() => Promise.all(numbers.map(section))) };
}
