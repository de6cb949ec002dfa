/* SPDX-License-Identifier: MIT */
/* Looking for a word in parts of the index. */

/* How well a form answers what was typed, and what the place of a word is worth. */
const EXACT = 4;
const STEM = 3;
const BEGINNING = 2;
const NEAR = 1;
const PLACES = { ',': 1, ':': 4, ';': 5, '!': 8 };

/*
 * The lines of a part: forms {key, stem, places} and pointers to the stem of a form that does not begin with it. In a line a form is "-" and
 * what follows its stem, or is written out.
 */
function readWords(lines) {
	const forms = [];
	const pointers = [];

	for (const line of lines.split('\n')) {
		const fields = line.split(' ');
		if (line[0] === '>')
			pointers.push({ key: fields[0].slice(1), stem: fields[1] });
		else
			for (let i = 1; i + 1 < fields.length; i += 2)
				forms.push({
					stem: fields[0],
					key: fields[i][0] === '-' ? fields[0] + fields[i].slice(1) : fields[i],
					places: fields[i + 1],
				});
	}
	return { forms, pointers };
}

/* The parts in which words from ${low} to ${high} are: each begins with the word that ${starts} has. */
function partsBetween(starts, low, high) {
	const wanted = [];

	for (let i = 0; i < starts.length; i++)
		if (starts[i] <= high && (i + 1 === starts.length || starts[i + 1] > low))
			wanted.push(i);
	return wanted;
}

/* Adds the places of a form to ${found}, a map from section to score; true where the form is in too many to be listed. */
function addPlaces(found, places, quality) {
	let section = 0;

	for (const [, step, place] of places.matchAll(/([0-9a-z]+)([,:;!])/g)) {
		section += parseInt(step, 36);
		const score = quality * PLACES[place];
		if (score > (found.get(section) || 0))
			found.set(section, score);
	}
	return places[0] === '*';
}

/* The forms that answer ${word}: itself, those of its stem, and where ${beginning}, those that begin so. */
function formsLike(forms, word, stems, beginning) {
	const all = [];

	for (const form of forms)
		if (form.key === word)
			all.push([form, EXACT]);
		else if (stems.has(form.stem))
			all.push([form, STEM]);
		else if (beginning && form.key.startsWith(word))
			all.push([form, BEGINNING]);
	return all;
}

/* The beginnings to try where nothing answers ${word}: without its last letters, which may be an ending that is nowhere else. */
const shorter = (word) => [1, 2, 3].filter((cut) => word.length - cut >= 3).map((cut) => word.slice(0, -cut));

/* Forms of which ${start}, left of ${word}, is the stem; or if much is left, those that begin so and are not much longer. */
function formsNear(forms, start, word) {
	const isMuch = start.length >= Math.max(4, word.length * 0.65);

	return forms.filter(({ stem, key }) => stem === start || (isMuch && key.startsWith(start) && key.length <= start.length + 4)).map((form) => [form, NEAR]);
}

/* Sections that answer all words, the best first: [section, score]. */
function inAll(answers) {
	const listed = answers.filter(({ common }) => !common);
	const sum = (section) => answers.reduce((score, { found }) => score + (found.get(section) || 0), 0);
	const sections = new Set();

	if (listed.length === 0)
		answers.forEach(({ found }) => found.forEach((score, section) => sections.add(section)));
	else
		listed[0].found.forEach((score, section) => {
			if (listed.every(({ found }) => found.has(section)))
				sections.add(section);
		});
	return [...sections].map((section) => [section, sum(section)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}
