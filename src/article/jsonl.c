/* SPDX-License-Identifier: Apache-2.0
 *
 * jsonl.c -- one line of JSON Lines as an article.
 *
 * The strings stay in jansson's object, which the article owns: nothing is
 * copied. jansson itself refuses bad UTF-8, half surrogate pairs, NULs inside
 * of strings and nesting beyond 2048.
 */
#include "article/jsonl.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/layout.h"
#include "base/error.h"

cg_status cgi_fail_line(cg_error *err, cg_status status, size_t offset,
                        size_t number, const char *fmt, ...)
{
    char text[sizeof err->text];
    va_list ap;
    if (!err || err->status != CG_OK)
        return status;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    cgi_fail(err, status, offset, "%s", text);
    err->line = number;
    return status;
}

void cgi_json_article_clear(cgi_json_article *article)
{
    json_decref(article->root);
    free(article->id);
    *article = (cgi_json_article){0};
}

/* Sets *out to the string under `key`, NULL if there is none or it is null. */
static bool get_string(const char **out, size_t *len, const json_t *root,
                       const char *key)
{
    const json_t *value = json_object_get(root, key);
    *out = json_string_value(value);
    if (len)
        *len = json_string_length(value);
    return !value || json_is_null(value) || json_is_string(value);
}

/* The name of the first key whose value has the wrong type, or NULL. */
static const char *get_names(cg_source *out, const json_t *root)
{
    if (!get_string(&out->title, NULL, root, "title"))
        return "title";
    if (!get_string(&out->date, NULL, root, "date"))
        return "date";
    cgi_date date;
    if (!cgi_date_read(&date, out->date)) /* "2004/2005", "None" */
        out->date = NULL;
    if (!get_string(&out->url, NULL, root, "url"))
        return "url";
    if (!get_string(&out->publisher, NULL, root, "publisher"))
        return "publisher";
    return NULL;
}

/* An id may be a number too. False when memory ran out. */
static bool get_id(cgi_json_article *out, const json_t *root)
{
    const json_t *id = json_object_get(root, "id");
    if (json_is_number(id)) {
        out->id = json_dumps(id, JSON_ENCODE_ANY);
        out->source.id = out->id;
        return out->id != NULL;
    }
    out->source.id = json_string_value(id);
    return true;
}

cg_status cgi_json_article_read(cgi_json_article *out, const char *line,
                                size_t len, size_t offset, size_t number,
                                cg_error *err)
{
    json_error_t json;
    json_t *root = json_loadb(line, len, 0, &json);
    if (!root) {
        if (json_error_code(&json) == json_error_out_of_memory)
            return cgi_fail_line(err, CG_ERR_NOMEM, offset, number,
                                 "out of memory");
        size_t at = json.position > 0 ? (size_t)json.position : 0;
        return cgi_fail_line(err, CG_ERR_TEXT, offset + at, number, "JSON: %s",
                             json.text);
    }
    out->root = root;
    if (!json_is_object(root))
        return cgi_fail_line(err, CG_ERR_TEXT, offset, number,
                             "JSON: not an object");
    const char *bad = get_names(&out->source, root);
    if (bad)
        return cgi_fail_line(err, CG_ERR_TEXT, offset, number,
                             "\"%s\" is not a string", bad);
    if (!get_string(&out->source.text, &out->source.len, root, "text"))
        return cgi_fail_line(err, CG_ERR_TEXT, offset, number,
                             "\"text\" is not a string");
    cgi_slice text = {out->source.text, out->source.len};
    if (!cgi_slice_trim(text).len)
        return cgi_fail_line(err, CG_ERR_TEXT, offset, number,
                             text.at ? "\"text\" is empty" : "no \"text\"");
    if (text.len > CGI_ARTICLE_MAX)
        return cgi_fail_line(err, CG_ERR_LIMIT, offset, number,
                             "\"text\" longer than %zu bytes", CGI_ARTICLE_MAX);
    if (!get_id(out, root))
        return cgi_fail_line(err, CG_ERR_NOMEM, offset, number,
                             "out of memory");
    return CG_OK;
}
