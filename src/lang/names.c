/* SPDX-License-Identifier: Apache-2.0
 *
 * names.c -- finds the names of people, bodies and places.
 *
 * A linear chain: every token has a score for each tag, every pair of tags
 * one for following each other, and the best sequence wins (Viterbi). A row of
 * the model is found by 24 bits of its feature's hash beside its place; a
 * wrong row is met once in millions of tokens, and does no harm then.
 */
#include "lang/names.h"

#define IMPOSSIBLE (-(1 << 28))
#define PADDED     16 /* Lanes of a row: tags and the check, added alike. */

/* ---- Tags -----------------------------------------------------------------
 */

void cgi_names_set(uint8_t *tags, size_t first, size_t end, cgi_name_type type)
{
    for (size_t i = first; i < end; i++) {
        unsigned position = end - first == 1 ? CGI_NAMES_ONLY
                            : i == first     ? CGI_NAMES_FIRST
                            : i + 1 == end   ? CGI_NAMES_LAST
                                             : CGI_NAMES_INNER;
        tags[i] = (uint8_t)cgi_names_tag(type, position);
    }
}

bool cgi_names_may_follow(unsigned from, unsigned to)
{
    bool edge_from = from == CGI_NAMES_TAGS, edge_to = to == CGI_NAMES_TAGS;
    bool inside = false, continues = false;
    if (!edge_from && from) {
        unsigned position = (from - 1) % 4;
        inside = position == CGI_NAMES_FIRST || position == CGI_NAMES_INNER;
    }
    if (!edge_to && to) {
        unsigned position = (to - 1) % 4;
        continues = position == CGI_NAMES_INNER || position == CGI_NAMES_LAST;
    }
    if (inside != continues)
        return false;
    return !inside || cgi_names_type(from) == cgi_names_type(to);
}

/* ---- The model ------------------------------------------------------------
 */

cg_status cgi_names_model_read(cgi_names_model *out, const void *bytes,
                               size_t size, cg_error *err)
{
    const uint8_t *p = bytes;
    if (size < CGI_NAMES_HEADER || cgi_load32(p) != CGI_NAMES_MAGIC)
        return cgi_fail(err, CG_ERR_DATA, 0,
                        "the model's names are of another version");
    uint32_t n = cgi_load32(p + 4);
    if (!n || n != (size - CGI_NAMES_HEADER) / CGI_NAMES_BUCKET ||
        (size - CGI_NAMES_HEADER) % CGI_NAMES_BUCKET)
        return cgi_fail(err, CG_ERR_DATA, 4, "the model's names are damaged");
    out->rows = p + CGI_NAMES_HEADER;
    out->n_buckets = n;
    const uint8_t *step = p + 8;
    for (unsigned from = 0; from < CGI_NAMES_STEPS; from++)
        for (unsigned to = 0; to < CGI_NAMES_STEPS; to++, step += 2)
            out->step[from][to] = (int16_t)(uint16_t)cgi_load16(step);
    return CG_OK;
}

/* The row of a feature, or NULL. */
static const uint8_t *find_row(const cgi_names_model *m, uint64_t hash)
{
    uint32_t b = cgi_names_bucket(hash, m->n_buckets);
    uint32_t check = cgi_names_check(hash);
    for (unsigned probe = 0; probe < CGI_NAMES_PROBES; probe++) {
        const uint8_t *row = m->rows + (size_t)b * CGI_NAMES_BUCKET;
        for (unsigned r = 0; r < CGI_NAMES_ROWS; r++, row += CGI_NAMES_ROW) {
            uint32_t found = cgi_load32(row + CGI_NAMES_ROW - 4) >> 8;
            if (found == check)
                return row;
            if (!found)
                return NULL;
        }
        b = b + 1 == m->n_buckets ? 0 : b + 1;
    }
    return NULL;
}

static void score_token(int32_t *scores, const cgi_names_model *m,
                        const uint64_t *features, size_t n)
{
    int16_t sum[PADDED] = {0};
    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(m->rows +
                           (size_t)CGI_NAMES_BUCKET *
                               cgi_names_bucket(features[i], m->n_buckets));
    for (size_t i = 0; i < n; i++) {
        const int8_t *row = (const int8_t *)find_row(m, features[i]);
        if (!row)
            continue;
        for (unsigned k = 0; k < PADDED; k++)
            sum[k] = (int16_t)(sum[k] + row[k]);
    }
    for (unsigned k = 0; k < CGI_NAMES_TAGS; k++)
        scores[k] = sum[k];
}

/* ---- The best sequence ----------------------------------------------------
 */

/* Tags that may stand before each, so that the search tries no others. */
typedef struct {
    uint8_t from[CGI_NAMES_TAGS], n;
} predecessors;

static void find_predecessors(predecessors *p)
{
    for (unsigned to = 0; to < CGI_NAMES_TAGS; to++) {
        p[to].n = 0;
        for (unsigned from = 0; from < CGI_NAMES_TAGS; from++)
            if (cgi_names_may_follow(from, to))
                p[to].from[p[to].n++] = (uint8_t)from;
    }
}

/* Copies sums so that the best is 0: they must not overflow in a sentence of
 * a million words. */
static void rebase(int32_t *out, const int32_t *sums)
{
    int32_t top = sums[0];
    for (unsigned t = 1; t < CGI_NAMES_TAGS; t++)
        top = sums[t] > top ? sums[t] : top;
    for (unsigned t = 0; t < CGI_NAMES_TAGS; t++)
        out[t] = sums[t] - top < IMPOSSIBLE ? IMPOSSIBLE : sums[t] - top;
}

void cgi_names_viterbi(uint8_t *tags, cgi_arena *a, const int32_t *scores,
                       size_t n, const cgi_names_model *m)
{
    predecessors before[CGI_NAMES_TAGS];
    int32_t best[CGI_NAMES_TAGS], next[CGI_NAMES_TAGS];
    uint8_t(*back)[CGI_NAMES_TAGS] = cgi_arena_array(a, n, sizeof *back);
    if (!n)
        return;
    find_predecessors(before);
    for (unsigned t = 0; t < CGI_NAMES_TAGS; t++)
        best[t] = cgi_names_may_follow(CGI_NAMES_TAGS, t)
                      ? scores[t] + m->step[CGI_NAMES_TAGS][t]
                      : IMPOSSIBLE;
    for (size_t i = 1; i < n; i++) {
        const int32_t *score = scores + i * CGI_NAMES_TAGS;
        for (unsigned t = 0; t < CGI_NAMES_TAGS; t++) {
            int32_t top = INT32_MIN;
            for (unsigned k = 0; k < before[t].n; k++) {
                unsigned from = before[t].from[k];
                int32_t sum = best[from] + m->step[from][t];
                if (sum > top) {
                    top = sum;
                    back[i][t] = (uint8_t)from;
                }
            }
            next[t] = top + score[t];
        }
        rebase(best, next);
    }
    unsigned last = 0;
    int32_t top = INT32_MIN;
    for (unsigned t = 0; t < CGI_NAMES_TAGS; t++)
        if (cgi_names_may_follow(t, CGI_NAMES_TAGS) &&
            best[t] + m->step[t][CGI_NAMES_TAGS] > top) {
            top = best[t] + m->step[t][CGI_NAMES_TAGS];
            last = t;
        }
    for (size_t i = n; i-- > 0; last = i ? back[i][last] : last)
        tags[i] = (uint8_t)last;
}

/* ---- Names ----------------------------------------------------------------
 */

static void tag_sentence(uint8_t *tags, cgi_arena *a, const cgi_names_text *t,
                         const cgi_sentence *s, const cgi_names_model *m)
{
    uint64_t features[CGI_NAMES_FEATURES_MAX];
    size_t n = s->end - s->first;
    int32_t *scores = cgi_arena_array(a, n, CGI_NAMES_TAGS * sizeof *scores);
    for (uint32_t i = s->first; i < s->end; i++)
        score_token(scores + (size_t)(i - s->first) * CGI_NAMES_TAGS, m,
                    features, cgi_names_features(features, t, s, i));
    cgi_names_viterbi(tags + s->first, a, scores, n, m);
}

/* Names from tags; a name that the tags leave open ends with them. */
static void collect(cgi_lang *l, cgi_arena *a, const uint8_t *tags)
{
    CGI_VEC(cgi_name) names = {0};
    for (uint32_t i = 0; i < l->n_tokens; i++) {
        cgi_name_type type = cgi_names_type(tags[i]);
        if (type == CGI_NAME_NONE)
            continue;
        cgi_name name = {i, i + 1, type};
        while (name.end < l->n_tokens &&
               !cgi_names_may_follow(tags[name.end - 1], 0) &&
               cgi_names_may_follow(tags[name.end - 1], tags[name.end]))
            name.end++;
        CGI_PUSH(a, &names, name);
        i = name.end - 1;
    }
    l->names = names.at;
    l->n_names = names.n;
}

void cgi_lang_find_names(cgi_lang *l, cgi_arena *a, const cg_world *world)
{
    size_t size = 0;
    const void *section = cgi_model_section(&size, world->model, "names");
    cgi_names_model model;
    cgi_names_text text;
    l->names = NULL;
    l->n_names = 0;
    if (!section || cgi_names_model_read(&model, section, size, NULL) != CG_OK)
        return;
    cgi_names_view(&text, a, l, world);
    uint8_t *tags = cgi_arena_alloc(a, l->n_tokens);
    for (size_t n = 0; n < l->n_sentences; n++)
        tag_sentence(tags, a, &text, &l->sentences[n], &model);
    cgi_names_agree(tags, a, &text);
    collect(l, a, tags);
}
