/* SPDX-License-Identifier: Apache-2.0
 *
 * arena.h -- memory that dies all at once.
 *
 * Everything found in one article lives in one arena, so the stages hand out
 * memory and never free it. The one thing not obvious: an allocation never
 * returns NULL. When memory or the limit runs out, the arena jumps to its
 * `on_fail`, which the public call that owns the arena has set with setjmp();
 * there the whole arena is freed and CG_ERR_NOMEM or CG_ERR_LIMIT returned.
 * So code between must own nothing but arena memory while it allocates.
 */
#ifndef CG_BASE_ARENA_H
#define CG_BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

typedef struct cgi_block cgi_block;

typedef struct {
    cgi_block *blocks; /* Newest first; NULL in a new arena. */
    size_t limit;      /* Largest total in bytes; 0 means no limit. */
    size_t total;      /* Bytes asked of malloc so far. */
    int over_limit;    /* Set before the jump when `limit` was the reason. */
    jmp_buf *on_fail;  /* Where a failed allocation goes; must be set. */
} cgi_arena;

/* Zeroed memory aligned for any type. A size of 0 gives a unique pointer. */
void *cgi_arena_alloc(cgi_arena *a, size_t size);

/* `n` zeroed items of `size` bytes; n * size is checked for overflow. */
void *cgi_arena_array(cgi_arena *a, size_t n, size_t size);

/* A copy of `len` bytes with a NUL after them. */
char *cgi_arena_strndup(cgi_arena *a, const char *s, size_t len);

/* As sprintf() into fresh memory. */
__attribute__((format(printf, 2, 3))) char *
cgi_arena_printf(cgi_arena *a, const char *fmt, ...);

/* Frees everything; the arena is then empty and may be used again. */
void cgi_arena_clear(cgi_arena *a);

/* Tests only: let the next `n` allocations succeed, then fail all (SIZE_MAX:
 * never fail). Not thread-safe. */
void cgi_arena_fail_after(size_t n);

/* A growing array in an arena: declare `CGI_VEC(int) v = {0};`, add with
 * CGI_PUSH(arena, &v, 7), read v.at[0 .. v.n). Grows by doubling, so the
 * address of an element holds only until the next CGI_PUSH. */
#define CGI_VEC(T)                                                             \
    struct {                                                                   \
        T *at;                                                                 \
        size_t n, cap;                                                         \
    }
#define CGI_PUSH(arena, v, ...)                                                \
    do {                                                                       \
        if ((v)->n == (v)->cap)                                                \
            (v)->at = cgi_arena_grow((arena), (v)->at, &(v)->cap, (v)->n,      \
                                     sizeof *(v)->at);                         \
        (v)->at[(v)->n++] = (__VA_ARGS__);                                     \
    } while (0)

/* The work behind CGI_PUSH: moves `n` items to a block twice as large. */
void *cgi_arena_grow(cgi_arena *a, void *at, size_t *cap, size_t n,
                     size_t size);

#endif
