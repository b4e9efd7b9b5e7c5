/* SPDX-License-Identifier: Apache-2.0
 *
 * arena.c -- memory that dies all at once: a chain of blocks, cut from front
 * to back.
 *
 *     a->blocks -> [ used | free ] -> [ full ] -> [ one big piece ] -> NULL
 *
 * Only the newest block is cut further. A piece that would waste much of a
 * fresh block gets a block of its own, which goes second in the chain so that
 * the newest stays in use. Under AddressSanitizer the bytes between pieces
 * are poisoned; with -DCGI_ARENA_MALLOC every piece is a block, for valgrind.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define CGI_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CGI_ASAN 1
#endif
#endif

#define ALIGN alignof(max_align_t)

#ifdef CGI_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n)   ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#define GAP            ALIGN
#else
#define POISON(p, n)   ((void)0)
#define UNPOISON(p, n) ((void)0)
#define GAP            0
#endif

/* Blocks double from the first to the last size, so that a short article
 * costs little and a long one few calls of malloc. */
#define FIRST_BLOCK ((size_t)64 * 1024)
#define LAST_BLOCK  ((size_t)4 * 1024 * 1024)

/* Items of the first allocation of a growing array. */
#define FIRST_ITEMS 8

struct cgi_block {
    cgi_block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char data[];
};

static size_t fail_after = SIZE_MAX;

void cgi_arena_fail_after(size_t n)
{
    fail_after = n;
}

/* Leaves through the owner's setjmp(). */
static _Noreturn void fail(cgi_arena *a, int over_limit)
{
    assert(a->on_fail);
    a->over_limit = over_limit;
    longjmp(*a->on_fail, 1);
}

static void count_down(cgi_arena *a)
{
    if (fail_after == SIZE_MAX)
        return;
    if (fail_after == 0)
        fail(a, 0);
    fail_after--;
}

/* How large a block to ask for, `need` at least: as large as all before it
 * together, within the bounds above and what the limit leaves. */
static size_t block_size(const cgi_arena *a, size_t need)
{
#ifdef CGI_ARENA_MALLOC
    (void)a;
    return need;
#else
    size_t size = a->total < FIRST_BLOCK  ? FIRST_BLOCK
                  : a->total > LAST_BLOCK ? LAST_BLOCK
                                          : a->total;
    if (a->limit && size > a->limit - a->total)
        size = a->limit - a->total;
    return need > size / 4 ? need : size;
#endif
}

static cgi_block *add_block(cgi_arena *a, size_t need)
{
    if (a->limit && need > a->limit - a->total)
        fail(a, 1);
    size_t size = block_size(a, need);
    if (size > SIZE_MAX - sizeof(cgi_block))
        fail(a, 0);
    cgi_block *b = malloc(sizeof *b + size);
    if (!b)
        fail(a, 0);
    b->used = 0;
    b->size = size;
    POISON(b->data, size);
    cgi_block **where = &a->blocks;
    if (size == need && a->blocks)
        where = &a->blocks->next;
    b->next = *where;
    *where = b;
    a->total += size;
    return b;
}

void *cgi_arena_alloc(cgi_arena *a, size_t size)
{
    count_down(a);
    if (size > SIZE_MAX - GAP - ALIGN)
        fail(a, a->limit != 0);
    /* A piece of no bytes still takes one unit, so that pointers differ. */
    size_t need = ((size ? size : 1) + GAP + ALIGN - 1) / ALIGN * ALIGN;
#ifdef CGI_ARENA_MALLOC
    /* No padding: valgrind then sees the first byte past the piece. */
    need = size ? size : 1;
#endif
    cgi_block *b = a->blocks;
    if (!b || b->size - b->used < need)
        b = add_block(a, need);
    void *p = b->data + b->used;
    b->used += need;
    UNPOISON(p, size);
    return memset(p, 0, size);
}

void *cgi_arena_array(cgi_arena *a, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        fail(a, a->limit != 0);
    return cgi_arena_alloc(a, n * size);
}

char *cgi_arena_strndup(cgi_arena *a, const char *s, size_t len)
{
    if (len == SIZE_MAX)
        fail(a, a->limit != 0);
    char *copy = cgi_arena_alloc(a, len + 1);
    if (len)
        memcpy(copy, s, len);
    return copy;
}

char *cgi_arena_printf(cgi_arena *a, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int len = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (len < 0)
        fail(a, 0);
    size_t size = (size_t)len + 1;
    char *text = cgi_arena_alloc(a, size);
    va_start(ap, fmt);
    vsnprintf(text, size, fmt, ap);
    va_end(ap);
    return text;
}

void *cgi_arena_grow(cgi_arena *a, void *at, size_t *cap, size_t n, size_t size)
{
    assert(n <= *cap);
    if (*cap > SIZE_MAX / 2)
        fail(a, a->limit != 0);
    size_t new_cap = *cap ? 2 * *cap : FIRST_ITEMS;
    void *moved = cgi_arena_array(a, new_cap, size);
    if (n)
        memcpy(moved, at, n * size);
    *cap = new_cap;
    return moved;
}

void cgi_arena_clear(cgi_arena *a)
{
    while (a->blocks) {
        cgi_block *next = a->blocks->next;
        UNPOISON(a->blocks->data, a->blocks->size);
        free(a->blocks);
        a->blocks = next;
    }
    a->total = 0;
    a->over_limit = 0;
}
