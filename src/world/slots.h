/* SPDX-License-Identifier: Apache-2.0
 *
 * slots.h -- the small language of cg:slots and cg:needs.
 *
 *   slots   subject=agent object:Person|PersonGroup=patient on=patient
 *   need    object=life|soul   subject=@Person   by   !to
 */
#ifndef CG_WORLD_SLOTS_H
#define CG_WORLD_SLOTS_H

#include "base/error.h"
#include "world/world.h"

/* The slot called `name`; what is no slot of ours is a preposition, which the
 * world then knows. */
uint16_t cgi_slot_read(cg_world *w, cgi_slice name);

/* Reads a frame's slots; CG_ERR_DATA names the word that is wrong. */
cg_status cgi_slots_read(cgi_frame *f, cg_world *w, cgi_slice text,
                         cg_error *err);

/* Adds one condition to `word`. */
cg_status cgi_need_read(cgi_word *word, cg_world *w, cgi_slice text,
                        cg_error *err);

#endif
