/* SPDX-License-Identifier: Apache-2.0
 *
 * names.c -- trains the section "names" of the model file, and tries it.
 *
 * A file is named by its path; "silver:" before it says that a machine made its
 * tags and that cgi_iob_clean() is to look at them.
 *
 * Not obvious: it trains twice. The first model only says which features weigh
 * most; the second learns with those alone, and so makes up for the others.
 */
#include <math.h>
#include <stdlib.h>

#include "lang/names.h"
#include "train/names_crf.h"
#include "train/names_iob.h"

#define ROUNDS_FIRST 6
#define ROUNDS       22
#define SEEN_MIN     2      /* A feature counts once it is seen so often. */
#define KEPT_MAX     145000 /* Features of the model. */
#define BUCKETS      46800  /* Under 3 MB; four rows each. */
#define WEIGHT_SCALE 24.0F  /* Steps of a weight of 1 in the model. */

/* ---- Features as numbers --------------------------------------------------
 */

typedef struct {
    uint64_t hash; /* 0: free. */
    uint32_t count, id;
} feature;

#define NO_ID UINT32_MAX

/* From hashes to ids; `size` is a power of two and never full. */
typedef struct {
    feature *at;
    size_t size, n;
} feature_table;

static feature *find(const feature_table *t, uint64_t hash)
{
    size_t i = (size_t)(hash >> 7) & (t->size - 1);
    hash += !hash;
    while (t->at[i].hash && t->at[i].hash != hash)
        i = (i + 1) & (t->size - 1);
    return &t->at[i];
}

static void table_grow(feature_table *t)
{
    feature_table old = *t;
    t->size = old.size ? 2 * old.size : (size_t)1 << 20;
    t->at = cgi_train_alloc(t->size, sizeof *t->at);
    for (size_t i = 0; i < old.size; i++)
        if (old.at[i].hash)
            *find(t, old.at[i].hash) = old.at[i];
    free(old.at);
}

static void count_feature(feature_table *t, uint64_t hash)
{
    if (t->n * 2 >= t->size)
        table_grow(t);
    feature *f = find(t, hash);
    if (!f->hash) {
        f->hash = hash + !hash;
        f->id = NO_ID;
        t->n++;
    }
    f->count++;
}

/* ---- Documents as numbers -------------------------------------------------
 */

typedef struct {
    uint64_t *hashes;
    size_t n, room;
    cgi_crf_data data;
    size_t token_room, sentence_room;
} corpus;

static void add_token(corpus *c, uint8_t gold, const uint64_t *features,
                      size_t n)
{
    cgi_crf_data *d = &c->data;
    if (c->n + n > c->room) {
        c->room = 2 * (c->room + n);
        c->hashes = cgi_train_grow(c->hashes, c->room, sizeof *c->hashes);
    }
    if (d->n_tokens + 2 > c->token_room) {
        c->token_room = 2 * (d->n_tokens + 2);
        d->gold = cgi_train_grow(d->gold, c->token_room, 1);
        d->starts = cgi_train_grow(d->starts, c->token_room, sizeof *d->starts);
    }
    memcpy(c->hashes + c->n, features, n * sizeof *features);
    d->starts[d->n_tokens] = c->n;
    d->gold[d->n_tokens++] = gold;
    c->n += n;
    d->starts[d->n_tokens] = c->n;
}

static void add_sentence_end(corpus *c)
{
    cgi_crf_data *d = &c->data;
    if (d->n_sentences + 2 > c->sentence_room) {
        c->sentence_room = 2 * (d->n_sentences + 2);
        d->sentences = cgi_train_grow(d->sentences, c->sentence_room,
                                      sizeof *d->sentences);
        d->sentences[0] = 0;
    }
    d->sentences[++d->n_sentences] = d->n_tokens;
}

/* Tags and features of one document. `a` is for the time being. */
static void add_document(corpus *c, cgi_iob_document *d, cgi_arena *a,
                         const cg_world *world)
{
    uint64_t features[CGI_NAMES_FEATURES_MAX];
    cgi_names_text text;
    cgi_lang_parse(&d->lang, a, world);
    cgi_names_view(&text, a, &d->lang, world);
    for (size_t n = 0; n < d->lang.n_sentences; n++) {
        const cgi_sentence *s = &d->lang.sentences[n];
        for (uint32_t i = s->first; i < s->end; i++)
            add_token(c, d->gold[i], features,
                      cgi_names_features(features, &text, s, i));
        add_sentence_end(c);
    }
}

/* All documents, every second once more in capitals, and every fourth as a
 * headline. */
static void add_documents(corpus *c, const cgi_iob *iob, cgi_arena *a,
                          const cg_world *world)
{
    for (size_t i = 0; i < iob->n; i++) {
        cgi_iob_document d = iob->at[i];
        add_document(c, &d, a, world);
        if (i % 2 == 0)
            d = cgi_iob_upper(&iob->at[i], a);
        else if (i % 4 == 1)
            d = cgi_iob_title(&iob->at[i], a);
        else
            continue;
        add_document(c, &d, a, world);
    }
}

/* Keeps the features that the table gives an id. */
static void number_features(corpus *c, const feature_table *t, size_t n_rows)
{
    cgi_crf_data *d = &c->data;
    size_t n = 0, at = 0;
    d->ids = cgi_train_grow(d->ids, c->n, sizeof *d->ids);
    for (size_t i = 0; i < d->n_tokens; i++) {
        size_t end = d->starts[i + 1];
        d->starts[i] = n;
        for (; at < end; at++) {
            uint32_t id = find(t, c->hashes[at])->id;
            if (id != NO_ID) {
                d->ids[n] = id;
                c->hashes[n++] = c->hashes[at];
            }
        }
    }
    d->starts[d->n_tokens] = c->n = n;
    d->n_rows = (uint32_t)n_rows;
}

static size_t number_frequent(feature_table *t)
{
    uint32_t n = 0;
    for (size_t i = 0; i < t->size; i++)
        if (t->at[i].hash && t->at[i].count >= SEEN_MIN)
            t->at[i].id = n++;
    return n;
}

/* ---- Choosing and packing -------------------------------------------------
 */

static float strength(const float *row)
{
    float most = 0;
    for (unsigned t = 0; t < CGI_NAMES_TAGS; t++)
        most = fabsf(row[t]) > most ? fabsf(row[t]) : most;
    return most;
}

static int by_size(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x < y) - (x > y);
}

/* Gives ids to the strongest features only; returns how many. */
static size_t keep_strongest(feature_table *t, const cgi_crf *crf, size_t n)
{
    float *all = cgi_train_alloc(n, sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = strength(crf->rows[i]);
    qsort(all, n, sizeof *all, by_size);
    float least = n > KEPT_MAX ? all[KEPT_MAX] : -1;
    uint32_t kept = 0;
    for (size_t i = 0; i < t->size; i++)
        if (t->at[i].hash && t->at[i].id != NO_ID)
            t->at[i].id =
                strength(crf->rows[t->at[i].id]) > least ? kept++ : NO_ID;
    free(all);
    return kept;
}

static void write_u32(uint8_t *p, uint32_t v)
{
    for (unsigned i = 0; i < 4; i++)
        p[i] = (uint8_t)(v >> (8 * i));
}

static int quantise(float weight, int limit)
{
    long v = lrintf(weight * WEIGHT_SCALE);
    return (int)(v > limit ? limit : v < -limit ? -limit : v);
}

/* Puts a row into the first place that is free; false if there is none. */
static bool put_row(uint8_t *rows, uint64_t hash, const float *weights)
{
    uint32_t b = cgi_names_bucket(hash, BUCKETS);
    for (unsigned i = 0; i < CGI_NAMES_PROBES * CGI_NAMES_ROWS; i++) {
        uint32_t bucket = (b + i / CGI_NAMES_ROWS) % BUCKETS;
        uint8_t *row = rows + (size_t)bucket * CGI_NAMES_BUCKET +
                       i % CGI_NAMES_ROWS * CGI_NAMES_ROW;
        if (row[13] || row[14] || row[15])
            continue;
        uint32_t check = cgi_names_check(hash);
        for (unsigned t = 0; t < CGI_NAMES_TAGS; t++)
            row[t] = (uint8_t)(int8_t)quantise(weights[t], 127);
        for (unsigned k = 0; k < 3; k++)
            row[13 + k] = (uint8_t)(check >> (8 * k));
        return true;
    }
    return false;
}

static void pack(cgi_model_part *out, const feature_table *t,
                 const cgi_crf *crf)
{
    size_t size = CGI_NAMES_HEADER + (size_t)BUCKETS * CGI_NAMES_BUCKET;
    uint8_t *bytes = cgi_train_alloc(size, 1), *p = bytes + 8;
    write_u32(bytes, CGI_NAMES_MAGIC);
    write_u32(bytes + 4, BUCKETS);
    for (unsigned f = 0; f < CGI_NAMES_STEPS; f++)
        for (unsigned k = 0; k < CGI_NAMES_STEPS; k++, p += 2) {
            int v = quantise(crf->step[f][k], INT16_MAX);
            p[0] = (uint8_t)(v & 0xFF);
            p[1] = (uint8_t)((unsigned)v >> 8 & 0xFF);
        }
    size_t lost = 0;
    for (size_t i = 0; i < t->size; i++)
        if (t->at[i].hash && t->at[i].id != NO_ID)
            lost += !put_row(bytes + CGI_NAMES_HEADER, t->at[i].hash,
                             crf->rows[t->at[i].id]);
    if (lost)
        fprintf(stderr, "names: no room for %zu features\n", lost);
    *out = (cgi_model_part){"names", bytes, size};
}

/* ---- Training -------------------------------------------------------------
 */

static cg_status read_files(cgi_iob *iob, cgi_arena *a,
                            const char *const *files, size_t n,
                            const cg_world *world, cg_error *err)
{
    static const char silver[] = "silver:";
    for (size_t i = 0; i < n; i++) {
        const char *path = files[i];
        size_t first = iob->n;
        bool is_silver = !strncmp(path, silver, sizeof silver - 1);
        CG_TRY(cgi_iob_read(iob, a, path + (is_silver ? sizeof silver - 1 : 0),
                            err));
        if (is_silver)
            cgi_iob_clean(iob, first, world);
    }
    return CG_OK;
}

static void learn(cgi_model_part *out, corpus *c)
{
    feature_table t = {0};
    cgi_crf crf;
    for (size_t i = 0; i < c->n; i++)
        count_feature(&t, c->hashes[i]);
    size_t n = number_frequent(&t);
    fprintf(stderr, "names: %zu tokens, %zu features\n", c->data.n_tokens, n);
    number_features(c, &t, n);
    cgi_crf_train(&crf, &c->data, ROUNDS_FIRST);
    n = keep_strongest(&t, &crf, n);
    free(crf.rows);
    number_features(c, &t, n);
    cgi_crf_train(&crf, &c->data, ROUNDS);
    pack(out, &t, &crf);
    free(crf.rows);
    free(t.at);
}

cg_status cgi_train_names(cgi_model_part *out, const char *const *files,
                          size_t n, const cg_world *world, cg_error *err)
{
    cgi_arena arena = {0};
    jmp_buf on_fail;
    corpus c = {0};
    cgi_iob iob = {0};
    if (setjmp(on_fail)) {
        cgi_arena_clear(&arena);
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    }
    arena.on_fail = &on_fail;
    cg_status status = read_files(&iob, &arena, files, n, world, err);
    if (status == CG_OK) {
        add_documents(&c, &iob, &arena, world);
        learn(out, &c);
    }
    free(c.hashes);
    free(c.data.ids);
    free(c.data.starts);
    free(c.data.gold);
    free(c.data.sentences);
    cgi_arena_clear(&arena);
    return status;
}

/* ---- Trying ---------------------------------------------------------------
 */

static void write_document(FILE *to, const cgi_lang *l)
{
    static const char *const types[CGI_N_NAME_TYPES] = {"", "PER", "ORG",
                                                        "LOC"};
    size_t name = 0;
    for (size_t n = 0; n < l->n_sentences; n++) {
        const cgi_sentence *s = &l->sentences[n];
        for (uint32_t i = s->first; i < s->end; i++) {
            while (name < l->n_names && l->names[name].end <= i)
                name++;
            const cgi_name *k = &l->names[name];
            if (name < l->n_names && k->first <= i)
                fprintf(to, "%s\t%c-%s\n", l->tokens[i].form,
                        k->first == i ? 'B' : 'I', types[k->type]);
            else
                fprintf(to, "%s\tO\n", l->tokens[i].form);
        }
        fputc('\n', to);
    }
}

cg_status cgi_label_names(FILE *to, const char *path, const cg_world *world,
                          cg_error *err)
{
    cgi_arena arena = {0};
    jmp_buf on_fail;
    cgi_iob iob = {0};
    if (setjmp(on_fail)) {
        cgi_arena_clear(&arena);
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    }
    arena.on_fail = &on_fail;
    cg_status status = cgi_iob_read(&iob, &arena, path, err);
    for (size_t i = 0; status == CG_OK && i < iob.n; i++) {
        cgi_lang_parse(&iob.at[i].lang, &arena, world);
        cgi_lang_find_names(&iob.at[i].lang, &arena, world);
        write_document(to, &iob.at[i].lang);
    }
    cgi_arena_clear(&arena);
    return status;
}
