// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const flags = [
	'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync',
];

// The address of a file of the site, on disk.
export function address(path) {
	return pathToFileURL(`${process.env.SITE}/${path}`).href;
}

// Runs the tests of one file, {name: async (page) => …}, each in a context of its own. A page may not complain, nor ask the network.
export async function run(tests, options = {}) {
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: flags });

	for (const [name, body] of Object.entries(tests)) {
		const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options, ...body.options });
		const page = await context.newPage();
		const complaints = [];

		page.setDefaultTimeout(5000);
		page.on('pageerror', (error) => complaints.push(String(error)));
		page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
		page.on('request', (request) => (options.network instanceof RegExp ? options.network : options.network ? /^(file|data|http:\/\/127\.0\.0\.1)/ : /^(file|data):/).test(request.url()) || complaints.push(`asked for ${request.url()}`));
		try {
			await (body.test || body)(page);
			assert.deepEqual(complaints, []);
			console.log(`ok ${name}`);
		} catch (error) {
			console.log(`not ok ${name}`);
			console.log([error.stack || error, ...complaints].join('\n').replace(/^/gm, '    '));
			process.exitCode = 1;
		}
		await context.close();
	}
	await browser.close();
}

export { assert };
