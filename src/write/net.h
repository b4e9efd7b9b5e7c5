/* SPDX-License-Identifier: Apache-2.0
 *
 * net.h -- pictures as data, for the programs that people draw with.
 *
 * The nodes and edges are those of a view; labels come in full.
 */
#ifndef CG_WRITE_NET_H
#define CG_WRITE_NET_H

#include "write/dot.h"

/* Writes the picture in CG_FORMAT_GEXF, CG_FORMAT_GRAPHML, CG_FORMAT_NODES or
 * CG_FORMAT_EDGES. */
cg_status cgi_net_write(const cgi_picture *picture, cg_format format, FILE *to,
                        cg_error *err);

/* `text` as XML, also within attributes in double quotes. */
void cgi_xml_put(FILE *to, const char *text);

#endif
