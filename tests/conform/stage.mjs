// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the checks of this folder stand on: a site over HTTP as a town's server gives it, a browser, work side by side.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { files } from '../page.mjs';

const TYPES = {
	'.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8', '.vtt': 'text/vtt; charset=utf-8', '.xml': 'application/xml', '.webmanifest': 'application/manifest+json', '.png': 'image/png',
	'.jpg': 'image/jpeg', '.webp': 'image/webp', '.mp4': 'video/mp4', '.mp3': 'audio/mpeg',
};
const PACKED = new Set(['.png', '.jpg', '.webp', '.mp4', '.mp3']);

export const BROWSER = process.env.CHROMIUM || '/usr/bin/chromium';
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
export const REFRESHES = /<meta http-equiv="refresh"/i;

// What goes over the line for a file: not every server has brotli, all have gzip.
export function packed(path, bytes) {
	return PACKED.has(extname(path)) ? bytes : gzipSync(bytes, { level: 9 });
}

// A site at an address of its own. ${change}(path, text) may give a page or a style sheet other words, to see whether a check notices.
export async function serve(root, change) {
	const server = createServer((request, response) => {
		let path = decodeURIComponent(new URL(request.url, 'http://x').pathname), status = 200, bytes;

		if (path.endsWith('/'))
			path += 'index.html';
		try {
			bytes = readFileSync(join(root, path));
		} catch {
			status = 404;
			path = '/404.html';
			bytes = readFileSync(join(root, path));
		}
		if (change && /\.(html|css)$/.test(path))
			bytes = Buffer.from(change(path.slice(1), bytes.toString()));
		const headers = { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', 'X-Content-Type-Options': 'nosniff' };
		headers['Cache-Control'] = /-[0-9a-f]{16}\./.test(path) ? 'max-age=31536000, immutable' : 'max-age=600';
		if (!PACKED.has(extname(path)))
			Object.assign(headers, { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' });
		response.writeHead(status, headers);
		response.end(packed(path, bytes));
	});

	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}/`,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

export function launch() {
	return chromium.launch({ executablePath: BROWSER, args: FLAGS });
}

// The pages of a site that stay where they are, by path: one that sends its reader on at once cannot be looked at.
export function pages(root) {
	return files(root).filter((f) => f.endsWith('.html') && !REFRESHES.test(readFileSync(join(root, f), 'utf8')));
}

// Where a page is: the one for what is not there has no address, and stands at every other one.
export const addressOf = (site, path) => site.url + (path === '404.html' ? 'there/is/nothing/here.html' : path);

// Does ${work}(page, thing, i) for all of them, several at once, each time in a page that was used before: a new one takes longer than most of what is done in it.
export async function visit(browser, things, options, work) {
	let next = 0;

	await Promise.all(Array.from({ length: Number(process.env.JOBS) || 2 }, async () => {
		const context = await browser.newContext(options);
		const page = await context.newPage();

		while (next < things.length) {
			const i = next++;
			await work(page, things[i], i);
		}
		await context.close();
	}));
}

// Ends a check: a line for each breach, status 1 where there is any.
export function tell(breaches, said) {
	console.log([...breaches.sort(), said].join('\n'));
	process.exitCode = breaches.length ? 1 : 0;
}
