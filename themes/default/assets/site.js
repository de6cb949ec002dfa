// SPDX-License-Identifier: MIT
// What every page does for its readers, and what it keeps for them: docs/progress.md. Pages for people at risk do not load it.
(() => {
'use strict';

// The choice of language keeps the place in the page: ids are the same in all languages.
document.addEventListener('click', ({ target }) => {
	const link = target.closest('.languages a');
	if (link && location.hash)
		link.hash = location.hash;
	if (page && target.closest('a[rel=next]') && !document.querySelector('[data-quiz]'))
		pensum.done();
});

// What is kept: in the tab, or on the device once the reader has asked for it.
const { site, page } = document.body.dataset;
const home = `pensum/${site}/`;
const mark = `${home}!keep`;

// null where it cannot be done: storages refuse, and what is in them may be anything.
const tried = (act) => {
	try {
		return act();
	} catch (error) {
		return null;
	}
};
const storageOf = (name) => tried(() => {
	window[name].getItem(mark);
	return window[name];
});
const device = storageOf('localStorage');
const tab = storageOf('sessionStorage');
const ours = (storage) => Object.keys(storage || {}).filter((name) => name.startsWith(home));
const drop = (storage, names) => tried(() => names.forEach((name) => storage.removeItem(name)));
const read = (storage, name) => tried(() => storage.getItem(name));
const parsed = (text, is) => tried(() => (text.length > 65536 ? null : [JSON.parse(text)].find(is) || null));

const month = () => new Date().toISOString().slice(0, 7);
const isAsked = ({ v, m }) => v === 1 && m <= month() && m > month().replace(/^\d+/, (year) => year - 1);
const asked = () => parsed(read(device, mark), isAsked) !== null;
const sign = () => device.setItem(mark, JSON.stringify({ v: 1, m: month() }));

const pensum = window.pensum = {
	kept: asked() || tab !== null,
	lost: !asked() && ours(device).length > 0,

	get(name, is) {
		const text = (asked() ? read(device, home + name) : null) ?? read(tab, home + name);
		const value = parsed(text, is);

		if (text !== null && value === null) {
			pensum.lost = true;
			pensum.put(name, null);
		}
		return value;
	},

	put(name, value) {
		if (value === null)
			[device, tab].forEach((storage) => drop(storage, [home + name]));
		else
			pensum.kept = attempted(() => {
				if (asked())
					sign();
				(asked() ? device : tab).setItem(home + name, JSON.stringify(value));
			});
		say();
	},

	// This page: a quiz says so itself, any other page is done by going on.
	done() {
		const { c } = way();
		const [course, ...names] = page.split('/');
		const d = c[course]?.d || [];

		if (!d.includes(names.join('/')))
			pensum.put('!way', { v: 1, c: { ...c, [course]: { d: [...d, names.join('/')] } } });
	},
};

// Pages that are done, by course.
const isWay = ({ v, c }) => v === 1 && Object.values(c).every(({ d }) => d.every((name) => typeof name === 'string'));
const way = () => pensum.get('!way', isWay) || { v: 1, c: {} };
const attempted = (act) => tried(() => [act()]) !== null;

// Everything goes where the reader says, or stays; whether that could be done.
function move(on) {
	const [from, to] = on ? [tab, device] : [device, tab];
	const done = attempted(() => {
		if (on)
			sign();
		ours(from).forEach((name) => name === mark || to.setItem(name, from.getItem(name)));
	});
	const left = on && !done ? device : from;

	drop(left, ours(left));
	return done;
}

// What the page says of it: partials/kept.html
const region = document.querySelector('[data-kept]');
const noteOf = (name) => region.querySelector(`[data-kept-note=${name}]`);

function say() {
	if (!region)
		return;
	region.hidden = false;
	for (const name of ['device', 'tab', 'gone'])
		noteOf(name).hidden = name !== (pensum.kept ? (asked() ? 'device' : 'tab') : 'gone');
	noteOf('lost').hidden = !pensum.lost;
	for (const button of region.querySelectorAll('[data-action]'))
		button.parentElement.hidden = button.type === 'checkbox' ? !device : !device && !tab;
	region.querySelector('[data-action=on-device]').checked = asked();
}

function act({ target: { dataset: { action }, checked } }) {
	let said = '';

	if (!action)
		return;
	if (action === 'on-device') {
		said = move(checked) ? '' : 'refused';
	} else {
		[device, tab].forEach((storage) => drop(storage, action === 'forget' ? [home + page] : ours(storage)));
		said = 'forgotten';
		document.dispatchEvent(new CustomEvent('pensum:forgotten'));
	}
	say();
	region.querySelector('[role=status]').textContent = said && noteOf(said).textContent;
}

// Lists of pages: what is done, how much of it, and where to go on, behind the last that is done.
const items = [...document.querySelectorAll('li[data-page]')];

function showDone() {
	const done = Object.entries(way().c).flatMap(([course, { d }]) => d.map((name) => `${course}/${name}`));
	const isDone = ({ dataset }) => done.includes(dataset.page);
	const next = items[items.map(isDone).lastIndexOf(true) + 1];
	const start = document.querySelector('[data-continue]');

	for (const item of items.filter(isDone))
		item.append(Object.assign(document.createElement('span'), { className: 'tag', textContent: `✓ ${item.parentElement.dataset.done}` }));
	for (const line of document.querySelectorAll('[data-progress]')) {
		const own = items.filter((item) => line.parentElement.contains(item));
		const counts = [own.filter(isDone), own].map((list) => list.length.toLocaleString(document.documentElement.lang));

		line.textContent = line.dataset.progress.replace(/[01]/g, (i) => counts[i]);
		line.hidden = !own.some(isDone);
	}
	if (start && next && next !== items[0]) {
		start.href = next.querySelector('a').href;
		start.textContent = start.dataset.continue;
	}
}

if (pensum.lost)
	drop(device, ours(device));
if (region)
	region.addEventListener('click', act);
window.addEventListener('storage', say); // another tab
// What the browser's Back brings as it stood may have been deleted since.
window.addEventListener('pageshow', ({ persisted }) => persisted && (region || items[0]) && pensum.kept && location.reload());
say();
if (items[0])
	showDone();
})();
