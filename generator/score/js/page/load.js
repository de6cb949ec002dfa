/* SPDX-License-Identifier: MIT */
/* Scripts that few readers need are loaded when they do; they lie beside the page's own. */

const scriptHome = typeof document === 'object' && document.currentScript ? document.currentScript.src : '';
const scriptBeside = (name) => new URL(name, scriptHome).href;

/* The script says what it has by an event of that name. */
function loadScript(name, event, use, failed) {
	const script = document.createElement('script');
	const take = ({ detail }) => {
		script.remove();
		use(detail);
	};

	document.addEventListener(event, take, { once: true });
	script.src = scriptBeside(name);
	script.addEventListener('error', () => {
		document.removeEventListener(event, take);
		script.remove();
		failed();
	});
	document.head.append(script);
}
