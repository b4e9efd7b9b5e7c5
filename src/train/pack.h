/* SPDX-License-Identifier: Apache-2.0
 *
 * pack.h -- from a trained network to the section "net".
 */
#ifndef CG_TRAIN_PACK_H
#define CG_TRAIN_PACK_H

#include "train/samples.h"

/* The bytes of the section, from malloc(). Only on machines of little endian
 * byte order. */
void *cgi_net_pack(size_t *size, const cgi_net *net, const cgi_corpus *words,
                   const cgi_tagset *tags);

#endif
