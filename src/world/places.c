/* SPDX-License-Identifier: Apache-2.0
 *
 * places.c -- maps, checks, searches and writes the file of places.
 *
 * All offsets and numbers are checked once, so that none leads outside
 * afterwards.
 */
#include "world/places.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/utf8.h"

#define HEADER 32
#define HASHED 24 /* From here on. */
#define PLACE  24
#define NAME   8
/* More than any list of ours, and offsets fit into 32 bits. */
#define FILE_MAX ((size_t)1 << 28)

static const char magic[] = "CGPLACE\n";

struct cgi_places {
    const uint8_t *bytes;
    size_t size;
    /* Parts of the above. */
    const uint8_t *places, *names;
    const char *text;
    uint32_t n_places, n_names, text_size;
};

/* ---- Opening ------------------------------------------------------------- */

static bool map(cgi_places *p, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    void *at = MAP_FAILED;
    if (fd < 0)
        return false;
    if (!fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size >= HEADER &&
        (uintmax_t)st.st_size <= FILE_MAX) {
        p->size = (size_t)st.st_size;
        at = mmap(NULL, p->size, PROT_READ, MAP_PRIVATE, fd, 0);
    }
    close(fd);
    if (at == MAP_FAILED)
        return false;
    p->bytes = at;
    return true;
}

/* Where the parts are; they must fill the file exactly. */
static bool find_parts(cgi_places *p)
{
    const uint8_t *b = p->bytes;
    p->n_places = cgi_load32(b + 12);
    p->n_names = cgi_load32(b + 24);
    p->text_size = cgi_load32(b + 28);
    uint64_t places = (uint64_t)p->n_places * PLACE;
    uint64_t names = (uint64_t)p->n_names * NAME;
    if (HEADER + places + names + p->text_size != p->size)
        return false;
    p->places = b + HEADER;
    p->names = p->places + places;
    p->text = (const char *)p->names + names;
    return p->text_size && !p->text[p->text_size - 1];
}

static const uint8_t *place(const cgi_places *p, uint32_t i)
{
    return p->places + (size_t)i * PLACE;
}

static uint32_t name_key(const cgi_places *p, uint32_t i)
{
    return cgi_load32(p->names + (size_t)i * NAME);
}

/* A country, a region, a part of it and a town lie within each other. */
#define AROUND_MAX 4

static bool ends_soon(const cgi_places *p, uint32_t i)
{
    for (int steps = 0; steps < AROUND_MAX; steps++) {
        uint32_t within = cgi_load32(place(p, i) + 4);
        if (within >= i)
            return within == i;
        i = within;
    }
    return false;
}

static bool check_numbers(const cgi_places *p)
{
    for (uint32_t i = 0; i < p->n_places; i++) {
        const uint8_t *at = place(p, i);
        uint32_t kind = cgi_load32(at + 20);
        if (cgi_load32(at) >= p->text_size || !ends_soon(p, i) ||
            kind >= CGI_N_KINDS || !cgi_kind_is_place((cgi_kind)kind))
            return false;
    }
    for (uint32_t i = 0; i < p->n_names; i++)
        if (name_key(p, i) >= p->text_size ||
            cgi_places_bearer(p, i) >= p->n_places)
            return false;
    return true;
}

static uint64_t hash(const uint8_t *bytes, size_t size)
{
    return cgi_hash(bytes + HASHED, size - HASHED, cgi_load64(bytes + 8));
}

static bool check(cgi_places *p)
{
    const uint8_t *b = p->bytes;
    return !memcmp(b, magic, sizeof magic - 1) &&
           cgi_load32(b + 8) == CGI_PLACES_VERSION &&
           cgi_load64(b + 16) == hash(b, p->size) && find_parts(p) &&
           check_numbers(p);
}

cg_status cgi_places_open(cgi_places **out, const char *path, cg_error *err)
{
    *out = NULL;
    cgi_places *p = calloc(1, sizeof *p);
    if (!p || !map(p, path) || !check(p)) {
        cgi_places_close(p);
        return cgi_fail(err, CG_ERR_DATA, 0, "%s is of no use", path);
    }
    *out = p;
    return CG_OK;
}

void cgi_places_close(cgi_places *p)
{
    if (!p)
        return;
    if (p->bytes) {
        /* munmap() takes away const; nothing is written. */
        void *at = (void *)(uintptr_t)p->bytes;
        munmap(at, p->size);
    }
    free(p);
}

/* ---- Looking up ---------------------------------------------------------- */

uint32_t cgi_places_bearer(const cgi_places *p, uint32_t bearer)
{
    return cgi_load32(p->names + (size_t)bearer * NAME + 4);
}

cgi_place cgi_places_at(const cgi_places *p, uint32_t i)
{
    const uint8_t *at = place(p, i);
    return (cgi_place){.label = p->text + cgi_load32(at),
                       .within = cgi_load32(at + 4),
                       .lat = (int32_t)cgi_load32(at + 8),
                       .lon = (int32_t)cgi_load32(at + 12),
                       .population = cgi_load32(at + 16),
                       .kind = (cgi_kind)cgi_load32(at + 20)};
}

/* The first name whose key is not less, or with `past` greater. */
static uint32_t bound(const cgi_places *p, const char *key, bool past)
{
    uint32_t low = 0, high = p->n_names;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(p->text + name_key(p, middle), key);
        if (order < 0 || (past && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t cgi_places_find(uint32_t *first, const cgi_places *p, cgi_slice name)
{
    char key[CGI_PLACE_KEY_MAX];
    if (!p || !cgi_utf8_fold(key, sizeof key, name))
        return 0;
    *first = bound(p, key, false);
    if (*first == p->n_names || strcmp(p->text + name_key(p, *first), key) != 0)
        return 0;
    return bound(p, key, true) - *first;
}

/* ---- Writing ------------------------------------------------------------- */

/* What names are sorted by; qsort() gives no context. */
typedef struct {
    cgi_place_name name;
    uint32_t population;
} sorted;

static int by_key(const void *a, const void *b)
{
    const sorted *x = a, *y = b;
    int order = strcmp(x->name.key, y->name.key);
    if (order)
        return order;
    if (x->population != y->population)
        return x->population < y->population ? 1 : -1;
    return x->name.place < y->name.place ? -1 : x->name.place > y->name.place;
}

static bool sort_names(cgi_place_name *names, size_t n, const cgi_place *places)
{
    sorted *s = calloc(n + 1, sizeof *s);
    if (!s)
        return false;
    for (size_t i = 0; i < n; i++)
        s[i] = (sorted){names[i], places[names[i].place].population};
    qsort(s, n, sizeof *s, by_key);
    for (size_t i = 0; i < n; i++)
        names[i] = s[i].name;
    free(s);
    return true;
}

/* Equal keys, which stand side by side, share their text. */
static size_t text_size(const cgi_place *places, size_t n,
                        const cgi_place_name *names, size_t n_names)
{
    size_t size = 1;
    for (size_t i = 0; i < n; i++)
        size += strlen(places[i].label) + 1;
    for (size_t i = 0; i < n_names; i++)
        if (!i || strcmp(names[i].key, names[i - 1].key) != 0)
            size += strlen(names[i].key) + 1;
    return size;
}

static uint32_t put_text(char *text, size_t *used, const char *s)
{
    uint32_t at = (uint32_t)*used;
    memcpy(text + at, s, strlen(s) + 1);
    *used += strlen(s) + 1;
    return at;
}

static void fill(uint8_t *b, char *text, const cgi_place *places, size_t n,
                 const cgi_place_name *names, size_t n_names)
{
    size_t used = 1;
    uint32_t key = 0;
    for (size_t i = 0; i < n; i++, b += PLACE) {
        cgi_store32(b, put_text(text, &used, places[i].label));
        cgi_store32(b + 4, places[i].within);
        cgi_store32(b + 8, (uint32_t)places[i].lat);
        cgi_store32(b + 12, (uint32_t)places[i].lon);
        cgi_store32(b + 16, places[i].population);
        cgi_store32(b + 20, (uint32_t)places[i].kind);
    }
    for (size_t i = 0; i < n_names; i++, b += NAME) {
        if (!i || strcmp(names[i].key, names[i - 1].key) != 0)
            key = put_text(text, &used, names[i].key);
        cgi_store32(b, key);
        cgi_store32(b + 4, names[i].place);
    }
}

static bool write_bytes(const char *path, const uint8_t *bytes, size_t size)
{
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(bytes, 1, size, f) == size && !fflush(f);
    if (f && fclose(f))
        ok = false;
    return ok;
}

cg_status cgi_places_write(const char *path, const cgi_place *places, size_t n,
                           cgi_place_name *names, size_t n_names, cg_error *err)
{
    if (n > FILE_MAX / PLACE / 4 || n_names > FILE_MAX / NAME / 4)
        return cgi_fail(err, CG_ERR_LIMIT, 0, "too many places");
    if (!sort_names(names, n_names, places))
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    size_t text = text_size(places, n, names, n_names);
    size_t parts = HEADER + n * PLACE + n_names * NAME, size = parts + text;
    uint8_t *b = size <= FILE_MAX ? calloc(1, size) : NULL;
    if (!b)
        return cgi_fail(err, CG_ERR_LIMIT, 0, "too many places");
    memcpy(b, magic, sizeof magic - 1);
    cgi_store32(b + 8, CGI_PLACES_VERSION);
    cgi_store32(b + 12, (uint32_t)n);
    cgi_store32(b + 24, (uint32_t)n_names);
    cgi_store32(b + 28, (uint32_t)text);
    fill(b + HEADER, (char *)b + parts, places, n, names, n_names);
    cgi_store64(b + 16, hash(b, size));
    bool ok = write_bytes(path, b, size);
    free(b);
    return ok ? CG_OK
              : cgi_fail(err, CG_ERR_IO, 0, "cannot write %s: %s", path,
                         strerror(errno));
}
