/* SPDX-License-Identifier: Apache-2.0
 *
 * quotes.c -- what stands between quotation marks.
 *
 * A quotation ends with its paragraph at the latest; the next paragraph may go
 * on with it by an opening mark of its own. Marks of the same shape on both
 * sides toggle. Nested quotations belong to the outer one.
 */
#include "extract/reading.h"

typedef enum { NOT_A_MARK, OPENS, CLOSES, TOGGLES } mark;

static mark kind_of_mark(const char *form)
{
    static const struct {
        const char *form;
        mark kind;
    } marks[] = {
        {"\xE2\x80\x9C", OPENS}, {"\xE2\x80\x9E", OPENS},  {"``", OPENS},
        {"\xC2\xAB", OPENS},     {"\xE2\x80\x9D", CLOSES}, {"''", CLOSES},
        {"\xC2\xBB", CLOSES},    {"\"", TOGGLES},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (!strcmp(form, marks[i].form))
            return marks[i].kind;
    return NOT_A_MARK;
}

static void add(cgi_reading *r, uint32_t first, uint32_t end)
{
    if (first >= end)
        return;
    for (uint32_t t = first; t < end; t++)
        r->quote_at[t] = (uint32_t)r->quotes.n;
    CGI_PUSH(r->a, &r->quotes, (cgi_quote){first, end, CGI_NONE});
}

void cgi_quotes_find(cgi_reading *r)
{
    uint32_t open = CGI_NO_TOKEN, block = 0;
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        const cgi_token *k = cgi_token_at(r, t);
        uint32_t here = r->l->sentences[k->sentence].block;
        if (here != block && open != CGI_NO_TOKEN) {
            add(r, open, t);
            open = CGI_NO_TOKEN;
        }
        block = here;
        mark m = kind_of_mark(k->form);
        if (open != CGI_NO_TOKEN && (m == CLOSES || m == TOGGLES)) {
            add(r, open, t);
            open = CGI_NO_TOKEN;
        } else if (open == CGI_NO_TOKEN && (m == OPENS || m == TOGGLES)) {
            open = t + 1;
        }
    }
    if (open != CGI_NO_TOKEN)
        add(r, open, (uint32_t)r->l->n_tokens);
}
