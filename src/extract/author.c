/* SPDX-License-Identifier: Apache-2.0
 *
 * author.c -- who speaks in a statement, a leaflet or a video.
 *
 * "The group issued a statement claiming responsibility", "the group's
 * statement said", "a statement from the group said": the group does.
 */
#include "extract/parts.h"

static bool can_write(const cgi_reading *r, uint32_t t)
{
    cgi_kind kind = t == CGI_NO_TOKEN ? CGI_KIND_NONE : cgi_kind_of(r, t);
    return cgi_kind_is_person(kind) || cgi_kind_is_body(kind) ||
           kind == CGI_KIND_COUNTRY || kind == CGI_KIND_UNNAMED;
}

/* Whose the document is by its own phrase; CGI_NO_TOKEN if that is not told. */
static uint32_t by_phrase(const cgi_reading *r, uint32_t document)
{
    for (uint32_t c = cgi_token_at(r, document)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        uint32_t by = cgi_child(r, c, CGI_REL_OBL_AGENT);
        switch (cgi_token_at(r, c)->rel) {
        case CGI_REL_NMOD_POSS:
        case CGI_REL_COMPOUND:
            if (can_write(r, c))
                return c;
            break;
        case CGI_REL_NMOD:
            if (cgi_has_case(r, c, "link-author") && can_write(r, c))
                return c;
            break;
        case CGI_REL_ACL:
            if (cgi_token_in(r, c, "issuing") && can_write(r, by))
                return by;
            break;
        default: break;
        }
    }
    return CGI_NO_TOKEN;
}

uint32_t cgi_author_of(const cgi_reading *r, uint32_t token)
{
    if (token == CGI_NO_TOKEN || !cgi_token_in(r, token, "authored"))
        return token;
    uint32_t author = by_phrase(r, token);
    const cgi_token *k = cgi_token_at(r, token);
    if (author == CGI_NO_TOKEN && k->rel == CGI_REL_OBJ &&
        k->head != CGI_NO_TOKEN && cgi_token_in(r, k->head, "issuing")) {
        author = cgi_deep_subject(r, k->head);
        if (!can_write(r, author))
            author = CGI_NO_TOKEN;
    }
    return author == CGI_NO_TOKEN ? token : author;
}
