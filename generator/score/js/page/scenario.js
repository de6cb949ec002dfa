/* SPDX-License-Identifier: MIT */
/*
 * Scenarios, one scene at a time. All of it is in the page, and every way on is a link to another scene: what is shown follows
 * the address, so the browser's Back goes back here, too. Nothing is stored, nothing sent.
 *
 * A way is the list of choices that led to a scene: [step, choice], an id and a number from 0. Coming back to a step
 * forgets what was chosen since one first left it.
 */

/* The way up to a step: as it was when one first came there. */
function wayUpTo(way, step) {
	const at = way.findIndex(([from]) => from === step);
	return at < 0 ? way : way.slice(0, at);
}

/* The way after that choice at that step. */
const wayOn = (way, step, choice) => [...wayUpTo(way, step), [step, choice]];

/* -- the page -- */

const choicesIn = (scene) => Array.from(scene.querySelectorAll('a[data-choice]'));
const choiceTo = (scene, id) => choicesIn(scene).findIndex((link) => link.hash === `#${id}`);

function openStory(root) {
	const scenes = Array.from(root.querySelectorAll('[data-scene]'));
	const tools = root.querySelector('[data-tools]');
	const status = root.querySelector('[role="status"]');
	const sceneAt = (hash) => scenes.find((scene) => `#${scene.id}` === hash);
	let here = scenes[0];
	let way = [];

	/* The way that led to a scene: by a choice, or by going back and forth. */
	function wayTo(scene) {
		const { scene: kind, from } = scene.dataset;

		if (kind === 'front')
			return [];
		if (kind === 'turn')
			return wayOn(way, from, choiceTo(sceneAt(`#${from}`), scene.id));
		if (kind !== 'step' && kind !== 'ending')
			return way;
		const choice = choiceTo(here, scene.id);
		return wayUpTo(choice < 0 ? way : wayOn(way, here.id, choice), scene.id);
	}

	/* Where one step back leads: from a turn to its step, else to the step before. */
	function back({ dataset: { scene: kind, from } }) {
		if (kind === 'turn')
			return from;
		if (kind === 'step' || kind === 'ending')
			return way.length > 0 ? way[way.length - 1][0] : scenes[0].id;
		return here.id;
	}

	/* What was chosen at [step, choice]: its words, and what they were worth. */
	function described([step, choice]) {
		const link = choicesIn(sceneAt(`#${step}`))[choice];
		const outcome = sceneAt(link.hash).querySelector('.outcome');
		const item = document.createElement('li');

		item.textContent = outcome ? `${link.textContent} (${outcome.textContent})` : link.textContent;
		return item;
	}

	function show(scene) {
		const kind = scene.dataset.scene;

		for (const other of scenes)
			other.toggleAttribute('data-here', other === scene);
		root.dataset.at = kind;
		for (const link of root.querySelectorAll('[data-back]'))
			link.hash = back(scene);
		tools.hidden = kind === 'front' || kind === 'pause';
		tools.querySelector('details').hidden = way.length === 0;
		tools.querySelector('ol').textContent = '';
		tools.querySelector('ol').append(...way.map(described));
		here = scene;
		if (kind === 'ending' && 'points' in root.dataset)
			showPoints(root, scene, way);
	}

	/* The scene's heading gets the focus, and is read out. */
	function tell(scene) {
		const heading = scene.querySelector('.scene-title, h2, h3') || scene;

		scene.scrollIntoView();
		heading.focus({ preventScroll: true });
		status.textContent = heading.innerText;
	}

	/* A place in a scene, as that of a footnote, brings its scene out. On a page that was just opened the focus is the browser's. */
	function follow(event) {
		const target = document.getElementById(location.hash.slice(1));
		const scene = target && target.closest('[data-scene]');

		if (!scenes.includes(scene))
			return;
		if (scene !== here) {
			way = wayTo(scene);
			show(scene);
		}
		for (const link of document.querySelectorAll('a[hreflang]'))
			link.hash = target.id; /* the same place in another language */
		if (scene !== target)
			target.scrollIntoView();
		else if (event)
			tell(scene);
	}

	show(here);
	follow();
	addEventListener('hashchange', follow);
}

function openAllStories() {
	document.querySelectorAll('[data-story]').forEach(openStory);
}
