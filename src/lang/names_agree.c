/* SPDX-License-Identifier: Apache-2.0
 *
 * names_agree.c -- makes the names of one article agree with each other.
 */
#include "lang/names.h"

void cgi_names_agree(uint8_t *tags, cgi_arena *a, const cgi_names_text *t)
{
    (void)tags;
    (void)a;
    (void)t;
}
