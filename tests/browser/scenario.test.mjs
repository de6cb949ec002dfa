// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario of the kindergarten: by keyboard alone, back and forth, without script, and on paper.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { address, assert, run } from './browser.mjs';

const nb = address('nb/trafficking/fra-mistanke-til-hjelp/aldri-en-fridag/index.html');
const en = address('en/trafficking/suspicion-to-help/never-a-day-off/index.html');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const scenes = (page) => page.locator('.story [data-scene]:visible');
const title = async (page) => (await page.locator('.story [data-here] > .scene-title').innerText()).replace(/\s+/g, ' ');
const way = (page) => page.locator('.scene-tools li').allTextContents();
const choose = (page, words) => page.locator('.choices a:visible', { hasText: words }).click();
const focused = (page) => page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, ' ').trim());

async function tabTo(page, words) {
	for (let i = 0; i < 80; i++) {
		await page.keyboard.press('Tab');
		if ((await focused(page)) === words)
			return;
	}
	assert.fail(`the Tab key does not reach “${words}”`);
}

async function at(page, words) {
	await page.waitForFunction((want) => {
		const heading = document.querySelector('.story [data-here] > .scene-title');
		return heading && heading.textContent.replace(/\s+/g, ' ').includes(want);
	}, words);
	assert.equal(await scenes(page).count(), 1, 'one scene is shown');
}

async function clean(page, what) {
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], preload: false }));
	assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), [], what);
}

// One way through, with a detour, without a mouse.
async function byKeyboard(page) {
	await page.goto(nb);
	assert.equal(await scenes(page).count(), 1);
	assert.ok(await page.locator('.front .caution').isVisible());
	assert.equal(await page.locator('.scene-tools').isVisible(), false);

	await tabTo(page, 'Begynn');
	await page.keyboard.press('Enter');
	await at(page, 'En observasjon');
	assert.equal(await focused(page), '1 En observasjon');
	assert.equal(await page.locator('.story [role=status]').innerText(), 'En observasjon');

	await tabTo(page, 'Spørre barnet hvordan de har det hjemme');
	await page.keyboard.press('Enter');
	await at(page, 'Du valgte: Spørre barnet');
	assert.equal(await page.locator('[data-here] .outcome').innerText(), 'Risikabelt');
	assert.equal(await page.locator('.scene-pause:visible').innerText(), 'Ta en pause');
	await tabTo(page, 'Gå videre');
	await page.keyboard.press('Enter');
	await at(page, 'Barnet blir stille');
	await tabTo(page, 'Gå tilbake og velge på nytt');
	await page.keyboard.press('Enter');
	await at(page, 'En observasjon');
	assert.deepEqual(await way(page), [], 'the detour is forgotten');

	for (const [choice, next] of [
		['Fortelle styreren hva du har sett, og skrive ned bare det', 'I garderoben'],
		['Invitere foreldrene til en rolig samtale med tolk, om hvordan familien har det', 'Samtalen'],
		['Si at de har rettigheter, at hjelpen er gratis, og at den ikke er avhengig av at de snakker med politiet', 'De sier ja'],
		['Be om råd hos kommunens kontakt, Arbeidstilsynet, en fagforening eller en organisasjon, slik dere har avtalt', 'Dere spør sammen'],
	]) {
		await tabTo(page, choice);
		await page.keyboard.press('Enter');
		await at(page, choice.slice(0, 20));
		await tabTo(page, 'Gå videre');
		await page.keyboard.press('Enter');
		await at(page, next);
	}
	assert.ok(await page.getByText('Det som virkelig skjedde', { exact: true }).isVisible());
	assert.ok(await page.getByText('To spørsmål til deg').isVisible());
	assert.equal((await way(page)).length, 4);
	assert.equal((await way(page))[0], 'Fortelle styreren hva du har sett, og skrive ned bare det (Trygt)');
	assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0], 'nothing is stored');
}

async function backAndForth(page) {
	await page.goto(en);
	await page.getByRole('link', { name: 'Begin', exact: true }).click();
	await choose(page, 'Tell your head');
	await at(page, 'You chose: Tell your head');
	await page.getByRole('link', { name: 'Go on', exact: true }).click();
	await at(page, 'In the cloakroom');
	await choose(page, 'leaflet');
	await at(page, 'You chose: Give them a leaflet');
	assert.deepEqual((await way(page)).length, 2);

	// The browser's way back and forth.
	await page.goBack();
	await at(page, 'In the cloakroom');
	assert.equal((await way(page)).length, 1);
	await page.goBack();
	await at(page, 'You chose: Tell your head');
	await page.goBack();
	await at(page, 'An observation');
	assert.deepEqual(await way(page), []);
	await page.goForward();
	await page.goForward();
	await at(page, 'In the cloakroom');
	assert.equal((await way(page)).length, 1);

	// The page's own.
	await page.getByRole('link', { name: 'Take a break' }).locator('visible=true').click();
	await at(page, 'A break');
	assert.equal(await page.locator('.scene-tools').isVisible(), false);
	await page.getByRole('link', { name: 'Back to the story' }).click();
	await at(page, 'In the cloakroom');
	await page.getByRole('link', { name: 'One step back' }).click();
	await at(page, 'An observation');
	await page.getByRole('link', { name: 'One step back' }).click();
	await page.getByRole('link', { name: 'Begin', exact: true }).waitFor();
	assert.equal(await page.locator('.scene-tools').isVisible(), false);
	await page.getByRole('link', { name: 'Skip the story' }).click();
	await at(page, 'The story in short');
	assert.ok(await page.getByText('What really happened', { exact: true }).isVisible());
	await page.getByRole('link', { name: 'Start over' }).click();
	await page.getByRole('link', { name: 'Begin', exact: true }).waitFor();
}

// The address says where one is: in another language, and after loading the page again.
async function byAddress(page) {
	await page.goto(`${en}#days-off__talk`);
	await at(page, 'The talk');
	await choose(page, 'Promise them');
	await at(page, 'You chose: Promise them');
	await page.reload();
	await at(page, 'You chose: Promise them');
	assert.equal((await way(page)).length, 1);
	await page.locator('header a[hreflang=nb]').click();
	await at(page, 'Du valgte: Love at de får oppholdstillatelse');
	await page.goto(`${en}#days-off__nowhere`);
	await page.reload();
	assert.ok(await page.locator('.front').isVisible());
}

async function accessible(page) {
	await page.goto(nb);
	await clean(page, 'the front');
	for (const hash of ['days-off__start', 'days-off__start--2', 'days-off__start--3', 'days-off__advice', 'days-off--summary', 'days-off--pause']) {
		await page.goto(`${nb}#${hash}`);
		await page.locator(`[id="${hash}"] > .scene-title`).waitFor();
		await clean(page, hash);
	}
}

// A narrow window, large letters: nothing is cut off.
async function narrow(page) {
	for (const hash of ['', '#days-off__start', '#days-off__agreed--1', '#days-off__advice']) {
		await page.goto(nb + hash);
		assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), hash);
		for (const link of await page.locator('.choices a:visible, .scene-on a:visible, .scene-pause a:visible, .scene-tools a:visible').all()) {
			const box = await link.boundingBox();
			assert.ok(box.height >= 24 && box.width >= 24, await link.innerText());
		}
	}
}

// All of it is there, every link leads to a scene, and feedback stands between a choice and where it leads.
async function withoutScript(page) {
	await page.goto(en);
	const all = await page.locator('.story [data-scene]').count();
	assert.equal(await scenes(page).count(), all);
	assert.equal(await page.locator('.scene-tools').isVisible(), false);
	await page.locator('.choices a', { hasText: 'Ask the child' }).click();
	const turn = page.locator('[id="days-off__start--2"]');
	assert.ok(await turn.isVisible());
	assert.equal(new URL(page.url()).hash, '#days-off__start--2');
	assert.equal(await turn.locator('.outcome').innerText(), 'Risky');
	await turn.getByRole('link', { name: 'Go on' }).click();
	assert.equal(new URL(page.url()).hash, '#days-off__asked-child');
	const lost = await page.evaluate(() => Array.from(document.querySelectorAll('.story a[href^="#"]'))
		.filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).length);
	assert.equal(lost, 0);
}

// Printed in the middle of the story: every scene, with the numbers to go on to.
async function onPaper(page) {
	await page.goto(`${en}#days-off__pickup`);
	await at(page, 'In the cloakroom');
	await page.emulateMedia({ media: 'print' });
	assert.equal(await page.locator('.story .step:visible, .story .ending:visible').count(), 12);
	assert.equal(await page.locator('[id="days-off__start--1"] .scene-go').innerText(), 'go to 5');
	assert.equal(await page.locator('[id="days-off__start"] .choices li').nth(1).locator('.scene-go').innerText(), 'go to 1.2');
	assert.ok(await page.locator('.scene-paper').isVisible());
	assert.ok(await page.locator('.debrief').isVisible());
	assert.equal(await page.locator('.scene-pause:visible, .scene-tools:visible, .pause:visible').count(), 0);
}

await run({
	'scenario: by keyboard, to its end': byKeyboard,
	'scenario: back and forth': backAndForth,
	'scenario: by its address': byAddress,
	'scenario: no violation of accessibility': accessible,
	'scenario: on a small screen': { test: narrow, options: { viewport: { width: 320, height: 640 } } },
	'scenario: without script': { test: withoutScript, options: { javaScriptEnabled: false, reducedMotion: 'reduce' } },
	'scenario: on paper': onPaper,
});
