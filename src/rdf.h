/* SPDX-License-Identifier: Apache-2.0
 *
 * rdf.h -- what the files of public calls share: claimgraph.c and rdf.c.
 */
#ifndef CG_RDF_H
#define CG_RDF_H

#include "claimgraph.h"
#include "store/graphs.h"

/* Adds each of the graphs to a writer. */
cg_status cgi_writer_graphs(cg_writer *writer, const cgi_graphs *graphs,
                            cg_error *err);

#endif
