// SPDX-License-Identifier: GPL-3.0-or-later
module.exports = {
	root: true,
	extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
	rules: {
		'long-title': 'off', // page, course and site: the first is what matters
		'prefer-native-element': ['error', { exclude: ['region'] }], // what scrolls is a region, not a section of the text
		'require-sri': 'off', // nothing comes from elsewhere
		'tel-non-breaking': 'off', // the style sheet keeps numbers in one piece
		'wcag/h32': 'off', // signs and things to do are ticked, and sent nowhere
	},
};
