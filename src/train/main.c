/* SPDX-License-Identifier: Apache-2.0
 *
 * main.c -- the program that trains the model file; not installed.
 *
 *   claimgraph-train train -o MODEL --trees FILE... [--raw FILE...]
 *       [--names FILE...] [--data DIR] [--keep OLD] [--only SECTION...]
 *   claimgraph-train parse MODEL IN.conllu
 *   claimgraph-train names MODEL IN.iob [--data DIR]
 *
 * A section that is not trained is taken from the file given with --keep.
 */
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "lang/conllu.h"
#include "lang/features.h"
#include "train/treebank.h"
#include "train/trainers.h"

#define FILES_MAX 64
#define SECTIONS 5

static const char *const section_names[SECTIONS] = {"clusters", "tag",
                                                    "parse", "lemma", "names"};
enum { CLUSTERS, TAG, PARSE, LEMMA, NAMES };

typedef struct {
    const char *at[FILES_MAX];
    size_t n;
} list;

typedef struct {
    const char *out, *keep, *data;
    list trees, raw, names, only, plain;
} options;

/* Sections made in this run, which are ours, or kept, which are the model's. */
typedef struct {
    cgi_arena *arena;
    const options *options;
    cgi_model_part parts[SECTIONS];
    void *owned[SECTIONS];
    cgi_model *old;
} job;

static const char usage[] =
    "usage: claimgraph-train train -o MODEL [--trees FILE]... [--raw FILE]...\n"
    "           [--names FILE]... [--data DIR] [--keep OLD] [--only SECTION]...\n"
    "       claimgraph-train parse MODEL IN.conllu\n"
    "       claimgraph-train names MODEL IN.iob [--data DIR]\n";

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
            j->parts[i].bytes = cgi_model_section(&j->parts[i].size, j->old,
                                                  section_names[i]);
    }
}

static cg_status train_language(job *j, cg_error *err)
{
    cgi_arena *a = j->arena;
    const options *o = j->options;
    size_t size;
    cgi_lang l;
    CG_TRY(cgi_treebank_read(&l, a, o->trees.at, o->trees.n, err));
    fprintf(stderr, "%zu sentences, %zu words\n", l.n_sentences, l.n_tokens);
    cgi_clusters clusters;
    cgi_clusters_view(&clusters, j->parts[CLUSTERS].bytes,
                      j->parts[CLUSTERS].size);
    if (is_wanted(j, LEMMA)) {
        void *bytes = cgi_train_lemmas(&size, a, &l);
        set_part(j, LEMMA, bytes, size);
    }
    if (is_wanted(j, TAG)) {
        void *bytes = cgi_train_tagger(&size, a, &l, NULL, &clusters);
        set_part(j, TAG, bytes, size);
    }
    if (is_wanted(j, PARSE)) {
        cgi_lang tagged = cgi_train_jackknife(a, &l, &clusters);
        void *bytes = cgi_train_parser(&size, a, &tagged, &clusters);
        set_part(j, PARSE, bytes, size);
    }
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

static cg_status train(const options *o, cgi_arena *a, cg_error *err)
{
    job j = {.arena = a, .options = o};
    cg_status st = CG_OK;
    if (o->keep)
        st = cgi_model_open(&j.old, o->keep, err);
    keep_old(&j);
    if (!st && o->trees.n)
        st = train_language(&j, err);
    if (!st)
        st = write_parts(&j, err);
    for (int i = 0; i < SECTIONS; i++)
        free(j.owned[i]);
    cgi_model_close(j.old);
    return st;
}

static cg_status parse(const options *o, cgi_arena *a, cg_error *err)
{
    cg_world *world = cgi_arena_alloc(a, sizeof *world);
    cgi_lang l;
    CG_TRY(cgi_treebank_read(&l, a, o->plain.at + 2, 1, err));
    CG_TRY(cgi_model_open(&world->model, o->plain.at[1], err));
    cgi_lang_tag(&l, a, world);
    cgi_lang_lemmatize(&l, a, world);
    cgi_lang_parse(&l, a, world);
    cgi_conllu_write(stdout, &l);
    cgi_model_close(world->model);
    return CG_OK;
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
