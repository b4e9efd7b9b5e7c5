/* SPDX-License-Identifier: Apache-2.0
 *
 * main.c -- runs all unit tests, or the suite named by the first argument.
 *
 * `make check` says where the sources are by $top_srcdir and what was built by
 * $top_builddir; without these both are looked for in the current folder.
 */
#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>

#include "suites.h"

static cg_world *world;

const char *test_srcdir(void)
{
    const char *dir = getenv("top_srcdir");
    return dir ? dir : ".";
}

const cg_world *test_world(void)
{
    static int tried;
    cg_error err = {0};
    char dir[4096];
    const char *build = getenv("top_builddir");
    snprintf(dir, sizeof dir, "%s/data", build ? build : ".");
    if (!tried && cg_world_new(&world, dir, &err) != CG_OK)
        fprintf(stderr, "the world does not load: %s\n", err.text);
    tried = 1;
    CU_ASSERT_PTR_NOT_NULL(world);
    return world;
}

/* The return value of CU_basic_run_tests() is 0 even when assertions failed,
 * so the records are counted; nothing run is a failure too. */
static int run(const char *only)
{
    CU_basic_set_mode(CU_BRM_VERBOSE);
    CU_pSuite suite = only ? CU_get_suite(only) : NULL;
    if (only && !suite)
        return 99; /* For automake: the test itself is broken. */
    if (suite)
        CU_basic_run_suite(suite);
    else
        CU_basic_run_tests();
    return CU_get_number_of_failure_records() || !CU_get_number_of_tests_run();
}

int main(int argc, char **argv)
{
    CU_SuiteInfo suites[] = {
#define X(name) {#name, NULL, NULL, NULL, NULL, name##_tests},
        SUITES(X)
#undef X
            CU_SUITE_INFO_NULL,
    };
    if (CU_initialize_registry() || CU_register_suites(suites))
        return 99;
    int status = run(argc > 1 ? argv[1] : NULL);
    CU_cleanup_registry();
    cg_world_free(world);
    return status;
}
