// SPDX-License-Identifier: GPL-3.0-or-later
// What readers see of translations that are whole, in part, out of date, or not there: over the small site languages/ in five languages.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { assert, run } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const source = join(process.env.OUT, 'languages-source');
const site = join(process.env.OUT, 'languages');
const module = join(source, 'content/course/m');
const languages = ['nb', 'en', 'lv', 'ar', 'et'];

cpSync(fileURLToPath(new URL('languages', import.meta.url)), source, { recursive: true });
const build = (...more) => spawnSync(process.env.PENSUM, ['build', '-C', source, '-o', site, ...more], { encoding: 'utf8' });
const built = build('--keep-going');
const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
	.map((one) => join(one.parentPath ?? one.path, one.name));
const pages = files.filter((one) => one.endsWith('.html')).map((one) => one.slice(site.length + 1)).sort();

const mimes = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml' };
const server = createServer((request, response) => {
	const path = decodeURIComponent(request.url.split(/[?#]/)[0]).replace(/\/$/, '/index.html');
	if (path === '/favicon.ico')
		return response.writeHead(204).end();
	try {
		response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'");
		response.setHeader('Content-Type', mimes[extname(path)] || 'application/octet-stream');
		response.end(readFileSync(join(site, path)));
	} catch (error) {
		response.statusCode = 404;
		response.end();
	}
}).listen(0, '127.0.0.1');
await new Promise((ready) => { server.once('listening', ready); });
const onServer = (path) => `http://127.0.0.1:${server.address().port}/${path}`;
const onDisk = (path) => pathToFileURL(join(site, path)).href;

/* -- what was written in which language -- */

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const unescape = (text) => text.replace(/\\(["\\])/g, '$1');

function catalogue(lang) {
	const found = [];
	for (const entry of readFileSync(join(source, 'content/course/po', lang, 'm.po'), 'utf8').split('\n\n').slice(1)) {
		const [, id] = entry.match(/^msgid "(.+)"$/m);
		const [, text] = entry.match(/^msgstr "(.*)"$/m);
		const [, file] = entry.match(/^#: .*?([a-z]+)\.md$/m);
		found.push({ file, id: unescape(id), text: unescape(text), fuzzy: entry.includes('#, fuzzy'), prev: (entry.match(/^#\| msgid "(.+)"$/m) || [])[1] });
	}
	assert.ok(found.length > 60);
	return found;
}

const lv = catalogue('lv');
const ar = catalogue('ar');
// Its markup is broken: it is shown to nobody either.
const broken = lv.find((one) => one.text.includes('ielūkojieties'));
const sound = lv.filter((one) => one.text !== '' && !one.fuzzy && one !== broken);
const locale = (lang) => readFileSync(join(process.env.ROOT, 'locales', `${lang}.yaml`), 'utf8');
const text = (lang, key) => locale(lang).match(new RegExp(`^ {2}${key}: "?(.*?)"?$`, 'm'))[1];
const put = (words, values) => words.replace(/%\{(\w+)\}/g, (_, name) => values[name]);

// As the interface calls the five, in each of them.
const names = {
	nb: { nb: 'norsk bokmål', en: 'engelsk', lv: 'latvisk', ar: 'arabisk', et: 'estisk' },
	en: { nb: 'Norwegian Bokmål', en: 'English', lv: 'Latvian', ar: 'Arabic', et: 'Estonian' },
	lv: { nb: 'norvēģu bukmols', en: 'angļu', lv: 'latviešu', ar: 'arābu', et: 'igauņu' },
	ar: { nb: 'النرويجية بوكمال', en: 'الإنجليزية', lv: 'اللاتفية', ar: 'العربية', et: 'الإستونية' },
	et: { nb: 'norra bokmål', en: 'inglise', lv: 'läti', ar: 'araabia', et: 'eesti' },
};

const wordsOf = (said) => said.toLowerCase().match(/\p{L}[\p{L}\p{M}’'-]*/gu) || [];

function vocabulary(lang) {
	const all = [locale(lang).replace(/^ *#.*$/gm, '').replace(/^ *[\w-]+:/gm, '').replace(/%\{\w+\}/g, ' '), Object.values(names[lang]).join(' ')];
	for (const name of ['site.yaml', 'content/course/course.yaml'])
		for (const [, words] of readFileSync(join(source, name), 'utf8').matchAll(new RegExp(`[{ ]${lang}: ([^,}]+)[,}]`, 'g')))
			all.push(words);
	for (const name of readdirSync(module).filter((one) => (lang === 'nb' ? /^[^.]+\.md$/ : new RegExp(`\\.${lang}\\.md$`)).test(one)))
		all.push(readFileSync(join(module, name), 'utf8'));
	if (lang === 'lv')
		all.push(...sound.map((one) => one.text));
	if (lang === 'ar')
		all.push(...ar.map((one) => one.text));
	return new Set(all.flatMap(wordsOf));
}

const vocabularies = Object.fromEntries(languages.map((lang) => [lang, vocabulary(lang)]));

// Every text and label of the page with the language and direction that a browser takes it for; the title has one language by its nature.
const said = (page) => page.evaluate(() => {
	const found = [];
	const take = (element, words) => words.trim() && found.push({
		text: words.replace(/\s+/g, ' ').trim(),
		lang: element.closest('[lang]').lang,
		dir: getComputedStyle(element).direction,
		place: element.outerHTML.slice(0, 120),
	});
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
	for (let node = walker.nextNode(); node; node = walker.nextNode())
		if (node.nodeType === Node.TEXT_NODE && !node.parentElement.closest('script, style'))
			take(node.parentElement, node.data);
		else if (node.nodeType === Node.ELEMENT_NODE)
			for (const name of ['aria-label', 'alt', 'title', 'placeholder'])
				take(node, node.getAttribute(name) || '');
	return found;
});

function wrong(all) {
	const found = [];
	for (const one of all) {
		const words = wordsOf(one.text);
		const may = languages.filter((lang) => words.every((word) => vocabularies[lang].has(word)));
		if (words.length === 0)
			continue;
		if (!may.includes(one.lang))
			found.push(`“${one.text}” is marked as ${one.lang}, and is ${may.join(' or ') || 'in none of these languages'}: ${one.place}`);
		if (one.dir !== (one.lang === 'ar' ? 'rtl' : 'ltr'))
			found.push(`“${one.text}” (${one.lang}) runs ${one.dir}: ${one.place}`);
	}
	return found;
}

/* -- notices -- */

const notes = (page) => page.$$eval('main .translation[role=note]', (all) => all.map((one) => ({
	label: one.getAttribute('aria-label'),
	lang: one.closest('[lang]').lang,
	first: one.previousElementSibling.matches('.page-head'),
	says: [...one.querySelectorAll(':scope > p')].map((p) => p.textContent.replace(/\s+/g, ' ').trim()),
	link: one.querySelector(':scope > p > a').href.replace(/.*?\/(nb|en|lv|ar|et)\//, '$1/'),
})));

// How much of a page Latvian readers read in Latvian, in words of the source, rounded down.
function share(name) {
	const words = (all) => all.reduce((sum, one) => sum + one.id.split(' ').length, 0);
	const its = lv.filter((one) => one.file === name);
	const at = (id) => its.findIndex((one) => one.id === id);
	// A question is translated as a whole.
	const untranslated = name === 'check' ? its.slice(at('Hva er advarsler?'), at('fritid') + 1)
		: name === 'pool' ? its.slice(at('Hvem skriver under avtalen?'), at('naboen') + 1) : its.filter((one) => !sound.includes(one));

	assert.ok(its.length > untranslated.length && untranslated.length > 3);
	return `${Math.floor((1 - words(untranslated) / words(its)) * 100)}%`;
}

async function notices(page, to) {
	const look = async (path) => {
		await page.goto(to(path));
		return notes(page);
	};
	const note = (lang, says, link) => [{ label: text(lang, 'about-translation'), lang, first: true, says, link }];
	const opens = (lang, other) => put(text(lang, 'fallback-link'), { language: names[lang][other] });

	for (const [lang, other, name] of [['lv', 'nb', 'diary'], ['en', 'nb', 'diary'], ['en', 'nb', 'test'], ['et', 'nb', 'diary'], ['et', 'lv', 'signs'], ['et', 'lv', 'check']])
		assert.deepEqual(await look(`${lang}/course/m/${name}/index.html`),
			note(lang, [put(text(lang, 'fallback-notice'), { language: names[lang][other] }), opens(lang, other)], `${other}/course/m/${name}/index.html`));
	for (const name of ['signs', 'pool', 'check'])
		assert.deepEqual(await look(`lv/course/m/${name}/index.html`), note('lv',
			[put(text('lv', 'partly-notice'), { percent: share(name), language: names.lv.nb }), opens('lv', 'nb')], `nb/course/m/${name}/index.html`));
	assert.deepEqual(await look('en/course/m/signs/index.html'), note('en',
		[put(text('en', 'partly-notice'), { percent: '83%', language: names.en.nb }), text('en', 'outdated-notice'), opens('en', 'nb')], 'nb/course/m/signs/index.html'));
	for (const path of ['nb/course/m/signs', 'ar/course/m/signs', 'ar/course/m/diary', 'lv/course/m/test', 'lv/course/m/phone', 'en/course/m/call-for-help', 'en/course/m', 'et/course'])
		assert.deepEqual(await look(`${path}/index.html`), [], path);
}

async function changes(page) {
	await page.goto(onDisk('en/course/m/signs/index.html'));
	const list = page.locator('.translation details');
	assert.equal(await list.locator('ul').isVisible(), false);
	await list.locator('summary').click();
	assert.ok(await list.locator('ul').isVisible());
	assert.equal(await list.locator('summary').textContent(), text('en', 'outdated-parts'));
	const parts = await list.locator('li a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
	assert.deepEqual(parts, ['#picker', '#law', '#keys']);
	await list.locator('li a').nth(1).click();
	assert.match(page.url(), /#law$/);
	assert.equal(await page.locator(':target').textContent(), 'The law');
	await page.goto(await page.locator('.translation > p > a').evaluate((one) => one.href));
	assert.equal(await page.textContent('h1'), 'Tegn på tvang');
}

/* -- whole and half -- */

// Words of a question in the reader's language are the interface's; what the author wrote has one language.
async function whole(page) {
	const written = new Map();
	for (const one of lv)
		written.set(plain(one.id), 'nb');
	for (const [lang, all] of [['lv', lv], ['ar', ar]])
		for (const one of all.filter((any) => any.text !== ''))
			written.set(plain(one.text), lang);
	const found = {};
	for (const path of pages.filter((one) => /\/(signs|test|pool|check)\//.test(one))) {
		await page.goto(onDisk(path));
		const forms = await page.$$eval('form[data-question]', (all) => all.map((form) => {
			const walker = document.createTreeWalker(form, NodeFilter.SHOW_TEXT);
			const texts = [];
			for (let node = walker.nextNode(); node; node = walker.nextNode())
				texts.push([node.data.replace(/\s+/g, ' ').trim(), node.parentElement.closest('[lang]').lang]);
			return { id: form.dataset.question, texts };
		}));
		for (const { id, texts } of forms) {
			const its = new Set(texts.filter(([words]) => written.has(words)).map(([words]) => written.get(words)));
			if (!path.startsWith('en/course/m/signs/') || ['keys', 'who'].includes(id))
				assert.equal(its.size, 1, `${path}: ${id} is in ${[...its]}`);
			found[`${path.slice(0, 2)} ${id}`] = [...its][0];
		}
	}
	for (const [key, lang] of Object.entries({
		'nb choice': 'nb', 'lv choice': 'nb', 'ar choice': 'ar', 'et choice': 'nb', 'lv contract': 'nb', 'ar contract': 'ar', 'lv housing': 'lv',
		'lv match': 'lv', 'et match': 'lv', 'en keys': 'nb', 'en who': 'nb', 'lv who': 'lv', 'en match': 'nb',
	}))
		assert.equal(found[key], lang, key);
}

/* -- what nobody has looked at, or what lost its markup -- */

async function nowhere(page) {
	const fold = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const never = [...lv.filter((one) => one.fuzzy).flatMap((one) => [one.text, one.prev]), broken.text].flatMap(wordsOf)
		.filter((word) => word.length > 4 && !languages.some((lang) => vocabularies[lang].has(word)));
	assert.deepEqual(['burtnīca', 'divatā', 'ielūkojieties', 'moped', 'motocikls'].filter((word) => !never.includes(word)), []);
	const all = files.map((file) => [file, fold(readFileSync(file, 'utf8'))]);
	for (const [file, bytes] of all)
		for (const word of never)
			assert.ok(!bytes.includes(fold(word)), `${word} in ${file}`);
	for (const kind of [/lv\/course\/m\/signs\/index\.html$/, /search-lv\/d\d\.js$/])
		assert.ok(all.some(([file, bytes]) => kind.test(file) && bytes.includes('aizslegtas')), `what is sure is in ${kind}`);
	// Words are cut up in the index: what is found there is asked of it.
	for (const lang of ['lv', 'et', 'nb']) {
		await page.goto(onServer(`${lang}/search/`));
		await page.fill('#search-words', 'aizslēgtas');
		await page.locator('.search-hit').first().waitFor({ state: 'attached' });
		for (const word of ['burtnīca', 'divatā', 'ielūkojieties', 'moped', 'motocikls']) {
			await page.fill('#search-words', word);
			await page.waitForFunction((typed) => document.querySelector('[data-search-status]').textContent.includes(typed), word);
			await page.waitForTimeout(200);
			assert.equal(await page.locator('.search-hit').count(), 0, `${word} in ${lang}`);
		}
	}
}

/* -- a reader who changes the language -- */

const to = async (page, lang) => {
	await page.click(`.site-header a[hreflang=${lang}]`);
	await page.waitForURL(new RegExp(`/${lang}/`));
	await page.waitForFunction(() => document.querySelector('.question-actions:not([hidden])'));
};

const state = (page) => page.$$eval('form[data-question]', (all) => all.filter((form) => form.getClientRects().length > 0).map((form) => ({
	id: form.id,
	order: [...form.querySelectorAll('fieldset [data-part]')].map((one) => one.dataset.part),
	given: [...form.querySelectorAll('input, select')].map((one) => `${one.name} ${one.type === 'checkbox' || one.type === 'radio' ? `${one.value} ${one.checked}` : one.value}`).sort(),
	disabled: [...form.querySelectorAll('input, select')].map((one) => one.disabled),
	right: [...form.querySelectorAll('[class*=is-right], [class*=is-wrong]')].length,
})));

const kept = (page) => page.evaluate(() => Object.entries(window.sessionStorage).filter(([key]) => key.startsWith('pensum/')).sort().map(([, value]) => JSON.parse(value)));
const answers = (all) => all.map(({ n, over, past, drawn, q }) => ({ n, over, past, drawn, q }));

async function test(page) {
	await page.goto(onServer('nb/course/m/test/'));
	const drawn = (await state(page)).map((one) => one.id);
	assert.equal(drawn.length, 3);
	for (const id of drawn.filter((one) => one !== 'sequence'))
		await page.locator(`#${id} input`).last().check();
	await page.click('#sequence [data-action=keep]');
	const before = await state(page);
	for (const lang of ['lv', 'ar', 'nb', 'ar']) {
		await to(page, lang);
		assert.deepEqual(await state(page), before, lang);
		assert.deepEqual(wrong(await said(page)), [], lang);
	}
	await page.click('[data-action=hand-in]');
	assert.match(await page.textContent('#sequence'), /[✓✗]/);
	const over = await state(page);
	const store = answers(await kept(page));
	const percent = async () => {
		const all = await page.textContent('[data-quiz] [role=status]');
		return all.replace(/[٠-٩]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit)).match(/(\d+)[^\d\p{L}]*[%٪]/u)[1];
	};
	const points = await percent();
	assert.doesNotMatch(await page.innerText('.quiz-result'), /\d/, 'the digits that the build writes');
	assert.deepEqual(wrong((await said(page)).filter((one) => !/^<(dd|p class="slip-code")/.test(one.place))), []);
	for (const lang of ['lv', 'nb', 'et', 'en']) {
		await to(page, lang);
		assert.deepEqual(await state(page), over, lang);
		assert.equal(await percent(), points);
		assert.deepEqual(answers(await kept(page)), store);
		assert.deepEqual(wrong((await said(page)).filter((one) => !/^<(dd|p class="slip-code")/.test(one.place))), [], lang);
	}
}

async function selfCheck(page) {
	await page.goto(onServer('nb/course/m/check/'));
	await page.fill('#hours [type=text], #hours [type=number], #hours input', '41');
	await page.click('#hours [type=submit]');
	await page.check('#choice input[value=bicycle]');
	await page.click('#choice [type=submit]');
	await page.locator('#match select').first().selectOption({ index: 1 });
	const before = await state(page);
	const store = answers(await kept(page));
	for (const lang of ['lv', 'ar', 'en', 'et', 'lv']) {
		await to(page, lang);
		assert.deepEqual(await state(page), before, lang);
		assert.deepEqual(answers(await kept(page)), store, lang);
		assert.deepEqual(wrong(await said(page)), [], lang);
		assert.notEqual(await page.textContent('#hours [role=status]'), '');
	}
	await page.fill('#hours input', '42');
	await page.click('#hours [type=submit]');
	await to(page, 'ar');
	await page.fill('#hours input', '43');
	await page.click('#hours [type=submit]');
	assert.equal(await page.getAttribute('#hours [type=submit]', 'aria-disabled'), 'true', 'three tries, in three languages');
	assert.deepEqual(wrong(await said(page)), []);
}

/* -- addresses -- */

async function redirects(page) {
	for (const to of [onServer, onDisk]) {
		await page.goto(to('en/course/m/phone/index.html'));
		await page.waitForURL(/en\/course\/m\/call-for-help\/index\.html$/);
		assert.equal(await page.textContent('h1'), 'Call someone');
	}
	await page.click('.site-header a[hreflang=lv]');
	await page.waitForURL(/lv\/course\/m\/phone\/index\.html/);
	await page.click('.site-header a[hreflang=en]');
	await page.waitForURL(/en\/course\/m\/call-for-help\/index\.html/);
}

const withoutRefresh = {
	options: { javaScriptEnabled: false },
	test: async (page) => {
		await redirects(page);
		const html = readFileSync(join(site, 'en/course/m/phone/index.html'), 'utf8');
		await page.setContent(html.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
		assert.equal(await page.getAttribute('h1 a', 'href'), '../call-for-help/index.html');
	},
};

const base = 'https://kurs.example.org/';

async function addresses(page) {
	const map = readFileSync(join(site, 'sitemap.xml'), 'utf8');
	const listed = new Map([...map.matchAll(/<url>\n<loc>(.*?)<\/loc>\n(.*?)<\/url>/gs)].map(([, loc, rest]) => [loc,
		[...rest.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, lang, href]) => `${lang} ${href}`)]));
	const whereOf = (name, lang) => `${base}${lang}/course/m/${name === 'phone' && lang === 'en' ? 'call-for-help' : name}/index.html`;
	const spoken = { signs: ['nb', 'en', 'lv', 'ar'], test: ['nb', 'lv', 'ar'], pool: ['nb', 'lv', 'ar'], check: ['nb', 'lv', 'ar'], phone: ['nb', 'en', 'lv', 'ar'], diary: ['nb', 'ar'] };

	for (const [name, really] of Object.entries(spoken)) {
		const all = [...really.map((lang) => `${lang} ${whereOf(name, lang)}`), `x-default ${whereOf(name, 'nb')}`];
		for (const lang of languages) {
			const url = whereOf(name, lang);
			const shown = really.includes(lang) ? lang : lang === 'et' && really.includes('lv') ? 'lv' : 'nb';
			await page.goto(onDisk(url.slice(base.length)));
			const head = await page.evaluate(() => ({
				canonical: document.querySelector('link[rel=canonical]').href,
				robots: document.querySelector('meta[name=robots]')?.content,
				alternates: [...document.querySelectorAll('head link[rel=alternate]')].map((one) => `${one.hreflang} ${one.href}`),
				current: document.querySelector('.site-header .languages [aria-current=true]').lang,
				marked: [...document.querySelectorAll('.site-header .languages a[rel=alternate]')].map((one) => one.hreflang),
				missing: [...document.querySelectorAll('.site-header .languages a:not([rel])')].map((one) => `${one.hreflang} ${one.querySelector('small').textContent}`),
			}));
			assert.deepEqual(head, {
				canonical: whereOf(name, shown),
				robots: shown === lang ? undefined : 'noindex',
				alternates: shown === lang ? all : [],
				current: lang,
				marked: really.filter((other) => other !== lang),
				missing: languages.filter((other) => other !== lang && !really.includes(other)).map((other) => `${other} (${text(other, 'not-translated')})`),
			}, url);
			assert.deepEqual(listed.get(url), shown === lang ? all : undefined, url);
		}
	}
	assert.ok(!map.includes(`${base}en/course/m/phone/`), 'what was moved is not listed');
}

/* -- looks -- */

const looked = ['en/course/m/signs', 'lv/course/m/signs', 'ar/course/m/signs', 'et/course/m/signs', 'lv/course/m/diary', 'ar/course/m/test', 'lv/course/m/check', 'ar/course', 'et/course/m'];

const accessible = (colorScheme) => ({
	options: { viewport: { width: 320, height: 640 }, colorScheme },
	async test(page) {
		for (const path of looked) {
			await page.goto(onDisk(`${path}/index.html`));
			await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
			await page.screenshot({ path: join(process.env.OUT, `languages-${colorScheme}-${path.replaceAll('/', '-')}.png`), fullPage: true });
			assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), `${path}: nothing hangs out of a narrow screen`);
			await page.evaluate(axe);
			const { violations } = await page.evaluate(() => window.axe.run(document, { preload: false, rules: { 'color-contrast-enhanced': { enabled: true } } }));
			assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), [], path);
		}
	},
});

async function mirrored(page) {
	const look = async (lang) => {
		await page.goto(onDisk(`${lang}/course/m/signs/index.html`));
		await page.screenshot({ path: join(process.env.OUT, `languages-wide-${lang}.png`), fullPage: true });
		return page.evaluate(() => {
			const box = (name) => document.querySelector(name).getBoundingClientRect();
			const words = (name) => {
				const range = document.createRange();
				range.selectNodeContents(document.querySelector(name));
				return range.getBoundingClientRect();
			};
			const middle = (rect) => (rect.left + rect.right) / 2;
			return {
				dir: document.documentElement.dir,
				heading: Math.sign(middle(words('h1')) - middle(box('main'))),
				brand: Math.sign(middle(box('.brand')) - middle(box('.site-header .languages'))),
				contents: Math.sign(middle(box('.course-nav')) - middle(box('main'))),
				option: Math.sign(middle(box('#first-step input')) - middle(box('#first-step .option-text'))),
				previous: Math.sign(middle(box('.pager-prev')) - middle(box('.pager-next'))),
				bullets: Math.sign(parseFloat(getComputedStyle(document.querySelector('.prose ul')).paddingLeft) - parseFloat(getComputedStyle(document.querySelector('.prose ul')).paddingRight)),
				column: Math.sign(middle(box('th:first-child')) - middle(box('th:last-child'))),
			};
		});
	};
	const left = await look('lv');
	assert.deepEqual(left, { dir: 'ltr', heading: -1, brand: -1, contents: -1, option: -1, previous: -1, bullets: 1, column: -1 });
	assert.deepEqual(await look('ar'), Object.fromEntries(Object.entries(left).map(([key, side]) => [key, side === 'ltr' ? 'rtl' : -side])));
}

mirrored.options = { viewport: { width: 1300, height: 900 } };

await run({
	'languages: what the build tells': async () => {
		assert.match(built.stderr, /m\.po:\d+: error: .*the link to `#law` of the source is missing \[translation-markup\]/);
		assert.match(built.stderr, /warning: .*in `lv`: Ikke konfronter arbeidsgiveren alene\. \[translation-critical\]/);
		assert.match(built.stderr, /10-signs\.md:30:1: warning: .*the page is not translated into `et` \[translation-critical\]/);
		assert.match(built.stderr, /1 error, 3 warnings/);
		assert.equal(pages.length, 53);
	},

	'languages: notices': (page) => notices(page, onServer),
	'languages: notices without script': { options: { javaScriptEnabled: false }, test: (page) => notices(page, onDisk) },
	'languages: what has changed': changes,
	'languages: what has changed, without script': { options: { javaScriptEnabled: false }, test: changes },

	'languages: every word is marked as what it is, on every page': async (page) => {
		for (const path of pages.filter((one) => one !== 'en/course/m/phone/index.html')) {
			await page.goto(onServer(path));
			assert.deepEqual(wrong(await said(page)), [], path);
		}
	},

	'languages: and a mark that is missing would be noticed': async (page) => {
		for (const path of ['en/course/m/signs', 'lv/course/m/signs', 'lv/course/m/check', 'et/course/m/signs', 'ar/course/m']) {
			await page.goto(onDisk(`${path}/index.html`));
			const marked = await page.$$('body [lang]:not(:empty)');
			assert.ok(marked.length > 4);
			for (const [i] of marked.entries()) {
				await page.evaluate((n) => {
					const one = document.querySelectorAll('body [lang]:not(:empty)')[n];
					window.was = [one, one.lang, one.dir];
					one.lang = one.lang === 'et' ? 'ar' : 'et';
					one.dir = one.lang === 'ar' ? 'rtl' : 'ltr';
				}, i);
				assert.notDeepEqual(wrong(await said(page)), [], `${path}: ${await marked[i].evaluate((one) => one.outerHTML)}`);
				await page.evaluate(() => {
					const [one, lang, dir] = window.was;
					one.lang = lang;
					one.dir = dir;
				});
			}
		}
	},

	'languages: what is not sure is nowhere': nowhere,
	'languages: a question is translated or not': whole,
	'languages: a test from language to language': test,
	'languages: a self-check from language to language': selfCheck,
	'languages: a translated address': redirects,
	'languages: a translated address, without script': withoutRefresh,
	'languages: what search engines are told': addresses,
	'languages: axe, a narrow light screen': accessible('light'),
	'languages: axe, a narrow dark screen': accessible('dark'),
	'languages: from right to left': mirrored,
}, { options: {}, network: true });
server.close();
