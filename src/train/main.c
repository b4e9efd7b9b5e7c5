/* SPDX-License-Identifier: Apache-2.0
 *
 * main.c -- the program that trains the model file; not installed.
 *
 *   claimgraph-train train -o MODEL --trees FILE... [--forms FILE]
 *       [--raw FILE...] [--names FILE...] [--data DIR] [--keep OLD]
 *       [--only SECTION...]
 *   claimgraph-train parse MODEL IN.conllu
 *   claimgraph-train names MODEL IN.iob [--data DIR]
 *   claimgraph-train ontology DIR
 *
 * A section that is not trained is taken from the file given with --keep. The
 * last of these trains nothing: it writes DIR/ontology.cache, the Turtle files
 * of DIR in a form that is read faster.
 */
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "lang/conllu.h"
#include "train/corpus.h"
#include "train/raw.h"
#include "train/trainers.h"
#include "train/treebank.h"
#include "world/snapshot.h"

#define FILES_MAX 64
#define SECTIONS  4
/* Words that can have a cluster; they fill the table of 65,536 well. */
#define CLUSTERED_WORDS 50000

static const char *const section_names[SECTIONS] = {"clusters", "net", "lemma",
                                                    "names"};
enum { CLUSTERS, NET, LEMMA, NAMES };

typedef struct {
    const char *at[FILES_MAX];
    size_t n;
} list;

typedef struct {
    const char *out, *keep, *data, *forms;
    list trees, raw, names, only, plain;
} options;

/* Sections made in this run, which are ours, or kept, which are the model's. */
typedef struct {
    cgi_arena *arena;
    const options *options;
    cgi_model_part parts[SECTIONS];
    void *owned[SECTIONS];
    cgi_model *old;
    cg_world *world; /* NULL until it is needed. */
    cgi_lang trees;
    cgi_corpus corpus; /* Without words unless there is raw text. */
} job;

static const char usage[] =
    "usage: claimgraph-train train -o MODEL --trees FILE... [--forms FILE]\n"
    "           [--raw FILE...] [--names FILE...] [--data DIR] [--keep OLD]\n"
    "           [--only SECTION...]\n"
    "       claimgraph-train parse MODEL IN.conllu\n"
    "       claimgraph-train names MODEL IN.iob [--data DIR]\n"
    "       claimgraph-train ontology DIR\n";

static bool add(list *l, const char *s)
{
    if (l->n == FILES_MAX)
        return false;
    l->at[l->n++] = s;
    return true;
}

static bool read_option(options *o, const char *name, const char *value)
{
    if (!strcmp(name, "-o"))
        o->out = value;
    else if (!strcmp(name, "--keep"))
        o->keep = value;
    else if (!strcmp(name, "--data"))
        o->data = value;
    else if (!strcmp(name, "--forms"))
        o->forms = value;
    else if (!strcmp(name, "--trees"))
        return add(&o->trees, value);
    else if (!strcmp(name, "--raw"))
        return add(&o->raw, value);
    else if (!strcmp(name, "--names"))
        return add(&o->names, value);
    else if (!strcmp(name, "--only"))
        return add(&o->only, value);
    else
        return false;
    return true;
}

/* An option may be followed by several values, up to the next option. */
static bool read_options(options *o, int argc, char **argv)
{
    const char *name = NULL;
    bool has_value = true;
    for (int i = 0; i < argc; i++) {
        if (argv[i][0] == '-' && argv[i][1]) {
            if (!has_value)
                return false;
            name = argv[i];
            has_value = false;
        } else if (!name) {
            if (!add(&o->plain, argv[i]))
                return false;
        } else {
            if (!read_option(o, name, argv[i]))
                return false;
            has_value = true;
        }
    }
    return has_value;
}

static bool is_wanted(const job *j, int section)
{
    const list *only = &j->options->only;
    for (size_t i = 0; i < only->n; i++)
        if (!strcmp(only->at[i], section_names[section]))
            return true;
    return !only->n;
}

static void set_part(job *j, int section, void *bytes, size_t size)
{
    j->owned[section] = bytes;
    j->parts[section].bytes = bytes;
    j->parts[section].size = size;
    fprintf(stderr, "%s: %zu bytes\n", section_names[section], size);
}

static void keep_old(job *j)
{
    for (int i = 0; i < SECTIONS; i++) {
        j->parts[i].name = section_names[i];
        if (j->old)
            j->parts[i].bytes =
                cgi_model_section(&j->parts[i].size, j->old, section_names[i]);
    }
}

static cg_status load_trees(job *j, cg_error *err)
{
    const list *files = &j->options->trees;
    CG_TRY(cgi_treebank_read(&j->trees, j->arena, files->at, files->n, err));
    fprintf(stderr, "%zu sentences, %zu words\n", j->trees.n_sentences,
            j->trees.n_tokens);
    return CG_OK;
}

/* A world cannot be loaded without a model, so the first time an empty one
 * must do. */
static cg_status load_world(job *j, cg_error *err)
{
    const char *data = j->options->data ? j->options->data : ".";
    if (j->world)
        return CG_OK;
    const char *path =
        cgi_arena_printf(j->arena, "%s/ontology/english.model", data);
    FILE *f = fopen(path, "rb");
    if (f)
        fclose(f);
    else
        CG_TRY(cgi_model_write(path, NULL, 0, err));
    return cg_world_new(&j->world, data, err);
}

static void add_to_corpus(void *to, const cgi_lang *l)
{
    cgi_corpus_add(to, l);
}

/* The trees belong to the corpus too: their words must have clusters. */
static cg_status load_corpus(job *j, cg_error *err)
{
    const list *raw = &j->options->raw;
    cgi_corpus_maker *m = cgi_corpus_maker_new(j->arena);
    cgi_corpus_add(m, &j->trees);
    cg_status st = load_world(j, err);
    if (!st)
        st = cgi_raw_read(raw->at, raw->n, j->world, add_to_corpus, m, err);
    cgi_corpus_end(&j->corpus, m, CLUSTERED_WORDS);
    fprintf(stderr, "%zu words of text\n", j->corpus.n_text);
    return st;
}

/* Clusters and the network, which begin with the vectors of words. */
static cg_status train_from_vectors(job *j, cg_error *err)
{
    void *bytes;
    size_t size;
    cg_status st = CG_OK;
    float *vectors = cgi_train_vectors(&j->corpus);
    if (is_wanted(j, CLUSTERS)) {
        bytes = cgi_train_clusters(&size, &j->corpus, vectors);
        set_part(j, CLUSTERS, bytes, size);
    }
    if (is_wanted(j, NET)) {
        cgi_net_lessons from = {&j->trees,         &j->corpus,
                                vectors,           j->options->raw.at,
                                j->options->raw.n, j->world};
        st = cgi_train_net(&bytes, &size, &from, err);
        if (!st)
            set_part(j, NET, bytes, size);
    }
    free(vectors);
    return st;
}

static cg_status train_language(job *j, cg_error *err)
{
    void *bytes;
    size_t size;
    if (is_wanted(j, CLUSTERS) || is_wanted(j, NET) || is_wanted(j, LEMMA))
        CG_TRY(load_corpus(j, err));
    if (is_wanted(j, LEMMA)) {
        CG_TRY(cgi_train_lemmas(&bytes, &size, j->arena, &j->trees, &j->corpus,
                                j->options->forms, err));
        set_part(j, LEMMA, bytes, size);
    }
    if (is_wanted(j, CLUSTERS) || is_wanted(j, NET))
        CG_TRY(train_from_vectors(j, err));
    return CG_OK;
}

static cg_status write_parts(const job *j, cg_error *err)
{
    cgi_model_part parts[SECTIONS];
    size_t n = 0;
    for (int i = 0; i < SECTIONS; i++)
        if (j->parts[i].bytes)
            parts[n++] = j->parts[i];
    return cgi_model_write(j->options->out, parts, n, err);
}

/* Names are learnt with the other sections at work, so these are written
 * first. */
static cg_status train_names(job *j, cg_error *err)
{
    const list *files = &j->options->names;
    CG_TRY(load_world(j, err));
    cgi_model *model;
    CG_TRY(cgi_model_open(&model, j->options->out, err));
    cgi_model_close(j->world->model);
    j->world->model = model;
    cgi_model_part part = {0};
    CG_TRY(cgi_train_names(&part, files->at, files->n, j->world, err));
    void *bytes = cgi_train_alloc(part.size, 1);
    memcpy(bytes, part.bytes, part.size);
    set_part(j, NAMES, bytes, part.size);
    return write_parts(j, err);
}

static cg_status train_all(job *j, cg_error *err)
{
    const options *o = j->options;
    if (o->keep)
        CG_TRY(cgi_model_open(&j->old, o->keep, err));
    keep_old(j);
    if (o->trees.n)
        CG_TRY(load_trees(j, err));
    if (o->trees.n)
        CG_TRY(train_language(j, err));
    CG_TRY(write_parts(j, err));
    if (o->names.n && is_wanted(j, NAMES))
        CG_TRY(train_names(j, err));
    return CG_OK;
}

static cg_status train(const options *o, cgi_arena *a, cg_error *err)
{
    job j = {.arena = a, .options = o};
    cg_status st = train_all(&j, err);
    for (int i = 0; i < SECTIONS; i++)
        free(j.owned[i]);
    cgi_corpus_clear(&j.corpus);
    cgi_model_close(j.old);
    cg_world_free(j.world);
    return st;
}

static cg_status parse(const options *o, cgi_arena *a, cg_error *err)
{
    cg_world *world = cgi_arena_alloc(a, sizeof *world);
    cgi_lang l;
    CG_TRY(cgi_treebank_read(&l, a, o->plain.at + 2, 1, err));
    CG_TRY(cgi_model_open(&world->model, o->plain.at[1], err));
    cgi_lang_parse(&l, a, world);
    cgi_lang_lemmatize(&l, a, world);
    cgi_conllu_write(stdout, &l);
    cgi_model_close(world->model);
    return CG_OK;
}

static cg_status names(const options *o, cg_error *err)
{
    cg_world *world;
    cgi_model *model;
    CG_TRY(cg_world_new(&world, o->data ? o->data : ".", err));
    cg_status st = cgi_model_open(&model, o->plain.at[1], err);
    if (!st) {
        cgi_model_close(world->model);
        world->model = model;
        st = cgi_label_names(stdout, o->plain.at[2], world, err);
    }
    cg_world_free(world);
    return st;
}

static int run(const options *o)
{
    cgi_arena a = {0};
    jmp_buf no_memory;
    cg_error err = {0};
    volatile cg_status st = CG_ERR_NOMEM;
    const char *what = o->plain.n ? o->plain.at[0] : "";
    a.on_fail = &no_memory;
    if (!setjmp(no_memory)) {
        if (!strcmp(what, "train") && o->plain.n == 1 && o->out)
            st = train(o, &a, &err);
        else if (!strcmp(what, "parse") && o->plain.n == 3)
            st = parse(o, &a, &err);
        else if (!strcmp(what, "names") && o->plain.n == 3)
            st = names(o, &err);
        else if (!strcmp(what, "ontology") && o->plain.n == 2)
            st = cgi_snapshot_write(o->plain.at[1], &err);
        else
            st = cgi_fail(&err, CG_ERR_USAGE, 0, "%s", usage);
    }
    cgi_arena_clear(&a);
    if (st)
        fprintf(stderr, "claimgraph-train: %s\n",
                err.text[0] ? err.text : cg_strerror(st));
    return st ? st == CG_ERR_USAGE ? 2 : 1 : 0;
}

int main(int argc, char **argv)
{
    options o = {0};
    if (!read_options(&o, argc - 1, argv + 1)) {
        fputs(usage, stderr);
        return 2;
    }
    int status = run(&o);
    if (fflush(stdout) || ferror(stdout)) {
        fputs("claimgraph-train: cannot write\n", stderr);
        return 3;
    }
    return status;
}
