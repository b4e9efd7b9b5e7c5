/* SPDX-License-Identifier: Apache-2.0
 *
 * ud.c -- the names of tags and relations, made from one table.
 *
 * The names are in the order of the enumerations in lang.h, which the model
 * file relies upon.
 */
#include "lang/lang.h"

const char *const cgi_upos_names[CGI_N_UPOS] = {
#define CGI_UPOS(name, text) text,
#include "lang/ud.def"
};

const char *const cgi_xpos_names[CGI_N_XPOS] = {
#define CGI_XPOS(name, text) text,
#include "lang/ud.def"
};

const char *const cgi_rel_names[CGI_N_RELS] = {
#define CGI_REL(name, text) text,
#include "lang/ud.def"
};
