/* SPDX-License-Identifier: MIT */
/* Answers that are typed have a list of accepted ones, tried in order. What is shared by text.js and number.js. */

const answerCredit = ({ score = '1' }) => parse(score);
const bestCredit = (answers) => answers.map(answerCredit).reduce((a, b) => (a ? greater(a, b) : b), null) || ZERO;
