// SPDX-License-Identifier: GPL-3.0-or-later
//
// node lighthouse.mjs MODULES PUBLIC PAGE...: Lighthouse on pages of a site, on a telephone and on a screen. Prints the four figures and what keeps them from 100; status 1
// where one is below. MODULES is where npm has put lighthouse (tests/conform/lighthouse/). RUNS= is how often (3): the best counts, for nothing else makes a page faster
// than it is.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BROWSER, FLAGS, serve } from './stage.mjs';

const [modules, root, ...paths] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: lighthouse, desktopConfig } = await load('lighthouse');
const { launch } = await import(pathToFileURL(createRequire(require.resolve('lighthouse')).resolve('chrome-launcher')).href);
const runs = Number(process.env.RUNS) || 3;

const site = await serve(root);
const chrome = await launch({ chromePath: BROWSER, chromeFlags: ['--headless=new', ...FLAGS] });
let worst = 100;

for (const [form, config] of [['mobile', undefined], ['desktop', desktopConfig]])
	for (const path of paths) {
		const best = new Map(), why = new Set();
		for (let i = 0; i < runs; i++) {
			const { lhr } = await lighthouse(site.url + path, { port: chrome.port, logLevel: 'error', output: 'json' }, config);
			if (process.env.REPORTS)
				writeFileSync(join(process.env.REPORTS, `${form}-${path.replace(/\W+/g, '-')}-${i}.json`), JSON.stringify(lhr));
			for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
				if (!(Math.round(score * 100) > (best.get(id) ?? -1)))
					continue;
				best.set(id, Math.round(score * 100));
				for (const { id: audit, weight } of auditRefs.filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 0.9))
					why.add(`${id}: ${audit} (${weight}): ${lhr.audits[audit].displayValue ?? lhr.audits[audit].title} ${lhr.audits[audit].explanation ?? ''}`);
			}
		}
		console.log(`${Array.from(best.values(), (score) => String(score).padStart(4)).join('')}  ${form}  ${path}`);
		worst = Math.min(worst, ...best.values());
		if (Math.min(...best.values()) < 100)
			console.log(Array.from(why, (what) => `      ${what}`).join('\n'));
	}
console.log('performance, accessibility, best practices, search engines');
await chrome.kill();
site.close();
process.exitCode = worst < 100 ? 1 : 0;
