/* SPDX-License-Identifier: Apache-2.0
 *
 * error.h -- how a call says that it failed, and where.
 */
#ifndef CG_BASE_ERROR_H
#define CG_BASE_ERROR_H

#include "claimgraph.h"

/* Return early with the status of a call that failed; only where nothing is
 * to be released. */
#define CG_TRY(call)                                                           \
    do {                                                                       \
        cg_status cg_try_status = (call);                                      \
        if (cg_try_status != CG_OK)                                            \
            return cg_try_status;                                              \
    } while (0)

/* Records the error in `err`, unless that is NULL or holds an earlier one (the
 * first is the cause), and returns `status`. */
__attribute__((format(printf, 4, 5))) cg_status
cgi_fail(cg_error *err, cg_status status, size_t offset, const char *fmt, ...);

#endif
