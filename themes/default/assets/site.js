// SPDX-License-Identifier: MIT
// What every page does for its readers, and what it keeps for them: docs/progress.md
(() => {
'use strict';

// The choice of language keeps the place in the page.
document.addEventListener('click', ({ target }) => {
	const link = target.closest('.languages a');
	if (link && location.hash)
		link.hash = location.hash;
});

const { site, page } = document.body.dataset;
const home = `pensum/${site}/`;
const mark = `${home}!keep`;

// null where it cannot be done.
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
};
const attempted = (act) => tried(() => [act()]) !== null;

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

if (pensum.lost)
	drop(device, ours(device));
if (region)
	region.addEventListener('click', act);
window.addEventListener('storage', say);
window.addEventListener('pageshow', ({ persisted }) => persisted && region && pensum.kept && location.reload());
say();
})();
