/* SPDX-License-Identifier: Apache-2.0
 *
 * fast.h -- marks functions whose loops are worth vector instructions.
 *
 * Where the compiler can, it makes a second copy of such a function for
 * machines with AVX2, which is chosen when the program is loaded. Both give
 * the same numbers: nothing is fused, and sums are made in the order written.
 */
#ifndef CG_BASE_FAST_H
#define CG_BASE_FAST_H

#if defined(__GNUC__) && !defined(__clang__)
#define CGI_UNROLLED __attribute__((optimize("O3")))
#else
#define CGI_UNROLLED /* Others do without being asked. */
#endif

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&         \
    defined(__gnu_linux__)
#define CGI_FAST CGI_UNROLLED __attribute__((target_clones("avx2", "default")))
#else
#define CGI_FAST CGI_UNROLLED
#endif

#endif
