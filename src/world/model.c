/* SPDX-License-Identifier: Apache-2.0
 *
 * model.c -- maps, checks and writes the language model file.
 *
 * Everything that could send a reader out of the mapped bytes is checked once,
 * at the opening: afterwards a section is bytes inside the file for certain.
 * What stands in a section is checked by who reads it.
 */
#include "world/model.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/hash.h"

#define HEADER       32
#define ENTRY        32
#define NAME         16
#define ALIGN        64
#define SECTIONS_MAX 64
/* More than any model of ours and less than any address space. */
#define FILE_MAX ((uint64_t)1 << 30)

static const char magic[] = "CGMODEL\n";

struct cgi_model {
    const uint8_t *bytes;
    size_t size;
    uint32_t n_sections;
};

static const uint8_t *entry(const cgi_model *m, uint32_t i)
{
    return m->bytes + HEADER + (size_t)i * ENTRY;
}

static cg_status check_sections(const cgi_model *m, cg_error *err)
{
    for (uint32_t i = 0; i < m->n_sections; i++) {
        const uint8_t *e = entry(m, i);
        uint64_t offset = cgi_load64(e + NAME);
        uint64_t size = cgi_load64(e + NAME + 8);
        if (e[NAME - 1] || offset % ALIGN || offset > m->size ||
            size > m->size - offset)
            return cgi_fail(err, CG_ERR_DATA, HEADER + (size_t)i * ENTRY,
                            "section %u of the model is damaged", i);
    }
    return CG_OK;
}

static cg_status check(cgi_model *m, cg_error *err)
{
    const uint8_t *b = m->bytes;
    if (m->size < HEADER || memcmp(b, magic, sizeof magic - 1) != 0)
        return cgi_fail(err, CG_ERR_DATA, 0, "this is no model file");
    if (cgi_load32(b + 8) != CGI_MODEL_VERSION)
        return cgi_fail(err, CG_ERR_DATA, 8,
                        "model version %u, but %u is needed", cgi_load32(b + 8),
                        (unsigned)CGI_MODEL_VERSION);
    if (cgi_load64(b + 24) != m->size)
        return cgi_fail(err, CG_ERR_DATA, 24, "the model file is cut short");
    m->n_sections = cgi_load32(b + 12);
    if (m->n_sections > SECTIONS_MAX ||
        m->n_sections * (size_t)ENTRY > m->size - HEADER)
        return cgi_fail(err, CG_ERR_DATA, 12, "the model is damaged");
    if (cgi_hash(b + HEADER, m->size - HEADER, 0) != cgi_load64(b + 16))
        return cgi_fail(err, CG_ERR_DATA, 16, "the model's checksum is wrong");
    return check_sections(m, err);
}

/* Maps the file; its size may be anything but 0. */
static cg_status map(cgi_model *m, const char *path, cg_error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return cgi_fail(err, CG_ERR_DATA, 0, "cannot open the model %s: %s",
                        path, strerror(errno));
    struct stat st;
    void *at = MAP_FAILED;
    if (!fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size > 0 &&
        (uint64_t)st.st_size <= FILE_MAX) {
        m->size = (size_t)st.st_size;
        at = mmap(NULL, m->size, PROT_READ, MAP_PRIVATE, fd, 0);
    }
    close(fd);
    if (at == MAP_FAILED)
        return cgi_fail(err, CG_ERR_DATA, 0, "cannot map the model %s", path);
    m->bytes = at;
    return CG_OK;
}

cg_status cgi_model_open(cgi_model **out, const char *path, cg_error *err)
{
    *out = NULL;
    cgi_model *m = calloc(1, sizeof *m);
    if (!m)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    cg_status st = map(m, path, err);
    if (!st)
        st = check(m, err);
    if (st) {
        cgi_model_close(m);
        return st;
    }
    *out = m;
    return CG_OK;
}

void cgi_model_close(cgi_model *model)
{
    if (!model)
        return;
    if (model->bytes) {
        /* munmap() takes away const; nothing is written. */
        void *at = (void *)(uintptr_t)model->bytes;
        munmap(at, model->size);
    }
    free(model);
}

const void *cgi_model_section(size_t *size, const cgi_model *model,
                              const char *name)
{
    *size = 0;
    for (uint32_t i = 0; model && i < model->n_sections; i++) {
        const uint8_t *e = entry(model, i);
        if (strcmp((const char *)e, name) != 0)
            continue;
        *size = (size_t)cgi_load64(e + NAME + 8);
        return model->bytes + cgi_load64(e + NAME);
    }
    return NULL;
}

static size_t aligned(size_t n)
{
    return (n + ALIGN - 1) / ALIGN * ALIGN;
}

/* The bytes of a whole file from malloc(), or NULL. */
static uint8_t *assemble(size_t *size, const cgi_model_part *parts, size_t n)
{
    size_t at = aligned(HEADER + n * ENTRY), total = at;
    for (size_t i = 0; i < n; i++)
        total += aligned(parts[i].size);
    uint8_t *b = calloc(1, total);
    if (!b)
        return NULL;
    memcpy(b, magic, sizeof magic - 1);
    cgi_store32(b + 8, CGI_MODEL_VERSION);
    cgi_store32(b + 12, (uint32_t)n);
    cgi_store64(b + 24, total);
    for (size_t i = 0; i < n; i++) {
        uint8_t *e = b + HEADER + i * ENTRY;
        memcpy(e, parts[i].name, strnlen(parts[i].name, NAME - 1));
        cgi_store64(e + NAME, at);
        cgi_store64(e + NAME + 8, parts[i].size);
        if (parts[i].size)
            memcpy(b + at, parts[i].bytes, parts[i].size);
        at += aligned(parts[i].size);
    }
    cgi_store64(b + 16, cgi_hash(b + HEADER, total - HEADER, 0));
    *size = total;
    return b;
}

cg_status cgi_model_write(const char *path, const cgi_model_part *parts,
                          size_t n, cg_error *err)
{
    if (n > SECTIONS_MAX)
        return cgi_fail(err, CG_ERR_LIMIT, 0, "too many sections");
    size_t size;
    uint8_t *bytes = assemble(&size, parts, n);
    if (!bytes)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(bytes, 1, size, f) == size && !fflush(f);
    if (f && fclose(f))
        ok = false;
    free(bytes);
    return ok ? CG_OK
              : cgi_fail(err, CG_ERR_IO, 0, "cannot write %s: %s", path,
                         strerror(errno));
}
