/* SPDX-License-Identifier: Apache-2.0
 *
 * model.h -- the language model file: named sections in one mapped file.
 *
 *   offset 0   char[8]  "CGMODEL\n"
 *          8   u32      version, CGI_MODEL_VERSION
 *         12   u32      number of sections
 *         16   u64      cgi_hash() of everything from offset 32
 *         24   u64      size of the file in bytes
 *         32   sections {char name[16]; u64 offset; u64 size}
 *              bytes of the sections, each at a multiple of 64
 *
 * Little endian. Mapped read-only and shared.
 */
#ifndef CG_WORLD_MODEL_H
#define CG_WORLD_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "claimgraph.h"

#define CGI_MODEL_VERSION 2

typedef struct cgi_model cgi_model;

/* Maps the file at `path` and verifies magic, version, size and checksum. */
cg_status cgi_model_open(cgi_model **out, const char *path, cg_error *err);

void cgi_model_close(cgi_model *model);

/* The bytes of section `name` and *size, or NULL if there is none. They are
 * aligned to 64 bytes and live as long as the model. */
const void *cgi_model_section(size_t *size, const cgi_model *model,
                              const char *name);

/* Writes a model file of `n` sections; for the trainer. */
typedef struct {
    const char *name;
    const void *bytes;
    size_t size;
} cgi_model_part;

cg_status cgi_model_write(const char *path, const cgi_model_part *parts,
                          size_t n, cg_error *err);

/* Little-endian numbers at any address; compilers make one load of each. */
static inline uint32_t cgi_load16(const uint8_t *p)
{
    return p[0] | (uint32_t)p[1] << 8;
}

static inline uint32_t cgi_load32(const uint8_t *p)
{
    return cgi_load16(p) | cgi_load16(p + 2) << 16;
}

static inline uint64_t cgi_load64(const uint8_t *p)
{
    return cgi_load32(p) | (uint64_t)cgi_load32(p + 4) << 32;
}

static inline void cgi_store16(uint8_t *p, uint32_t v)
{
    p[0] = (uint8_t)v;
    p[1] = (uint8_t)(v >> 8);
}

static inline void cgi_store32(uint8_t *p, uint32_t v)
{
    cgi_store16(p, v);
    cgi_store16(p + 2, v >> 16);
}

static inline void cgi_store64(uint8_t *p, uint64_t v)
{
    cgi_store32(p, (uint32_t)v);
    cgi_store32(p + 4, (uint32_t)(v >> 32));
}

#endif
