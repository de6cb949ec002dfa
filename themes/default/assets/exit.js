// SPDX-License-Identifier: MIT
// The quick exit: what is on the screen is gone at once, the page is not in the history to go back to, and what this tab kept of the
// site is forgotten. Shift three times within five seconds leaves, too, as do both Shift keys together.
(function () {
	var exit = document.querySelector('[data-exit]');
	if (!exit)
		return;
	var link = exit.querySelector('a'), status = exit.querySelector('[data-exit-status]');
	var presses = 0, alone = false, timer = 0, cover = null;

	function forget() {
		try {
			Object.keys(sessionStorage).forEach(function (key) {
				if (key.indexOf('pensum/') === 0)
					sessionStorage.removeItem(key);
			});
		} catch (error) {
			// A storage that is closed keeps nothing.
		}
	}

	function leave() {
		cover = document.createElement('div');
		cover.className = 'exit-cover';
		cover.setAttribute('role', 'alert');
		cover.textContent = status.getAttribute('data-leaving');
		document.body.appendChild(cover);
		document.documentElement.classList.add('is-leaving');
		forget();
		location.replace(link.href);
	}

	function again() {
		presses = 0;
		clearTimeout(timer);
		status.textContent = '';
	}

	document.addEventListener('click', function (event) {
		if (!event.target.closest('.exit-link'))
			return;
		event.preventDefault();
		leave();
	});
	document.addEventListener('keydown', function (event) {
		if (event.key !== 'Shift') {
			alone = false;
			again();
		} else if (!event.repeat) {
			if (alone) {
				leave(); // the other one is still down
				return;
			}
			alone = true;
		}
	});
	document.addEventListener('keyup', function (event) {
		if (event.key !== 'Shift' || !alone)
			return;
		alone = false;
		presses += 1;
		if (presses === 3) {
			leave();
			return;
		}
		status.textContent = status.getAttribute(presses === 1 ? 'data-twice' : 'data-once');
		clearTimeout(timer);
		timer = setTimeout(again, 5000);
	});
	// Whoever comes back by the browser's memory finds the page as it was.
	addEventListener('pageshow', function () {
		if (cover)
			cover.remove();
		cover = null;
		document.documentElement.classList.remove('is-leaving');
		again();
	});
})();
