/* SPDX-License-Identifier: Apache-2.0
 *
 * test_segment.c -- blocks, sentences and tokens of hard newspaper text.
 *
 * A case goes the whole way of an article: the reader finds headline, byline,
 * dateline and bullets, then the text is divided. It is written as in
 * test_tokenize.c, with " || " where a new block begins.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "lang/lang.h"
#include "suites.h"

typedef struct {
    const char *text, *tokens;
} segment_case;

static const segment_case layout[] = {
    /* Datelines. */
    {"LAGOS, March 3 (Reuters) - Gunmen fled.",
     "LAGOS , March 3 ( Reuters ) - | Gunmen fled ."},
    {"QUITO (AP) -- Banks closed.", "QUITO ( AP ) -- | Banks closed ."},
    {"GENEVA, Sept. 12 (AFP) — Talks failed.",
     "GENEVA , Sept. 12 ( AFP ) — | Talks failed ."},
    {"ST. LOUIS, Mo., Oct. 2 (UPI) - Rain fell.",
     "ST. LOUIS , Mo. , Oct. 2 ( UPI ) - | Rain fell ."},
    {"WASHINGTON, D.C., June 9 (IPS) - He won.",
     "WASHINGTON , D.C. , June 9 ( IPS ) - | He won ."},
    {"MINSK, 4 May. /TASS/. Snow fell.",
     "MINSK , 4 May . / TASS / . | Snow fell ."},
    {"TEHRAN - 26 July 2021: Shops shut.",
     "TEHRAN - 26 July 2021 : | Shops shut ."},
    /* Headlines and bylines. */
    {"Rebels take two towns\n\nRebels took two towns in the north on Sunday, "
     "a spokesman said.",
     "Rebels take two towns || Rebels took two towns in the north on Sunday , "
     "a spokesman said ."},
    {"Who pays? Nobody\n\nNobody has paid for the repairs since the flood of "
     "last spring.",
     "Who pays ? | Nobody || Nobody has paid for the repairs since the flood "
     "of last spring ."},
    {"U.S. to send aid, says Gov. Hale\nBy Ann Lowe\n\nThe governor said on "
     "Friday that aid would come soon.",
     "U.S. to send aid , says Gov. Hale || By Ann Lowe || The governor said on "
     "Friday that aid would come soon ."},
    {"By Ann Lowe, Staff Writer\n\nIt rained.",
     "By Ann Lowe , Staff Writer || It rained ."},
    {"Photo: Ann Lowe/Acme\n\nIt rained.",
     "Photo : Ann Lowe / Acme || It rained ."},
    {"It rained.\n\n(Reporting by A. Lowe; Editing by B. Roe)",
     "It rained . || ( Reporting by A. Lowe ; Editing by B. Roe )"},
    /* Bullets. */
    {"Key points:\n- Prices rose.\n- Wages fell.",
     "Key points : || - Prices rose . || - Wages fell ."},
    {"• Two dead\n• Nine hurt", "• Two dead || • Nine hurt"},
    {"* One: go.\n* Two: stay.", "* One : go . || * Two : stay ."},
    {"1. Vote early.\n2. Go home.", "1. Vote early . || 2. Go home ."},
    {"(a) the army\n(b) the police", "( a ) the army || ( b ) the police"},
    {"– Rents doubled.\n– Jobs went.", "– Rents doubled . || – Jobs went ."},
    /* Lines broken at a width or with \r\n. */
    {"The army left.\r\n\r\nThe police stayed.",
     "The army left . || The police stayed ."},
    {"He works for the U.S.\n\nShe does not.",
     "He works for the U.S. || She does not ."},
    {"He works for Acme Corp.\n\nShe does not.",
     "He works for Acme Corp . || She does not ."},
    {"* * *\n\nIt rained.", "* * * || It rained ."},
};

static const segment_case quotes[] = {
    {"\"We won,\" he said. \"They lost.\"",
     "\" We won , \" he said . | \" They lost . \""},
    {"“Go home.” He went.", "“ Go home . ” | He went ."},
    {"“Go home,” said Mr. Orr, “and stay.”",
     "“ Go home , ” said Mr. Orr , “ and stay . ”"},
    {"“Will you go?” asked the judge. “No.”",
     "“ Will you go ? ” asked the judge . | “ No . ”"},
    {"“Stop!” shouted Ms. Orr.", "“ Stop ! ” shouted Ms. Orr ."},
    {"“He told me, ‘Go home.’ I went.”",
     "“ He told me , ‘ Go home . ’ | I went . ”"},
    {"“He said ‘no’,” she said.", "“ He said ‘ no ’ , ” she said ."},
    {"‘They lost,’ she said. ‘We won.’",
     "‘ They lost , ’ she said . | ‘ We won . ’"},
    {"'They lost,' she said. 'We won.'",
     "' They lost , ' she said . | ' We won . '"},
    {"«We won», he said.", "« We won » , he said ."},
    {"„We won“, he said.", "„ We won “ , he said ."},
    {"``We won,'' he said. ``They lost.''",
     "`` We won , '' he said . | `` They lost . ''"},
    {"He called it \"a farce.\" She agreed.",
     "He called it \" a farce . \" | She agreed ."},
    {"He called it \"a farce\". She agreed.",
     "He called it \" a farce \" . | She agreed ."},
    {"the so-called \"Gang of Five\" left",
     "the so - called \" Gang of Five \" left"},
    {"the army's \"elite\" men", "the army +'s \" elite \" men"},
    {"“We don’t know the soldiers’ names,” he said.",
     "“ We do +n’t know the soldiers +’ names , ” he said ."},
    {"‘We don’t know,’ he said.", "‘ We do +n’t know , ’ he said ."},
    {"\"It is over\" -- that was all.", "\" It is over \" -- that was all ."},
    {"(He denies it.) The trial goes on.",
     "( He denies it . ) | The trial goes on ."},
    {"He left (or so he said). She stayed.",
     "He left ( or so he said ) . | She stayed ."},
    {"He said [the army] left.", "He said [ the army ] left ."},
    {"“[The army] left,” he said.", "“ [ The army ] left , ” he said ."},
    {"“Why now?” “Because.”", "“ Why now ? ” | “ Because . ”"},
    {"a 6'2\" guard", "a 6 ' 2 \" guard"},
    {"He said: “Go.”", "He said : “ Go . ”"},
    {"the film “Go!” is out", "the film “ Go ! ” is out"},
};

static const segment_case stops[] = {
    /* Dots. */
    {"We waited ... and waited.", "We waited ... and waited ."},
    {"We waited… and waited.", "We waited … and waited ."},
    {"We waited…. He came.", "We waited …. | He came ."},
    {"“I thought...” He stopped.", "“ I thought ... ” | He stopped ."},
    {"“...and then he left,” she said.",
     "“ ... and then he left , ” she said ."},
    {"He left . . . and she stayed.", "He left . . . and she stayed ."},
    {"food, water, etc... are short", "food , water , etc ... are short"},
    {"Really?!? Yes!", "Really ?!? | Yes !"},
    {"Who? Me.", "Who ? | Me ."},
    /* Abbreviations that may end a sentence. */
    {"He flew to the U.S. on Friday.", "He flew to the U.S. on Friday ."},
    {"He flew to the U.S. He stayed.", "He flew to the U.S. | He stayed ."},
    {"He flew to the U.S. “It was cold,” he said.",
     "He flew to the U.S. | “ It was cold , ” he said ."},
    {"the U.S. Senate and U.N. Security Council",
     "the U.S. Senate and U.N. Security Council"},
    {"The U.S. and U.K. agreed.", "The U.S. and U.K. agreed ."},
    {"the U.S.-led force", "the U.S. - led force"},
    {"the U.S.-China trade", "the U.S. - China trade"},
    {"the U.S.G. site", "the U.S.G. site"},
    {"the U.S. (and its allies)", "the U.S. ( and its allies )"},
    {"Is it the U.S.?", "Is it the U.S. ?"},
    {"in Washington, D.C. The mayor left.",
     "in Washington , D.C. | The mayor left ."},
    {"Lt. Gen. R. K. Rao met Sgt. 1st Class Lee.",
     "Lt. Gen. R. K. Rao met Sgt. 1st Class Lee ."},
    {"Rep. Orr (D-Calif.) voted no.", "Rep. Orr ( D - Calif. ) voted no ."},
    {"Sens. Orr and Roe met Rev. Dr. Lee.",
     "Sens. Orr and Roe met Rev. Dr. Lee ."},
    {"Acme Inc., Orr & Co. and Roe Ltd. merged.",
     "Acme Inc. , Orr & Co. and Roe Ltd. merged ."},
    {"Acme Inc.'s offer", "Acme Inc. +'s offer"},
    {"He runs Acme Co. His wife left.", "He runs Acme Co . | His wife left ."},
    {"John Orr Jr. left.", "John Orr Jr. left ."},
    {"John F. Orr III left.", "John F. Orr III left ."},
    {"J.R.R. Orr and A.B. Roe left.", "J.R.R. Orr and A.B. Roe left ."},
    {"Malcolm X. He spoke.", "Malcolm X. | He spoke ."},
    {"the No. 10 spokesman", "the No. 10 spokesman"},
    {"Did he go? No. He stayed.", "Did he go ? | No . | He stayed ."},
    {"at 5 p.m. on Monday", "at 5 p.m. on Monday"},
    {"at 5 p.m. He left.", "at 5 p.m. | He left ."},
    {"at 5 p.m., he left", "at 5 p.m. , he left"},
    {"at 5 p.m. (1200 GMT)", "at 5 p.m. ( 1200 GMT )"},
    {"at 5 p.m. EST on Sunday", "at 5 p.m. EST on Sunday"},
    {"from Jan. 3 to Feb. 4", "from Jan. 3 to Feb. 4"},
    {"It opens in Sept. The hall is new.",
     "It opens in Sept. | The hall is new ."},
    {"the St. Mary's Hospital on Main St. closed",
     "the St. Mary +'s Hospital on Main St. closed"},
    {"Orr v. Roe and Lee vs. Moe", "Orr v. Roe and Lee vs. Moe"},
    {"i.e. now, e.g. here, cf. there", "i.e. now , e.g. here , cf. there"},
    {"in 44 B.C. Rome fell", "in 44 B.C. Rome fell"},
    {"on pp. 3-4 of vol. 2", "on pp. 3 - 4 of vol. 2"},
    {"Orr et al. found it", "Orr et al. found it"},
    {"She has a Ph.D. in law.", "She has a Ph.D. in law ."},
    {"It fell to approx. 5 ft. deep.", "It fell to approx. 5 ft. deep ."},
    {"a Mt. Fuji guide", "a Mt. Fuji guide"},
    {"He left at 9.30. She stayed.", "He left at 9.30 . | She stayed ."},
    {"Prices rose 3.5. They fell.", "Prices rose 3.5 . | They fell ."},
    /* Ends that are hard to see. */
    {"The war ended in 1918. Millions died.",
     "The war ended in 1918 . | Millions died ."},
    {"It cost $5. He paid.", "It cost $ 5 . | He paid ."},
    {"He got 5%. She got more.", "He got 5 % . | She got more ."},
    {"Yahoo! shares fell.", "Yahoo! shares fell ."},
    {"iPhone sales fell. iPad sales rose.",
     "iPhone sales fell . | iPad sales rose ."},
    {"He left. 20 men stayed.", "He left . | 20 men stayed ."},
    {"He left. @orr stayed.", "He left . | @orr stayed ."},
    {"They left.\" She stayed.", "They left . \" | She stayed ."},
    {"He left; she stayed: why?", "He left ; she stayed : why ?"},
    {"He asked: Who knew? The answer: all.",
     "He asked : Who knew ? | The answer : all ."},
    {"It fell.[12][13] It rose.", "It fell . [ 12 ] [ 13 ] | It rose ."},
    {"i went home. where were you? i waited",
     "i went home . | where were you ? | i waited"},
    {"so was it good? we thought so! you bet",
     "so was it good ? | we thought so ! | you bet"},
    {"Was it he? wondered the judge.", "Was it he ? wondered the judge ."},
    {"He left :) She stayed.", "He left :) | She stayed ."},
};

static const segment_case words[] = {
    /* Contractions and owners. */
    {"They'll say it isn't so.", "They +'ll say it is +n't so ."},
    {"We'd've gone; who's that?", "We +'d +'ve gone ; who +'s that ?"},
    {"I'm sure you're right.", "I +'m sure you +'re right ."},
    {"I ain’t; y’all can’t.", "I ai +n’t ; y’ +all ca +n’t ."},
    {"C'mon, lemme go.", "C'm +on , lem +me go ."},
    {"the Joneses' home", "the Joneses +' home"},
    {"the boss's desk", "the boss +'s desk"},
    {"James' car, Marx’ book", "James +' car , Marx ’ book"},
    {"the Taliban’s leaders’ homes", "the Taliban +’s leaders +’ homes"},
    {"the '90s and ’68", "the '90s and ’68"},
    {"Côte d'Ivoire's team", "Côte d'Ivoire +'s team"},
    {"Sana'a and Qur'an", "Sana'a and Qur'an"},
    {"O’Neill’s and D'Arcy's", "O’Neill +’s and D'Arcy +'s"},
    {"dos and don'ts", "dos and don'ts"},
    {"the MPs' vote, an MP's vote", "the MPs +' vote , an MP +'s vote"},
    /* Hyphens, dashes and slashes. */
    {"IS-K and ISIS-K fight on", "IS-K and ISIS-K fight on"},
    {"COVID-19 cases", "COVID - 19 cases"},
    {"a Covid-19-related death", "a Covid - 19 - related death"},
    {"an F-16 and a MiG-29", "an F - 16 and a MiG - 29"},
    {"G-20 states", "G-20 states"},
    {"a pro-Russian, anti-tank unit", "a pro-Russian , anti-tank unit"},
    {"ex-President Orr", "ex-President Orr"},
    {"President-elect Orr", "President - elect Orr"},
    {"Jean-Luc Orr-Roe", "Jean - Luc Orr - Roe"},
    {"a far-right, 30-year-old ex-soldier",
     "a far - right , 30 - year - old ex-soldier"},
    {"pre- and post-war years", "pre - and post-war years"},
    {"al-Shabaab, Al-Qaeda and el-Sisi",
     "al - Shabaab , Al - Qaeda and el - Sisi"},
    {"the talks — the first — failed", "the talks — the first — failed"},
    {"the talks–the first–failed", "the talks – the first – failed"},
    {"the talks--the first--failed", "the talks -- the first -- failed"},
    {"a 5-3 vote", "a 5 - 3 vote"},
    {"a 5–3 win", "a 5 – 3 win"},
    {"from 1999-2004", "from 1999 - 2004"},
    {"in 1999/2000", "in 1999 / 2000"},
    {"the US/UK side", "the US / UK side"},
    {"he/she, km/h, 24/7", "he / she , km / h , 24 / 7"},
    {"a non‑profit", "a non ‑ profit"},
    {"the co­op", "the co­op"},
    /* Numbers and money. */
    {"$4bn, £3.5m, €20k", "$ 4 bn , £ 3.5 m , € 20 k"},
    {"A$5 million and HK$2", "A$ 5 million and HK$ 2"},
    {"$1.5-2 million", "$ 1.5 - 2 million"},
    {"Rs 1,50,000 and Rs. 500", "Rs 1,50,000 and Rs. 500"},
    {"1,234,567.89 people", "1,234,567.89 people"},
    {"3.5m people, 10pc, 5%", "3.5 m people , 10 pc , 5 %"},
    {"a 1/2 cup, 3½ hours", "a 1 / 2 cup , 3½ hours"},
    {"at 5:30 p.m., 17:30 and 0530 GMT", "at 5:30 p.m. , 17:30 and 0530 GMT"},
    {"a 2:05:30 marathon", "a 2:05:30 marathon"},
    {"won 6-4, 7-6 (7-3)", "won 6 - 4 , 7 - 6 ( 7 - 3 )"},
    {"No. 1-ranked Orr", "No. 1 - ranked Orr"},
    {"the 21st-century G7", "the 21st - century G7"},
    {"-5°C or 30°F", "- 5 ° C or 30 ° F"},
    {"up +3.2 points", "up +3.2 points"},
    {"a 9mm gun, an M16, a 4x4", "a 9 mm gun , an M16 , a 4x4"},
    {"5,000-strong", "5,000 - strong"},
    {"Article 5(1) and §3", "Article 5 ( 1 ) and § 3"},
    {"the $$$ talk", "the $$$ talk"},
    {"two in 10, one in 3, then", "two in 10 , one in 3 , then"},
    {"the law(s) and pupil(s)", "the law(s) and pupil(s)"},
    /* Addresses, handles, pictures. */
    {"See https://news.example.org/a-b?c=1&d=2#e, he wrote.",
     "See https://news.example.org/a-b?c=1&d=2#e , he wrote ."},
    {"(see http://example.org).", "( see http://example.org ) ."},
    {"on Example.com. He left.", "on Example.com . | He left ."},
    {"mail press.office@mod.example.gov.uk now",
     "mail press.office@mod.example.gov.uk now"},
    {"tips@example.org; @ann_lowe", "tips@example.org ; @ann_lowe"},
    {"#MeToo and #2020vision", "#MeToo and # 2020vision"},
    {"RT @orr: “Go!” 😀😀", "RT @orr : “ Go ! ” 😀 😀"},
    {"👩‍👩‍👧 and 🇺🇦", "👩‍👩‍👧 and 🇺🇦"},
    {"AT&T and R&D", "AT&T and R&D"},
    {"example.org/path/file.html.", "example.org/path/file.html ."},
    /* White space that is not ASCII. */
    {"5\u00A0000 men", "5 000 men"},
    {"Mr.\u00A0Orr left.\u2003He ran.", "Mr. Orr left . | He ran ."},
    {"$\u20095\u202Fbn", "$ 5 bn"},
    {"in\u3000a\u200Brow\uFEFF.", "in a row ."},
    {"He left.\u2028She stayed.", "He left . | She stayed ."},
};

typedef struct {
    cgi_arena arena;
    jmp_buf fail;
    cgi_article article;
    cgi_lang lang;
} segments;

/* Reads and divides a text; false, and a failure recorded, if that fails.
 * Clear the arena in either case. */
static bool divide(segments *s, const char *text)
{
    const cg_source source = {.text = text, .len = strlen(text)};
    memset(s, 0, sizeof *s);
    s->arena.on_fail = &s->fail;
    bool done =
        test_world() && !setjmp(s->fail) &&
        cgi_article_read(&s->article, &s->arena, &source, NULL, NULL) == CG_OK;
    if (done) {
        s->lang.article = &s->article;
        cgi_lang_tokenize(&s->lang, &s->arena, test_world());
    }
    CU_ASSERT_TRUE(done);
    return done;
}

static const char *mark_before(const cgi_lang *l, size_t i)
{
    const cgi_sentence *s = &l->sentences[l->tokens[i].sentence];
    if (!i)
        return "";
    if (s->first != i)
        return " ";
    return s[-1].block == s->block ? " | " : " || ";
}

static void render(char *out, size_t size, const cgi_lang *l)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < l->n_tokens && n < size; i++)
        n += (size_t)snprintf(out + n, size - n, "%s%s%s", mark_before(l, i),
                              l->tokens[i].in_word ? "+" : "",
                              l->tokens[i].form);
}

/* True if only white space stands in [at, end). */
static bool is_blank(const char *at, const char *end)
{
    while (at < end) {
        uint32_t c = cgi_utf8_next(&at, end);
        if (c != ' ' && c != '\n' && c != '\r' && c != 0x200B && c != 0xFEFF &&
            !cgi_utf8_is_space(c))
            return false;
    }
    return true;
}

/* Every token is the bytes that it says it is, and none are left out. */
static bool is_exact(const cgi_lang *l)
{
    const char *text = l->article->text;
    uint32_t at = 0;
    for (size_t i = 0; i < l->n_tokens; i++) {
        const cgi_token *t = &l->tokens[i];
        size_t n = strlen(t->form);
        if (t->begin < at || t->end - t->begin != n || !n ||
            memcmp(text + t->begin, t->form, n) ||
            !is_blank(text + at, text + t->begin))
            return false;
        at = t->end;
    }
    return is_blank(text + at, text + l->article->len);
}

static void check_case(const segment_case *c)
{
    segments s;
    char out[500];
    if (divide(&s, c->text)) {
        render(out, sizeof out, &s.lang);
        CU_ASSERT_STRING_EQUAL(out, c->tokens);
        if (strcmp(out, c->tokens))
            fprintf(stderr, "\n    %s\n -> %s\n", c->text, out);
        CU_ASSERT(is_exact(&s.lang));
    }
    cgi_arena_clear(&s.arena);
}

static void check(const segment_case *c, size_t n)
{
    for (size_t i = 0; i < n && test_world(); i++)
        check_case(&c[i]);
}

static void the_layout_of_a_page_is_kept(void)
{
    check(layout, sizeof layout / sizeof *layout);
}

static void quotations_are_divided_with_their_marks(void)
{
    check(quotes, sizeof quotes / sizeof *quotes);
}

static void a_full_stop_ends_a_sentence_or_does_not(void)
{
    check(stops, sizeof stops / sizeof *stops);
}

static void words_and_numbers_come_apart_as_in_treebanks(void)
{
    check(words, sizeof words / sizeof *words);
}

CU_TestInfo segment_tests[] = {
    {"the layout of a page is kept", the_layout_of_a_page_is_kept},
    {"quotations are divided with their marks",
     quotations_are_divided_with_their_marks},
    {"a full stop ends a sentence or does not",
     a_full_stop_ends_a_sentence_or_does_not},
    {"words and numbers come apart as in treebanks",
     words_and_numbers_come_apart_as_in_treebanks},
    CU_TEST_INFO_NULL,
};
