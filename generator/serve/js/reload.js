// SPDX-License-Identifier: MIT
// Keeps a page up to date while the site is written: `pensum serve` puts this script into the pages that it serves, and into no published one.
(function () {
'use strict';

const base = '/-/pensum/';
let shown = document.currentScript.dataset.shown; /* which page this is, in the server's numbers */
let source; /* the events */
let again; /* a timer: the next try to reach the server */

/* -- where the reader was -- */

/* Browsers keep the place when a page is loaded again; not those in which what is above it comes late. */
const placeKey = 'pensum-place';

function reload() {
	try {
		sessionStorage.setItem(placeKey, JSON.stringify([location.href, scrollX, scrollY]));
	} catch (error) {
		/* no storage here: the browser's own way will do */
	}
	stop();
	location.reload();
}

function comeBack() {
	let place;

	try {
		place = JSON.parse(sessionStorage.getItem(placeKey));
		sessionStorage.removeItem(placeKey);
	} catch (error) {
		return;
	}
	if (place && place[0] === location.href)
		scrollTo({ left: place[1], top: place[2], behavior: 'instant' });
}

/* -- style sheets -- */

const sheets = (doc) => [...doc.querySelectorAll('link[rel~="stylesheet"]')];

/* The new one stands beside the old one until it is there, so that the page is never bare. */
function replaceSheet(old, href) {
	const link = old.cloneNode();

	return new Promise((done, fail) => {
		link.onload = () => {
			old.remove();
			done();
		};
		link.onerror = () => {
			link.remove();
			fail(new Error(href));
		};
		link.href = href;
		old.after(link);
	});
}

/* Sheets carry the number of their bytes in their names: the new names stand in the new page. */
async function swapSheets() {
	const response = await fetch(location.href, { cache: 'no-store' });
	const fresh = sheets(new DOMParser().parseFromString(await response.text(), 'text/html'));
	const old = sheets(document);

	if (fresh.length !== old.length)
		throw new Error('other style sheets');
	await Promise.all(old.map((link, i) => {
		const href = fresh[i].getAttribute('href');

		return href === link.getAttribute('href') ? null : replaceSheet(link, href);
	}));
}

/* -- what is wrong -- */

let host; /* the element over the page, or nothing */
let dismissed; /* the text that was sent away */

function hide() {
	if (host)
		host.remove();
	host = undefined;
}

function make(name, properties, ...children) {
	const element = Object.assign(document.createElement(name), properties);

	element.append(...children);
	return element;
}

function show(text) {
	const button = make('button', { type: 'button', textContent: 'Close' });
	const body = make('pre', { id: 'text', textContent: text, tabIndex: 0, lang: 'en' });
	const panel = make('section', { tabIndex: -1, lang: 'en', dir: 'ltr' },
		make('div', {}, make('h2', { id: 'title', textContent: 'The site has errors' }), button), body);
	const sheet = make('link', { rel: 'stylesheet', href: `${base}reload.css` });
	const before = document.activeElement;

	hide();
	if (text === dismissed)
		return;
	panel.setAttribute('role', 'alertdialog');
	panel.setAttribute('aria-labelledby', 'title');
	panel.setAttribute('aria-describedby', 'text');
	panel.hidden = true; /* until it can be laid out */
	sheet.onload = sheet.onerror = () => {
		panel.hidden = false;
		if (document.hasFocus())
			panel.focus({ preventScroll: true });
	};
	host = document.createElement('pensum-errors');
	host.attachShadow({ mode: 'open' }).append(sheet, panel);
	const close = () => {
		dismissed = text;
		hide();
		if (before && before.focus)
			before.focus({ preventScroll: true });
	};
	button.addEventListener('click', close);
	panel.addEventListener('keydown', (event) => {
		if (event.key === 'Escape')
			close();
		/* The page's own keys are for what is under it. */
		event.stopPropagation();
	});
	document.documentElement.append(host);
}

/* -- the events -- */

const handlers = new Map([
	['reload', reload],
	['styles', (message) => {
		shown = message.shown;
		swapSheets().catch(reload);
	}],
	['goto', (message) => {
		if (!document.hidden)
			location.assign(message.path);
	}],
	['error', (message) => show(message.text)],
	['fixed', () => {
		dismissed = undefined;
		hide();
	}],
]);

function stop() {
	clearTimeout(again);
	if (source)
		source.close();
	source = undefined;
}

/* Browsers open few connections to a server: a tab that nobody sees holds none, and is compared when it is seen again. */
function listen() {
	const page = location.pathname.replace(/[&+=;]/g, encodeURIComponent);

	stop();
	if (document.hidden)
		return;
	source = new EventSource(`${base}events?shown=${shown}&page=${page}`);
	source.onmessage = (event) => {
		const message = JSON.parse(event.data);

		if (handlers.has(message.type))
			handlers.get(message.type)(message);
	};
	source.onerror = () => {
		/* Some browsers try again by themselves, others give up where nobody answers. */
		stop();
		again = setTimeout(listen, 500);
	};
}

document.addEventListener('visibilitychange', listen);
addEventListener('pagehide', stop);
addEventListener('pageshow', listen);
addEventListener('load', comeBack);
})();
