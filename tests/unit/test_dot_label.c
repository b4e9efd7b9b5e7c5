/* SPDX-License-Identifier: Apache-2.0
 *
 * test_dot_label.c -- labels of diagrams: short, and safe whatever they hold.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "sample_drawing.h"
#include "suites.h"

/* ---- Labels -------------------------------------------------------------- */

static void labels_are_wrapped_and_cut(void)
{
    static const struct {
        const char *text;
        size_t width, n_lines;
        const char *label;
    } cases[] = {
        {"", 5, 3, ""},
        {"one", 5, 3, "one"},
        {"exact", 5, 1, "exact"},
        {"one two", 5, 3, "one\\ntwo"},
        {"a b c d", 3, 2, "a b\\nc d"},
        {" one \n two ", 9, 1, "one two"},
        {"one two three", 5, 2, "one\\ntwo\u2026"},
        {"unbreakable", 5, 3, "unbre\\nakabl\\ne"},
        {"unbreakable", 5, 2, "unbre\\nakab\u2026"},
        {"toolong", 5, 1, "tool\u2026"},
        {"\u00E9\u00E9\u00E9 \u00E9\u00E9\u00E9", 4, 2,
         "\u00E9\u00E9\u00E9\\n\u00E9\u00E9\u00E9"},
        {"\U0001F6A2\U0001F6A2\U0001F6A2", 2, 1, "\U0001F6A2\u2026"},
        {"a\\N", 5, 1, "a\\\\N"},
        {"A & B", 5, 1, "A &amp; B"},
        {"&&&&&&", 3, 2, "&amp;&amp;&amp;\\n&amp;&amp;&amp;"},
        {"\\\\\\", 3, 1, "\\\\\\\\\\\\"},
    };
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_STRING_EQUAL(
            cgi_dot_wrap(&a, cases[i].text, cases[i].width, cases[i].n_lines),
            cases[i].label);
    cgi_arena_clear(&a);
}

static void ids_are_plain_and_unique(void)
{
    static const struct {
        const char *iri, *id;
    } cases[] = {
        {"http://x.example/a/Kabul", "Kabul"},
        {"http://x.example/b/Kabul", "Kabul-2"},
        {"http://x.example/b#Kabul", "Kabul-3"},
        {"http://x.example/b/\u00E9 \"x\"", "____x_"},
        {"http://x.example/", "node"},
        {"none", "none"},
    };
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    cgi_table taken = {0};
    if (setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_STRING_EQUAL(cgi_dot_id(&a, &taken, cases[i].iri),
                               cases[i].id);
    cgi_arena_clear(&a);
}

static void xml_is_told_from_other_text(void)
{
    CU_ASSERT(is_xml("<svg a='b&amp;c'><g>&lt;</g></svg>"));
    CU_ASSERT_FALSE(is_xml("<svg a='b&c'/>"));
    CU_ASSERT_FALSE(is_xml("<svg><g></svg>"));
}

/* Puts `label` wherever text from outside comes into a picture. */
static void infest(sample *s, const char *label)
{
    sample_graph_init(s);
    s->entities[SAMPLE_FRONT].label = label;
    s->entities[SAMPLE_TOWN].label = label;
    s->entities[SAMPLE_MINISTER].position = label;
    s->claims[SAMPLE_DENIAL].cue.quote = label;
    s->claims[SAMPLE_DENIAL].content.at[0].quote = label;
    s->graph.title = label;
    s->graph.publisher = label;
    s->graph.url = label;
    s->events[SAMPLE_MEETING].label = label;
}

/* Whether graphviz, and any reader of XML, take pictures with this label for
 * what they are, in all views. Returns the SVG of the claims, for free(). */
static char *survive(const char *label)
{
    static const cg_format formats[] = {CG_FORMAT_SVG, CG_FORMAT_GEXF,
                                        CG_FORMAT_GRAPHML};
    char *claims = NULL;
    sample s;
    infest(&s, label);
    const cgi_graph *const graphs[] = {&s.graph};
    for (int view = CG_VIEW_CLAIMS; view <= CG_VIEW_TIMELINE; view++) {
        const cg_drawing drawing = {.view = (cg_view)view};
        for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
            bytes b = written_as(formats[i], &drawing, graphs, 1);
            CU_ASSERT_EQUAL(b.status, CG_OK);
            CU_ASSERT(b.at && is_xml(b.at));
            CU_ASSERT_PTR_NULL(strstr(b.at, "<script"));
            CU_ASSERT_PTR_NULL(strstr(b.at, "href=\"javascript"));
            if (claims || view || i)
                free(b.at);
            else
                claims = b.at;
        }
        bytes dot = written_as(CG_FORMAT_DOT, &drawing, graphs, 1);
        Agraph_t *again = agmemread(dot.at);
        CU_ASSERT_PTR_NOT_NULL(again);
        agclose(again);
        free(dot.at);
    }
    return claims;
}

/* A test of a label that comes into SVG as `shown`, and not as `hidden`. */
static void check_label(const char *label, const char *shown,
                        const char *hidden)
{
    char *svg = survive(label);
    CU_ASSERT_PTR_NOT_NULL(strstr(svg, shown));
    CU_ASSERT(!hidden || !strstr(svg, hidden));
    free(svg);
}

static void tags_in_labels_are_text(void)
{
    check_label("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;", "<b>bold");
    check_label("<script>x</script>", "&lt;script&gt;", "<script");
    check_label("]]> --> <!-- x", "]]&gt; &#45;&#45;&gt; &lt;!&#45;&#45; x<",
                NULL);
}

static void ampersands_in_labels_are_text(void)
{
    check_label("War & Peace", ">War &amp; Peace<", NULL);
    check_label("&lt;i&gt; &#60; &bad;", "&amp;lt;i&amp;gt; &amp;#60;", "<i>");
}

static void quotes_in_labels_are_text(void)
{
    check_label("\"a\" 'b'", "&quot;a&quot; &#39;b&#39;<", NULL);
    check_label("x\" onload=\"y", "x&quot; onload=&quot;y", "\" onload");
}

static void newlines_in_labels_are_spaces(void)
{
    check_label("one\ntwo\r\n\tthree", ">one two three<", NULL);
    check_label("one\x01\x1Btwo", ">one two<", "\x1B");
    check_label("one\u2028two", ">one two<", NULL);
}

static void labels_from_right_to_left_keep_their_place(void)
{
    check_label("\u0627\u0644\u062C\u064A\u0634 (AB)",
                ">\u0627\u0644\u062C\u064A\u0634 (AB)<", NULL);
    check_label("\u05E6\u05D4\u05F4\u05DC", ">\u05E6\u05D4\u05F4\u05DC<", NULL);
    check_label("one\u202Etwo", ">one two<", "\u202E");
    check_label("one\u2066two", ">one two<", "\u2066");
}

static void emoji_in_labels_stay_whole(void)
{
    check_label("\U0001F6A2\u200D\U0001F525 front",
                ">\U0001F6A2\u200D\U0001F525 front<", NULL);
}

static void very_long_labels_are_cut(void)
{
    char label[10001];
    memset(label, 'x', sizeof label - 1);
    label[sizeof label - 1] = '\0';
    char *svg = survive(label);
    CU_ASSERT_PTR_NOT_NULL(strstr(svg, "xxx\u2026<"));
    char *shown = strstr(svg, "<text");
    for (; shown; shown = strstr(shown + 1, "<text")) {
        const char *words = strchr(shown, '>'), *end = strchr(words, '<');
        CU_ASSERT(end - words < 140); /* The title is the longest. */
    }
    free(svg);
}

static void addresses_of_scripts_are_no_links(void)
{
    check_label("javascript:alert(1)", ">javascript:alert(1)<",
                "href=\"javascript");
    check_label("data:text/html,<i>", "data:text/html", "href=\"data");
}

static void what_graphviz_would_interpret_is_text(void)
{
    check_label("\\N \\G \\E \\T \\l \\\\", ">\\N \\G \\E \\T \\l \\\\<", NULL);
    check_label("{a|b|<p> c}", ">{a|b|&lt;p&gt; c}<", NULL);
    check_label("back\\", ">back\\<", NULL);
    check_label("%s %n %p", ">%s %n %p<", NULL);
    check_label("\xEF\xBF\xBE end", ">end<", "\xEF\xBF\xBE");
}

static void text_is_shown_as_it_is(void)
{
    sample s;
    sample_graph_init(&s);
    s.entities[SAMPLE_FRONT].label = "\\N & <i> &lt; \"x\"";
    bytes svg = drawn(CG_FORMAT_SVG, &s.graph);
    CU_ASSERT_PTR_NOT_NULL(
        strstr(svg.at, ">\\N &amp; &lt;i&gt; &amp;lt; &quot;x&quot;</text>"));
    free(svg.at);
}

static void links_are_only_http(void)
{
    static const struct {
        const char *url, *link; /* "" if it is none. */
    } cases[] = {
        {"https://news.example/a?b=1&c=2",
         "https://news.example/a?b=1&amp;c=2"},
        {"http://news.example/", "http://news.example/"},
        {"javascript:alert(1)", ""},
        {"JAVASCRIPT:alert(1)", ""},
        {"data:text/html,x", ""},
        {"https://x.example/\"onload=", ""},
        {"https://x.example/a b", ""},
        {"https://x.example/\\N", ""},
        {"/relative", ""},
        {NULL, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s;
        sample_graph_init(&s);
        s.graph.url = cases[i].url;
        s.entities[SAMPLE_DEPOT].match = cases[i].url;
        Agraph_t *dot = read_again(&s.graph);
        CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c166"), "URL"),
                               cases[i].link);
        CU_ASSERT_STRING_EQUAL(node_says(dot, "u_depotdepotdepot2", "URL"),
                               cases[i].link);
        agclose(dot);
    }
}

static void bad_utf8_is_refused(void)
{
    sample s;
    sample_graph_init(&s);
    s.claims[SAMPLE_DENIAL].content.at[0].quote = "\xFF";
    bytes b = drawn(CG_FORMAT_DOT, &s.graph);
    CU_ASSERT_EQUAL(b.status, CG_ERR_TEXT);
    free(b.at);
}

static void texts_are_cut_without_breaking_characters(void)
{
    static const struct {
        const char *text;
        size_t width;
        const char *cut;
    } cases[] = {
        {"", 3, ""},
        {"abc", 3, "abc"},
        {"abcd", 3, "ab\u2026"},
        {"\u00E9\u00E9\u00E9\u00E9", 3, "\u00E9\u00E9\u2026"},
    };
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_STRING_EQUAL(cgi_dot_cut(&a, cases[i].text, cases[i].width),
                               cases[i].cut);
    CU_ASSERT_STRING_EQUAL(cgi_dot_xml(&a, "<a b=\"c\" d='e'> & f"),
                           "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp; f");
    cgi_arena_clear(&a);
}

static void widths_are_those_of_the_font(void)
{
    static const struct {
        const char *text;
        size_t width;
    } cases[] = {
        {"", 0},         {" ", 318},       {"i", 278},
        {"W", 989},      {"~", 838},       {"ii", 556},
        {"\u00E9", 720}, {"\u4E2D", 1120}, {"\U0001F6A2", 1120},
        {"\x01", 720},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_EQUAL(cgi_dot_text_width(cases[i].text), cases[i].width);
}

static void labels_are_as_wide_as_their_widest_line(void)
{
    static const struct {
        const char *label;
        size_t width, n_lines;
    } cases[] = {
        {"", 0, 1},
        {"W", 989, 1},
        {"i\\nW\\ni", 989, 3},
        {"W\\n", 989, 2},
        {"&amp;", 780, 1},
        {"\\\\n", 337 + 634, 1}, /* A backslash, and no new line. */
    };
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t n_lines;
        CU_ASSERT_EQUAL(cgi_dot_label_width(&n_lines, &a, cases[i].label),
                        cases[i].width);
        CU_ASSERT_EQUAL(n_lines, cases[i].n_lines);
    }
    cgi_arena_clear(&a);
}

CU_TestInfo dot_label_tests[] = {
    {"texts are cut without breaking characters",
     texts_are_cut_without_breaking_characters},
    {"widths are those of the font", widths_are_those_of_the_font},
    {"labels are as wide as their widest line",
     labels_are_as_wide_as_their_widest_line},
    {"labels are wrapped and cut", labels_are_wrapped_and_cut},
    {"ids are plain and unique", ids_are_plain_and_unique},
    {"XML is told from other text", xml_is_told_from_other_text},
    {"tags in labels are text", tags_in_labels_are_text},
    {"ampersands in labels are text", ampersands_in_labels_are_text},
    {"quotes in labels are text", quotes_in_labels_are_text},
    {"newlines in labels are spaces", newlines_in_labels_are_spaces},
    {"labels from right to left keep their place",
     labels_from_right_to_left_keep_their_place},
    {"emoji in labels stay whole", emoji_in_labels_stay_whole},
    {"very long labels are cut", very_long_labels_are_cut},
    {"addresses of scripts are no links", addresses_of_scripts_are_no_links},
    {"what graphviz would interpret is text",
     what_graphviz_would_interpret_is_text},
    {"text is shown as it is", text_is_shown_as_it_is},
    {"links are only http", links_are_only_http},
    {"bad UTF-8 is refused", bad_utf8_is_refused},
    CU_TEST_INFO_NULL,
};
