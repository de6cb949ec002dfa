/* SPDX-License-Identifier: MIT */
/* Questions that are drawn for each attempt. */

/* The ids that each draw takes: those that it took before, as far as all of them are still there, else new ones. */
function drawnIds(data, record) {
	return (data.quiz.draws || []).map(({ tag, take }, i) => {
		const all = data.questions.filter((q) => q.draw === i).map((q) => q.id);
		const before = (record.drawn[i] || []).filter((id) => all.includes(id));
		return before.length === take ? before : drawn(all, take, `${data.key}/${record.n}/pool:${tag}`);
	});
}

/* Shows what this attempt asks; the numbers follow. */
function deliver(session) {
	const { data, items, record } = session;
	const ids = drawnIds(data, record);
	const isAsked = ({ q }) => q.draw === undefined || ids[q.draw].includes(q.id);

	record.drawn = { ...ids };
	session.asked = items.filter(isAsked);
	for (const item of items)
		(item.form.closest('.pooled') || item.form).hidden = !isAsked(item);
	session.asked.forEach((item, i) => {
		part(item, '.question-number').textContent = message(data, 'question-number', { number: number(data, i + 1) });
	});
}
