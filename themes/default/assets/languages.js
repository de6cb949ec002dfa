// SPDX-License-Identifier: MIT
document.addEventListener('click', function (event) {
	var link = event.target.closest('.languages a');
	if (link && location.hash)
		link.hash = location.hash;
});
