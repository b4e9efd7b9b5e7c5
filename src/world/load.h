/* SPDX-License-Identifier: Apache-2.0
 *
 * load.h -- Turtle files into records, and records into the world.
 *
 * A record is one subject with all that one stretch of a file says of it.
 * turtle.c makes records and knows raptor but no term of ours; records.c knows
 * our terms but not raptor.
 */
#ifndef CG_WORLD_LOAD_H
#define CG_WORLD_LOAD_H

#include "base/error.h"
#include "world/world.h"

typedef struct {
    const char *predicate; /* Full IRI. */
    cgi_slice object;      /* IRI or text; NUL follows. */
    const char *datatype;  /* IRI; NULL for IRIs and plain literals. */
} cgi_property;

typedef struct {
    const char *subject; /* Full IRI. */
    CGI_VEC(cgi_property) properties;
} cgi_record;

/* Called for each record; its strings live as long as the world, the array of
 * properties until the call returns. */
typedef cg_status (*cgi_record_handler)(void *user, const cgi_record *r,
                                        cg_error *err);

/* A raptor world, for parsing several files. */
typedef struct cgi_turtle cgi_turtle;

cgi_turtle *cgi_turtle_new(void); /* NULL if raptor cannot start. */
void cgi_turtle_free(cgi_turtle *t);

/* Parses the Turtle file at `path`. An error names file and line. */
cg_status cgi_turtle_read(cgi_turtle *t, cgi_arena *a, const char *path,
                          cgi_record_handler handler, void *user,
                          cg_error *err);

/* Enters a record into the world (`user` is a cg_world *); records of a kind
 * that is not ours are passed over. */
cg_status cgi_record_load(void *user, const cgi_record *r, cg_error *err);

/* After the last record: every name that was referred to must be defined.
 * Settles inheritance between types and between namesakes. */
cg_status cgi_records_settle(cg_world *w, cg_error *err);

#endif
