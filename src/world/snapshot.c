/* SPDX-License-Identifier: Apache-2.0
 *
 * snapshot.c -- reads and writes the records of the ontology as one file.
 *
 * The file is read, not mapped: what was checked once then stays as it was,
 * whatever happens to the file. Everything is checked before the first record
 * is handed on, so that afterwards no index or offset can lead outside.
 */
#include "world/snapshot.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "world/sources.h"

#define HEADER 40
#define HASHED 24 /* From here on. */
/* More than any ontology of ours, and offsets fit into 32 bits. */
#define FILE_MAX ((size_t)1 << 28)

static const char magic[] = "CGCACHE\n";

struct cgi_snapshot {
    uint8_t *bytes;
    size_t size;
    /* Parts of the above. */
    const uint8_t *ends, *records;
    const char *text;
    uint32_t n_strings, n_numbers, text_size;
};

/* ---- Reading ------------------------------------------------------------- */

static uint32_t number(const cgi_snapshot *s, uint32_t i)
{
    return cgi_load32(s->records + (size_t)i * 4);
}

static uint32_t string_end(const cgi_snapshot *s, uint32_t i)
{
    return cgi_load32(s->ends + (size_t)i * 4);
}

static cgi_slice string(const cgi_snapshot *s, uint32_t i)
{
    uint32_t start = i ? string_end(s, i - 1) + 1 : 0;
    return (cgi_slice){s->text + start, string_end(s, i) - start};
}

/* Where the parts are; they must fill the file exactly. */
static bool find_parts(cgi_snapshot *s)
{
    const uint8_t *b = s->bytes;
    s->n_strings = cgi_load32(b + 12);
    s->n_numbers = cgi_load32(b + 32);
    s->text_size = cgi_load32(b + 36);
    uint64_t ends = (uint64_t)s->n_strings * 4;
    uint64_t records = (uint64_t)s->n_numbers * 4;
    if (HEADER + ends + records + s->text_size != s->size)
        return false;
    s->ends = b + HEADER;
    s->records = s->ends + ends;
    s->text = (const char *)s->records + records;
    return true;
}

/* Each string ends with a NUL inside the text, not before it starts. */
static bool check_strings(const cgi_snapshot *s)
{
    uint32_t start = 0;
    for (uint32_t i = 0; i < s->n_strings; i++) {
        uint32_t end = string_end(s, i);
        if (end < start || end >= s->text_size || s->text[end])
            return false;
        start = end + 1;
    }
    return true;
}

static bool check_records(const cgi_snapshot *s)
{
    uint32_t left = s->n_numbers;
    while (left) {
        uint32_t at = s->n_numbers - left;
        if (left < 2 || number(s, at) >= s->n_strings)
            return false;
        uint32_t n = number(s, at + 1);
        left -= 2;
        if (n > left / 3)
            return false;
        for (uint32_t i = at + 2; i < at + 2 + n * 3; i += 3)
            if (number(s, i) >= s->n_strings ||
                number(s, i + 1) >= s->n_strings ||
                number(s, i + 2) > s->n_strings)
                return false;
        left -= n * 3;
    }
    return true;
}

static uint64_t hash(const uint8_t *bytes, size_t size)
{
    return cgi_hash(bytes + HASHED, size - HASHED, cgi_load64(bytes + 8));
}

static bool check(cgi_snapshot *s, uint64_t key)
{
    const uint8_t *b = s->bytes;
    return s->size >= HEADER && !memcmp(b, magic, sizeof magic - 1) &&
           cgi_load32(b + 8) == CGI_SNAPSHOT_VERSION &&
           cgi_load64(b + 24) == key &&
           cgi_load64(b + 16) == hash(b, s->size) && find_parts(s) &&
           check_strings(s) && check_records(s);
}

static bool read_bytes(cgi_snapshot *s, FILE *f)
{
    struct stat st;
    if (fstat(fileno(f), &st) || !S_ISREG(st.st_mode) || st.st_size <= 0 ||
        (uintmax_t)st.st_size > FILE_MAX)
        return false;
    s->size = (size_t)st.st_size;
    s->bytes = malloc(s->size);
    return s->bytes && fread(s->bytes, 1, s->size, f) == s->size;
}

cg_status cgi_snapshot_open(cgi_snapshot **out, const char *path, uint64_t key,
                            cg_error *err)
{
    *out = NULL;
    cgi_snapshot *s = calloc(1, sizeof *s);
    FILE *f = s ? fopen(path, "rb") : NULL;
    bool ok = f && read_bytes(s, f) && check(s, key);
    if (f)
        fclose(f);
    if (!ok) {
        cgi_snapshot_close(s);
        return cgi_fail(err, CG_ERR_DATA, 0, "%s is of no use", path);
    }
    *out = s;
    return CG_OK;
}

void cgi_snapshot_close(cgi_snapshot *s)
{
    if (!s)
        return;
    free(s->bytes);
    free(s);
}

cg_status cgi_snapshot_read(const cgi_snapshot *s, cgi_arena *a,
                            cgi_record_handler handler, void *user,
                            cg_error *err)
{
    cgi_record r = {0};
    for (uint32_t at = 0; at < s->n_numbers;) {
        r.subject = string(s, number(s, at)).at;
        r.properties.n = 0;
        uint32_t n = number(s, at + 1);
        at += 2;
        for (uint32_t i = 0; i < n; i++, at += 3) {
            uint32_t type = number(s, at + 2);
            cgi_property p = {string(s, number(s, at)).at,
                              string(s, number(s, at + 1)),
                              type ? string(s, type - 1).at : NULL};
            CGI_PUSH(a, &r.properties, p);
        }
        CG_TRY(handler(user, &r, err));
    }
    return CG_OK;
}

/* ---- Writing ------------------------------------------------------------- */

/* What the file will hold. */
typedef struct {
    cgi_arena arena;
    cgi_table index; /* From a string to a pointer to its index. */
    CGI_VEC(cgi_slice) strings;
    CGI_VEC(uint32_t) numbers;
    size_t text_size;
    uint64_t key;
} maker;

static uint32_t index_of(maker *m, cgi_slice text)
{
    void **at = cgi_table_at(&m->index, &m->arena, text);
    if (!*at) {
        uint32_t *i = cgi_arena_alloc(&m->arena, sizeof *i);
        *i = (uint32_t)m->strings.n;
        *at = i;
        CGI_PUSH(&m->arena, &m->strings, text);
        m->text_size += text.len + 1;
    }
    return *(uint32_t *)*at;
}

/* Its strings are in the maker's arena already. */
static cg_status add_record(void *user, const cgi_record *r, cg_error *err)
{
    maker *m = user;
    cgi_arena *a = &m->arena;
    CGI_PUSH(a, &m->numbers, index_of(m, cgi_slice_of(r->subject)));
    CGI_PUSH(a, &m->numbers, (uint32_t)r->properties.n);
    for (size_t i = 0; i < r->properties.n; i++) {
        const cgi_property *p = &r->properties.at[i];
        CGI_PUSH(a, &m->numbers, index_of(m, cgi_slice_of(p->predicate)));
        CGI_PUSH(a, &m->numbers, index_of(m, p->object));
        uint32_t type =
            p->datatype ? index_of(m, cgi_slice_of(p->datatype)) + 1 : 0;
        CGI_PUSH(a, &m->numbers, type);
    }
    size_t n = m->strings.n + m->numbers.n;
    if (n > FILE_MAX / 8 || m->text_size > FILE_MAX / 4)
        return cgi_fail(err, CG_ERR_LIMIT, 0, "the ontology is too large");
    return CG_OK;
}

/* The bytes of the whole file in the arena. */
static uint8_t *assemble(size_t *size, maker *m)
{
    *size = HEADER + (m->strings.n + m->numbers.n) * 4 + m->text_size;
    uint8_t *b = cgi_arena_alloc(&m->arena, *size), *at = b + HEADER;
    memcpy(b, magic, sizeof magic - 1);
    cgi_store32(b + 8, CGI_SNAPSHOT_VERSION);
    cgi_store32(b + 12, (uint32_t)m->strings.n);
    cgi_store64(b + 24, m->key);
    cgi_store32(b + 32, (uint32_t)m->numbers.n);
    cgi_store32(b + 36, (uint32_t)m->text_size);
    uint32_t end = 0;
    for (size_t i = 0; i < m->strings.n; i++, at += 4) {
        end += (uint32_t)m->strings.at[i].len;
        cgi_store32(at, end++);
    }
    for (size_t i = 0; i < m->numbers.n; i++, at += 4)
        cgi_store32(at, m->numbers.at[i]);
    for (size_t i = 0; i < m->strings.n; i++) {
        cgi_slice s = m->strings.at[i];
        if (s.len)
            memcpy(at, s.at, s.len);
        at += s.len + 1;
    }
    cgi_store64(b + 16, hash(b, *size));
    return b;
}

static cg_status write_bytes(const char *path, const char *beside,
                             const uint8_t *bytes, size_t size, cg_error *err)
{
    FILE *f = fopen(beside, "wb");
    bool ok = f && fwrite(bytes, 1, size, f) == size && !fflush(f);
    if (f && fclose(f))
        ok = false;
    if (ok && !rename(beside, path))
        return CG_OK;
    int why = errno;
    if (f)
        remove(beside);
    return cgi_fail(err, CG_ERR_IO, 0, "cannot write %s: %s", path,
                    strerror(why));
}

static cg_status make(maker *m, cgi_turtle *turtle, const char *folder,
                      cg_error *err)
{
    cgi_arena *a = &m->arena;
    cgi_sources files;
    CG_TRY(cgi_sources_list(&files, a, folder, err));
    CG_TRY(cgi_sources_key(&m->key, a, &files, err));
    for (size_t i = 0; i < files.n; i++)
        CG_TRY(
            cgi_turtle_read(turtle, a, files.at[i].path, add_record, m, err));
    /* A key of other bytes than those that were parsed would do harm. */
    uint64_t again;
    CG_TRY(cgi_sources_key(&again, a, &files, err));
    if (again != m->key)
        return cgi_fail(err, CG_ERR_DATA, 0, "%s changed while it was read",
                        folder);
    size_t size;
    const uint8_t *bytes = assemble(&size, m);
    const char *path = cgi_arena_printf(a, "%s/" CGI_SNAPSHOT_NAME, folder);
    return write_bytes(path, cgi_arena_printf(a, "%s.new", path), bytes, size,
                       err);
}

static cg_status make_or_jump(maker *m, cgi_turtle *turtle, const char *folder,
                              cg_error *err)
{
    jmp_buf on_fail;
    m->arena.on_fail = &on_fail;
    if (setjmp(on_fail))
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    return make(m, turtle, folder, err);
}

cg_status cgi_snapshot_write(const char *folder, cg_error *err)
{
    maker m = {0};
    cgi_turtle *turtle = cgi_turtle_new();
    cg_status status = turtle ? make_or_jump(&m, turtle, folder, err)
                              : cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    cgi_turtle_free(turtle);
    cgi_arena_clear(&m.arena);
    return status;
}
