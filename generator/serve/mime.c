/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/mime.h"

#include "base/path.h"

/* What sites hold. All text that Pensum writes is UTF-8. */
static const struct row {
	const char *ext;
	struct str type;
} rows[] = {
	{ ".html", STR_INIT("text/html; charset=utf-8") },
	{ ".htm", STR_INIT("text/html; charset=utf-8") },
	{ ".css", STR_INIT("text/css; charset=utf-8") },
	{ ".js", STR_INIT("text/javascript; charset=utf-8") },
	{ ".mjs", STR_INIT("text/javascript; charset=utf-8") },
	{ ".json", STR_INIT("application/json; charset=utf-8") },
	{ ".webmanifest", STR_INIT("application/manifest+json; charset=utf-8") },
	{ ".xml", STR_INIT("application/xml; charset=utf-8") },
	{ ".txt", STR_INIT("text/plain; charset=utf-8") },
	{ ".md", STR_INIT("text/markdown; charset=utf-8") },
	{ ".csv", STR_INIT("text/csv; charset=utf-8") },
	{ ".vtt", STR_INIT("text/vtt; charset=utf-8") },
	{ ".srt", STR_INIT("application/x-subrip; charset=utf-8") },
	{ ".ics", STR_INIT("text/calendar; charset=utf-8") },
	{ ".svg", STR_INIT("image/svg+xml; charset=utf-8") },
	{ ".png", STR_INIT("image/png") },
	{ ".apng", STR_INIT("image/apng") },
	{ ".jpg", STR_INIT("image/jpeg") },
	{ ".jpeg", STR_INIT("image/jpeg") },
	{ ".gif", STR_INIT("image/gif") },
	{ ".webp", STR_INIT("image/webp") },
	{ ".avif", STR_INIT("image/avif") },
	{ ".bmp", STR_INIT("image/bmp") },
	{ ".ico", STR_INIT("image/vnd.microsoft.icon") },
	{ ".woff2", STR_INIT("font/woff2") },
	{ ".woff", STR_INIT("font/woff") },
	{ ".ttf", STR_INIT("font/ttf") },
	{ ".otf", STR_INIT("font/otf") },
	{ ".mp4", STR_INIT("video/mp4") },
	{ ".m4v", STR_INIT("video/mp4") },
	{ ".webm", STR_INIT("video/webm") },
	{ ".ogv", STR_INIT("video/ogg") },
	{ ".mov", STR_INIT("video/quicktime") },
	{ ".mp3", STR_INIT("audio/mpeg") },
	{ ".m4a", STR_INIT("audio/mp4") },
	{ ".aac", STR_INIT("audio/aac") },
	{ ".oga", STR_INIT("audio/ogg") },
	{ ".ogg", STR_INIT("audio/ogg") },
	{ ".opus", STR_INIT("audio/ogg") },
	{ ".flac", STR_INIT("audio/flac") },
	{ ".wav", STR_INIT("audio/wav") },
	{ ".pdf", STR_INIT("application/pdf") },
	{ ".epub", STR_INIT("application/epub+zip") },
	{ ".zip", STR_INIT("application/zip") },
	{ ".gz", STR_INIT("application/gzip") },
	{ ".wasm", STR_INIT("application/wasm") },
	{ ".doc", STR_INIT("application/msword") },
	{ ".xls", STR_INIT("application/vnd.ms-excel") },
	{ ".ppt", STR_INIT("application/vnd.ms-powerpoint") },
	{ ".docx", STR_INIT("application/vnd.openxmlformats-officedocument.wordprocessingml.document") },
	{ ".xlsx", STR_INIT("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") },
	{ ".pptx", STR_INIT("application/vnd.openxmlformats-officedocument.presentationml.presentation") },
	{ ".odt", STR_INIT("application/vnd.oasis.opendocument.text") },
	{ ".ods", STR_INIT("application/vnd.oasis.opendocument.spreadsheet") },
	{ ".odp", STR_INIT("application/vnd.oasis.opendocument.presentation") },
};

static bool
same_ending(struct str ext, const char *row)
{
	size_t i = 0;

	while (i < ext.n && row[i] != '\0' && str_lower(ext.p[i]) == row[i])
		i++;
	return i == ext.n && row[i] == '\0';
}

struct str
mime_of(struct str path)
{
	struct str ext = path_ext(path);

	for (size_t i = 0; ext.n > 0 && i < sizeof rows / sizeof *rows; i++)
		if (same_ending(ext, rows[i].ext))
			return rows[i].type;
	return STR("application/octet-stream");
}

bool
mime_is_page(struct str type)
{
	return str_starts(type, "text/html");
}
