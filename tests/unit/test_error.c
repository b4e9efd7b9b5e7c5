/* SPDX-License-Identifier: Apache-2.0
 *
 * test_error.c -- how a call says that it failed.
 */
#include <string.h>

#include "base/error.h"
#include "suites.h"

static void first_wins(void)
{
    cg_error err = {0};
    CU_ASSERT_EQUAL(cgi_fail(&err, CG_ERR_TEXT, 5, "byte 0x%02X", 0xFF),
                    CG_ERR_TEXT);
    CU_ASSERT_EQUAL(cgi_fail(&err, CG_ERR_IO, 9, "echo"), CG_ERR_IO);
    CU_ASSERT_EQUAL(err.status, CG_ERR_TEXT);
    CU_ASSERT_EQUAL(err.offset, 5);
    CU_ASSERT_STRING_EQUAL(err.text, "byte 0xFF");
    CU_ASSERT_EQUAL(cgi_fail(NULL, CG_ERR_DATA, 0, "nobody"), CG_ERR_DATA);
}

static void one_line(void)
{
    cg_error err = {0};
    cgi_fail(&err, CG_ERR_TEXT, 0, "a\nb\x1B[1m\x7F");
    CU_ASSERT_STRING_EQUAL(err.text, "a?b?[1m?");
}

/* A text of two-, three- and four-byte characters, cut at every place. */
static void cut_between_characters(void)
{
    static const char *const chars[] = {"\u00E9", "\u20AC", "\U0001F600"};
    for (size_t c = 0; c < 3; c++)
        for (size_t shift = 0; shift < 4; shift++) {
            char text[512] = "";
            cg_error err = {0};
            memset(text, 'x', shift);
            while (strlen(text) < 400)
                strncat(text, chars[c], 4);
            cgi_fail(&err, CG_ERR_TEXT, 0, "%s", text);
            size_t n = strlen(err.text), whole = strlen(chars[c]);
            CU_ASSERT_TRUE(n < sizeof err.text);
            CU_ASSERT_TRUE(n + whole >= sizeof err.text - 1);
            CU_ASSERT_EQUAL((n - shift) % whole, 0);
        }
}

static cg_status passes_on(cg_status inner)
{
    CG_TRY(inner);
    return CG_ERR_IO;
}

static void tried(void)
{
    CU_ASSERT_EQUAL(passes_on(CG_ERR_LIMIT), CG_ERR_LIMIT);
    CU_ASSERT_EQUAL(passes_on(CG_OK), CG_ERR_IO);
}

static void all_have_names(void)
{
    for (int a = CG_OK; a <= CG_ERR_LIBRARY; a++) {
        const char *name = cg_strerror((cg_status)a);
        CU_ASSERT_STRING_NOT_EQUAL(name, "unknown error");
        for (int b = CG_OK; b < a; b++)
            CU_ASSERT_STRING_NOT_EQUAL(name, cg_strerror((cg_status)b));
    }
    CU_ASSERT_STRING_EQUAL(cg_strerror((cg_status)999), "unknown error");
}

CU_TestInfo error_tests[] = {
    {"the first error wins", first_wins},
    {"a message is one printable line", one_line},
    {"a long message ends between two characters", cut_between_characters},
    {"CG_TRY passes failures on", tried},
    {"every status has a name of its own", all_have_names},
    CU_TEST_INFO_NULL,
};
