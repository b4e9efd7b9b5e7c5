/* SPDX-License-Identifier: Apache-2.0
 *
 * lemma.c -- dictionary forms, by scripts learnt from treebanks.
 *
 * Scripts are learnt from lower-case forms. Those of proper nouns keep the
 * case of the form, whose bytes may differ in number: never cut a character.
 */
#include "lang/lemma.h"

#include "base/hash.h"
#include "lang/clusters.h"
#include "lang/inputs.h"

#define BITS_MAX    20
#define SCRIPTS_MAX 20000
#define LOOK        64

bool cgi_lemmas_view(cgi_lemmas *out, const void *bytes, size_t size)
{
    memset(out, 0, sizeof *out);
    const uint8_t *b = bytes;
    if (!b || size < CGI_LEMMA_HEADER)
        return false;
    uint32_t n = cgi_load32(b), bits = cgi_load32(b + 4);
    if (n > SCRIPTS_MAX || bits > BITS_MAX)
        return false;
    size_t scripts = (size_t)n * CGI_LEMMA_SCRIPT;
    if (size != CGI_LEMMA_HEADER + scripts + ((size_t)CGI_LEMMA_PLACE << bits))
        return false;
    out->n_scripts = n;
    out->mask = ((uint32_t)1 << bits) - 1;
    out->scripts = b + CGI_LEMMA_HEADER;
    out->places = out->scripts + scripts;
    return true;
}

uint64_t cgi_lemma_word_key(cgi_slice lower, uint16_t tag)
{
    return cgi_hash(lower.at, lower.len, tag * UINT64_C(2) + 1);
}

uint64_t cgi_lemma_ending_key(cgi_slice ending, uint16_t tag)
{
    return cgi_hash(ending.at, ending.len, tag * UINT64_C(2));
}

/* The script under `key`, or NULL. */
static const uint8_t *find(const cgi_lemmas *l, uint64_t key)
{
    uint32_t print = cgi_clusters_print(key);
    for (uint32_t i = 0; i < LOOK; i++) {
        const uint8_t *at = l->places + (size_t)CGI_LEMMA_PLACE *
                                            (((uint32_t)key + i) & l->mask);
        uint32_t found = cgi_load32(at), script = cgi_load16(at + 4);
        if (!found)
            break;
        if (found == print && script - 1 < l->n_scripts)
            return l->scripts + (size_t)CGI_LEMMA_SCRIPT * (script - 1);
    }
    return NULL;
}

static const uint8_t *choose(const cgi_lemmas *l, cgi_slice lower, uint16_t tag)
{
    const uint8_t *s = find(l, cgi_lemma_word_key(lower, tag));
    size_t k = lower.len < CGI_LEMMA_ENDING ? lower.len : CGI_LEMMA_ENDING;
    for (;; k--) {
        if (s)
            return s;
        cgi_slice ending = {lower.at + lower.len - k, k};
        s = find(l, cgi_lemma_ending_key(ending, tag));
        if (!k)
            return s;
    }
}

static bool is_inside_character(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

const char *cgi_lemma_make(cgi_arena *a, const cgi_lemmas *l,
                           const cgi_token *t)
{
    const uint8_t *s = NULL;
    if (l->scripts)
        s = choose(l, cgi_slice_of(t->lower), cgi_tag_of(t->upos, t->xpos));
    if (!s)
        return t->upos == CGI_UPOS_PROPN ? t->form : t->lower;
    const char *from = s[1] ? t->form : t->lower;
    size_t len = strlen(from), drop = s[0], add = s[2];
    if (drop > len || add > CGI_LEMMA_ADD || (!drop && !add) ||
        is_inside_character(from[len - drop]) || len - drop + add == 0)
        return from;
    char *out = cgi_arena_alloc(a, len - drop + add + 1);
    memcpy(out, from, len - drop);
    memcpy(out + len - drop, s + 3, add);
    return out;
}

void cgi_lang_lemmatize(cgi_lang *l, cgi_arena *a, const cg_world *world)
{
    size_t size;
    const void *bytes = cgi_model_section(&size, world->model, "lemma");
    cgi_lemmas lemmas;
    cgi_lemmas_view(&lemmas, bytes, size);
    for (size_t i = 0; i < l->n_tokens; i++) {
        cgi_token *t = &l->tokens[i];
        /* "Peruvian" keeps its capital, as in the treebanks. */
        bool is_demonym =
            t->upos == CGI_UPOS_ADJ && t->lower != t->form &&
            cgi_world_find_demonym(world, cgi_slice_of(t->form)) != NULL;
        t->lemma = is_demonym ? t->form : cgi_lemma_make(a, &lemmas, t);
    }
}
