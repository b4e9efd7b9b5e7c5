/* SPDX-License-Identifier: Apache-2.0 */
#include "world/slots.h"

/* In the order of cgi_slot. */
static const char *const slot_names[CGI_SLOT_PREPOSITION] = {
    "",     "subject", "object", "iobject", "possessive", "compound",
    "that", "to",      "ing",    "quote",   "predicate",  "head"};

static const char *const cue_role_names[CGI_N_CUE_ROLES] = {
    "", "claimant", "content", "addressee", "accused", "event"};

/* Cuts the next part off *rest at any of `stops`. */
static cgi_slice cut(cgi_slice *rest, const char *stops)
{
    size_t n = 0;
    while (n < rest->len && !strchr(stops, rest->at[n]))
        n++;
    cgi_slice part = {rest->at, n};
    rest->at += n;
    rest->len -= n;
    return part;
}

static bool skip(cgi_slice *rest, char c)
{
    if (!rest->len || rest->at[0] != c)
        return false;
    rest->at++;
    rest->len--;
    return true;
}

uint16_t cgi_slot_read(cg_world *w, cgi_slice name)
{
    int i = cgi_term_find(slot_names, CGI_SLOT_PREPOSITION, name);
    if (i > 0)
        return (uint16_t)i;
    void **at = cgi_table_at(&w->prepositions, &w->arena, name);
    if (!*at) {
        uint16_t *slot = cgi_arena_alloc(&w->arena, sizeof *slot);
        *slot = (uint16_t)(CGI_SLOT_PREPOSITION + w->n_prepositions++);
        *at = slot;
    }
    return *(uint16_t *)*at;
}

/* "Person|PersonGroup" up to any of `stops`. */
static cg_status read_kinds(uint32_t *kinds, cgi_slice *rest, const char *stops,
                            cg_error *err)
{
    do {
        cgi_slice name = cut(rest, stops);
        skip(&name, '@');
        int kind = cgi_term_find(cgi_kind_names, CGI_N_KINDS, name);
        if (kind <= 0)
            return cgi_fail(err, CG_ERR_DATA, 0, "unknown kind \"%.*s\"",
                            (int)name.len, name.at);
        *kinds |= UINT32_C(1) << kind;
    } while (skip(rest, '|'));
    return CG_OK;
}

static cg_status read_role(uint8_t *role, cgi_slice name, cg_error *err)
{
    int i = cgi_term_find(cgi_role_names, CGI_N_ROLES, name);
    if (i > 0) {
        *role = (uint8_t)i;
        return CG_OK;
    }
    i = cgi_term_find(cue_role_names, CGI_N_CUE_ROLES, name);
    if (i <= 0)
        return cgi_fail(err, CG_ERR_DATA, 0, "unknown role \"%.*s\"",
                        (int)name.len, name.at);
    *role = (uint8_t)(CGI_CUE_BASE + i);
    return CG_OK;
}

cg_status cgi_slots_read(cgi_frame *f, cg_world *w, cgi_slice text,
                         cg_error *err)
{
    CGI_VEC(cgi_frame_slot) slots = {0};
    while (skip(&text, ' '))
        continue;
    while (text.len) {
        cgi_frame_slot s = {.slot = cgi_slot_read(w, cut(&text, ":= "))};
        if (skip(&text, ':'))
            CG_TRY(read_kinds(&s.kinds, &text, "|= ", err));
        if (!skip(&text, '='))
            return cgi_fail(err, CG_ERR_DATA, 0,
                            "a slot without a role at \"%.*s\" in <%s>",
                            (int)text.len, text.at, f->name);
        CG_TRY(read_role(&s.role, cut(&text, " "), err));
        CGI_PUSH(&w->arena, &slots, s);
        while (skip(&text, ' '))
            continue;
    }
    f->slots = slots.at;
    f->n_slots = slots.n;
    return CG_OK;
}

/* "life|soul|@Person": lemmas and kinds, any of which will do. */
static cg_status read_any(cgi_need *need, cg_world *w, cgi_slice *rest,
                          cg_error *err)
{
    CGI_VEC(const char *) words = {0};
    do {
        cgi_slice part = cut(rest, "|");
        if (part.len && part.at[0] == '@')
            CG_TRY(read_kinds(&need->kinds, &part, "", err));
        else
            CGI_PUSH(&w->arena, &words,
                     cgi_arena_strndup(&w->arena, part.at, part.len));
    } while (skip(rest, '|'));
    need->words = words.at;
    need->n_words = words.n;
    return CG_OK;
}

cg_status cgi_need_read(cgi_word *word, cg_world *w, cgi_slice text,
                        cg_error *err)
{
    cgi_need need = {.negated = skip(&text, '!')};
    need.slot = cgi_slot_read(w, cut(&text, "="));
    if (skip(&text, '='))
        CG_TRY(read_any(&need, w, &text, err));
    cgi_need *all = cgi_arena_array(&w->arena, word->n_needs + 1, sizeof *all);
    if (word->n_needs)
        memcpy(all, word->needs, word->n_needs * sizeof *all);
    all[word->n_needs++] = need;
    word->needs = all;
    return CG_OK;
}
