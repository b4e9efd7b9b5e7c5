/* SPDX-License-Identifier: Apache-2.0
 *
 * train.h -- what the parts of the training program offer to its main().
 *
 * Each trainer makes the bytes of one section of the model file with malloc();
 * the caller frees them. Training is deterministic: no clock, no rand(), one
 * generator with a fixed seed for each section.
 */
#ifndef CG_TRAIN_TRAIN_H
#define CG_TRAIN_TRAIN_H

#include <stdio.h>

#include "base/error.h"
#include "lang/lang.h"
#include "world/model.h"
#include "world/world.h"

/* malloc() and realloc() that end the program when memory runs out. */
void *cgi_train_alloc(size_t n, size_t size);
void *cgi_train_grow(void *at, size_t n, size_t size);

/* A generator of our own (splitmix64): the next number, and a shuffle. */
uint64_t cgi_train_random(uint64_t *state);
void cgi_train_shuffle(uint32_t *items, size_t n, uint64_t *state);

/* Calls what(arguments[i]) for i < n <= CGI_TRAIN_THREADS, all at once. */
#define CGI_TRAIN_THREADS 8
void cgi_train_threads(void *(*what)(void *), void *const *arguments,
                       unsigned n);

/* Names: `files` are IOB2 files of two columns. `world` has the gazetteer, the
 * word lists, and a model with the sections tag, parse, lemma and clusters. */
cg_status cgi_train_names(cgi_model_part *out, const char *const *files,
                          size_t n, const cg_world *world, cg_error *err);

/* Reads the IOB2 file at `path` and writes it with the names found by us. */
cg_status cgi_label_names(FILE *to, const char *path, const cg_world *world,
                          cg_error *err);

#endif
