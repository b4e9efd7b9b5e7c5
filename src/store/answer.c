/* SPDX-License-Identifier: Apache-2.0
 *
 * answer.c -- the rows of an answer as a table, CSV or JSON.
 *
 * CSV and JSON are the result formats of SPARQL 1.1; a table is for people:
 * short names for IRIs, and long texts cut.
 */
#include "base/utf8.h"
#include "store/query.h"
#include "world/vocabulary.h"

/* Most characters of a cell in a table. */
#define CELL_MAX 60

static const cgi_term *cell_at(const cgi_answer *a, size_t row, size_t column)
{
    return &a->cells[row * a->n_columns + column];
}

/* ---- Conditions ------------------------------------------------------ */

static size_t find_column(const cgi_answer *a, cgi_slice name)
{
    size_t i = 0;
    while (i < a->n_columns && !cgi_slice_is(name, a->names[i]))
        i++;
    return i;
}

static void keep_rows(cgi_answer *a, size_t column, const char *text)
{
    size_t n = 0;
    for (size_t row = 0; row < a->n_rows; row++) {
        const char *is = cell_at(a, row, column)->text;
        if (strcmp(is ? is : "", text) != 0)
            continue;
        memmove(&a->cells[n++ * a->n_columns], &a->cells[row * a->n_columns],
                a->n_columns * sizeof *a->cells);
    }
    a->n_rows = n;
}

cg_status cgi_answer_filter(cgi_answer *answer, const char *const *conditions,
                            size_t n, cg_error *err)
{
    for (size_t i = 0; i < n; i++) {
        size_t len = strcspn(conditions[i], "=");
        size_t column = find_column(answer, (cgi_slice){conditions[i], len});
        if (!conditions[i][len] || column == answer->n_columns)
            return cgi_fail(err, CG_ERR_USAGE, 0,
                            "\"%.60s\" is not COLUMN=TEXT with a column of "
                            "the query",
                            conditions[i]);
        keep_rows(answer, column, conditions[i] + len + 1);
    }
    return CG_OK;
}

/* ---- Tables ---------------------------------------------------------- */

static const char *short_name(cgi_arena *a, const char *iri)
{
    for (const cgi_prefix *p = cgi_prefixes; p->name; p++) {
        size_t n = strlen(p->iri);
        if (!strncmp(iri, p->iri, n) && iri[n])
            return cgi_arena_printf(a, "%s:%s", p->name, iri + n);
    }
    return iri;
}

static const char *table_text(cgi_arena *a, const cgi_term *cell)
{
    if (!cell->text)
        return "";
    const char *text =
        cell->kind == CGI_TERM_IRI ? short_name(a, cell->text) : cell->text;
    text = cgi_utf8_one_line(a, cgi_slice_of(text));
    const char *at = text, *end = text + strlen(text), *cut = text;
    for (size_t n = 0; at < end; n++) {
        cgi_utf8_next(&at, end);
        if (n < CELL_MAX - 1)
            cut = at;
        if (n == CELL_MAX)
            return cgi_arena_printf(a, "%.*s\u2026", (int)(cut - text), text);
    }
    return text;
}

static void put_padded(FILE *to, const char *text, size_t width, bool is_last)
{
    size_t n = cgi_utf8_length(cgi_slice_of(text));
    fputs(text, to);
    for (; !is_last && n < width; n++)
        fputc(' ', to);
    fputs(is_last ? "\n" : "  ", to);
}

static void write_table(FILE *to, cgi_arena *a, const cgi_answer *answer)
{
    size_t n = answer->n_columns, n_cells = n * (answer->n_rows + 1);
    if (!n)
        return;
    const char **texts = cgi_arena_array(a, n_cells, sizeof *texts);
    size_t *widths = cgi_arena_array(a, n, sizeof *widths);
    for (size_t i = 0; i < n_cells; i++) {
        texts[i] =
            i < n ? answer->names[i] : table_text(a, &answer->cells[i - n]);
        size_t width = cgi_utf8_length(cgi_slice_of(texts[i]));
        widths[i % n] = width > widths[i % n] ? width : widths[i % n];
    }
    for (size_t i = 0; i < n_cells; i++)
        put_padded(to, texts[i], widths[i % n], i % n == n - 1);
}

/* ---- CSV ------------------------------------------------------------- */

static void write_csv_cell(FILE *to, const char *text)
{
    if (!strpbrk(text, ",\"\n\r")) {
        fputs(text, to);
        return;
    }
    fputc('"', to);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', to);
        fputc(*text, to);
    }
    fputc('"', to);
}

static void write_csv(FILE *to, const cgi_answer *answer)
{
    size_t n = answer->n_columns;
    for (size_t i = 0; i < n * (answer->n_rows + 1); i++) {
        const char *text = i < n ? answer->names[i] : answer->cells[i - n].text;
        write_csv_cell(to, text ? text : "");
        fputc(i % n == n - 1 ? '\n' : ',', to);
    }
}

/* ---- JSON ------------------------------------------------------------ */

static void write_string(FILE *to, const char *text)
{
    fputc('"', to);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < 0x20)
            fprintf(to, "\\u%04X", (unsigned)c);
        else if (c == '"' || c == '\\')
            fprintf(to, "\\%c", c);
        else
            fputc(c, to);
    }
    fputc('"', to);
}

static void write_member(FILE *to, const char *name, const char *value)
{
    write_string(to, name);
    fputc(':', to);
    write_string(to, value);
}

static void write_json_cell(FILE *to, const cgi_term *cell)
{
    static const char *const types[] = {"uri", "bnode", "literal"};
    fputc('{', to);
    write_member(to, "type", types[cell->kind]);
    fputc(',', to);
    write_member(to, "value", cell->text);
    if (*cell->language) {
        fputc(',', to);
        write_member(to, "xml:lang", cell->language);
    } else if (*cell->datatype) {
        fputc(',', to);
        write_member(to, "datatype", cell->datatype);
    }
    fputc('}', to);
}

static void write_json_row(FILE *to, const cgi_answer *answer, size_t row)
{
    const char *comma = "";
    fputs(row ? ",\n{" : "\n{", to);
    for (size_t i = 0; i < answer->n_columns; i++) {
        const cgi_term *cell = cell_at(answer, row, i);
        if (!cell->text)
            continue;
        fputs(comma, to);
        write_string(to, answer->names[i]);
        fputc(':', to);
        write_json_cell(to, cell);
        comma = ",";
    }
    fputc('}', to);
}

static void write_json(FILE *to, const cgi_answer *answer)
{
    if (answer->is_ask) {
        fprintf(to, "{\"head\":{},\"boolean\":%s}\n",
                answer->truth ? "true" : "false");
        return;
    }
    fputs("{\"head\":{\"vars\":[", to);
    for (size_t i = 0; i < answer->n_columns; i++) {
        fputs(i ? "," : "", to);
        write_string(to, answer->names[i]);
    }
    fputs("]},\"results\":{\"bindings\":[", to);
    for (size_t row = 0; row < answer->n_rows; row++)
        write_json_row(to, answer, row);
    fputs("\n]}}\n", to);
}

void cgi_answer_write(FILE *to, cgi_arena *a, const cgi_answer *answer,
                      cg_answer_format format)
{
    if (format == CG_ANSWER_JSON)
        write_json(to, answer);
    else if (answer->is_ask)
        fputs(answer->truth ? "true\n" : "false\n", to);
    else if (format == CG_ANSWER_CSV)
        write_csv(to, answer);
    else
        write_table(to, a, answer);
}
