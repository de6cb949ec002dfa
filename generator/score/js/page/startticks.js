/* SPDX-License-Identifier: MIT */
/* The last piece of a page with bands to tick for. */

whenReady(openAllTicks);
