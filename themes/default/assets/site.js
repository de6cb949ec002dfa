// SPDX-License-Identifier: MIT
// What every page can do for its readers. The choice of language keeps the place in the page: ids are the same in all languages.
document.addEventListener('click', function (event) {
	var link = event.target.closest('.languages a');
	if (link && location.hash)
		link.hash = location.hash;
});
