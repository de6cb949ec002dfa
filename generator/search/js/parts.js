/* SPDX-License-Identifier: MIT */
/* Parts of the index are scripts, so that they can be loaded from a disk, too: each calls pensumSearch() with what it has. */

const scriptHome = typeof document === 'object' && document.currentScript ? document.currentScript.src : '';
const siteAddress = (path) => new URL(`../${path}`, scriptHome).href;

const arrived = new Map(); /* "nb/w0" → what is done with it */
const asked = new Map(); /* the same → a promise of it */

function take(tag, part, edition, content) {
	const done = arrived.get(`${tag}/${part}`);

	if (done)
		done({ edition, content });
}

/* ${query} makes a browser ask again that has kept a file of an older edition. */
function loadPart(tag, part, query) {
	const name = `${tag}/${part}`;

	if (!asked.has(name))
		asked.set(name, new Promise((resolve, reject) => {
			const script = document.createElement('script');
			const end = (how, what) => {
				script.remove();
				arrived.delete(name);
				how(what);
			};

			arrived.set(name, (what) => end(resolve, what));
			script.addEventListener('load', () => arrived.has(name) && script.isConnected && end(reject, new Error(name)));
			script.addEventListener('error', () => end(reject, new Error(name)));
			script.src = `${new URL(`search-${name}.js`, scriptHome).href}${query ? `?${query}` : ''}`;
			document.head.append(script);
		}));
	asked.get(name).catch(() => asked.delete(name));
	return asked.get(name);
}

function forgetParts(tag) {
	for (const name of [...asked.keys()])
		if (name.startsWith(`${tag}/`))
			asked.delete(name);
}
