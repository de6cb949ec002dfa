/* SPDX-License-Identifier: MIT */
/* The last piece of a page with scenarios. */

whenReady(openAllStories);
