// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a build in place could do wrong. Each takes what a right one left, with room for changes, and makes one thing wrong in it.
const changed = (files, path, by) => new Map([...files].map(([name, bytes]) => [name, name === path ? by(bytes) : bytes]));
const without = (files, path) => new Map([...files].filter(([name]) => name !== path));
const page = ({ files }) => [...files.keys()].find((path) => path.endsWith('.html'));
const script = ({ files }) => [...files.keys()].find((path) => path.endsWith('.js'));

export const mutants = {
	'another exit status': (is) => ({ ...is, status: is.status + 1 }),
	'a message less': (is) => ({ ...is, said: is.said.slice(1) }),
	'a message more': (is) => ({ ...is, said: [...is.said, 'once more'] }),
	'a message twice': (is) => ({ ...is, said: [...is.said, is.said[0]] }),
	'another number of pages': (is) => ({ ...is, built: { ...is.built, pages: is.built.pages - 1 } }),
	'nothing published': (is) => ({ ...is, built: { ...is.built, published: false } }),
	'a byte of a page': (is) => ({ ...is, files: changed(is.files, page(is), (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')])) }),
	'a page cut off': (is) => ({ ...is, files: changed(is.files, page(is), (bytes) => bytes.subarray(0, -1)) }),
	'a page gone': (is) => ({ ...is, files: without(is.files, page(is)) }),
	'a script gone': (is) => ({ ...is, files: without(is.files, script(is)) }),
	'a page that should be gone': (is) => ({ ...is, files: new Map([...is.files, ['nb/old/index.html', Buffer.from('old')]]) }),
	'a key file gone': (is) => ({ ...is, keys: new Map([...is.keys].slice(1)) }),
};
