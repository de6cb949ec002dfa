/* SPDX-License-Identifier: MIT */
/* Areas over a picture: pointing at one does what its option in the list does. */

const areaInput = (form, area) => form.querySelector(`${partSelector('part', area.dataset.area)} input`);

/* What is chosen, and what has the focus in the list, is drawn in the picture, too. */
function showAreas(form) {
	for (const area of form.querySelectorAll('[data-area]')) {
		const input = areaInput(form, area);
		area.classList.toggle('is-on', input.checked);
		area.classList.toggle('has-focus', input === document.activeElement);
	}
}

/* Areas may lie over each other: all that the pointer is in are meant, as far as so many may be chosen. */
function openPicture(form) {
	const picture = form.querySelector('.hotspot');

	if (!picture || !picture.querySelector('[data-area]'))
		return;
	picture.addEventListener('click', ({ clientX, clientY }) => {
		for (const area of document.elementsFromPoint(clientX, clientY).filter((element) => picture.contains(element) && element.dataset.area))
			areaInput(form, area).click();
	});
	for (const event of ['change', 'focusin', 'focusout', 'reset'])
		form.addEventListener(event, () => setTimeout(showAreas, 0, form));
}
