/* SPDX-License-Identifier: Apache-2.0
 *
 * snapshot.h -- the records of the ontology as one binary file.
 *
 * Parsing the Turtle takes most of the time that loading a world takes, so the
 * build keeps what the parser found in ontology.cache beside the Turtle files.
 * It is only ever a copy: whoever cannot use it reads the Turtle.
 *
 *   offset 0   char[8]  "CGCACHE\n"
 *          8   u32      version, CGI_SNAPSHOT_VERSION
 *         12   u32      number of strings
 *         16   u64      cgi_hash() of all from offset 24, with the eight bytes
 *                       at offset 8 as the seed
 *         24   u64      key of the Turtle files, cgi_sources_key()
 *         32   u32      numbers in the records
 *         36   u32      bytes in the text
 *         40   u32 ends[strings]   offset of the NUL behind each string
 *              u32 records[]       {subject, n, n * {predicate, object,
 *                                  datatype}}: indices of strings, the
 *                                  datatype's plus 1, as 0 stands for none
 *              char text[]         the strings, a NUL behind each
 *
 * Little endian.
 */
#ifndef CG_WORLD_SNAPSHOT_H
#define CG_WORLD_SNAPSHOT_H

#include <stdint.h>

#include "world/load.h"

#define CGI_SNAPSHOT_VERSION 1
#define CGI_SNAPSHOT_NAME    "ontology.cache"

/* Reads the file at `path` and checks every number in it. CG_ERR_DATA: there
 * is none, it is damaged, or it was not made from the files that `key` is of.
 */
cg_status cgi_snapshot_open(cgi_snapshot **out, const char *path, uint64_t key,
                            cg_error *err);

void cgi_snapshot_close(cgi_snapshot *s);

/* Hands the records on in order, until one is refused. Their strings live as
 * long as the snapshot. */
cg_status cgi_snapshot_read(const cgi_snapshot *s, cgi_arena *a,
                            cgi_record_handler handler, void *user,
                            cg_error *err);

/* Parses the Turtle files in `folder` and writes the snapshot there, beside
 * its final name first. For the build; the library itself writes nothing. */
cg_status cgi_snapshot_write(const char *folder, cg_error *err);

#endif
