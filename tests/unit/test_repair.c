/* SPDX-License-Identifier: Apache-2.0
 *
 * test_repair.c -- trees that cannot be, and what is made of them.
 *
 * The trees are written out, so that no model has a say in them: a word is
 * "form/tag/head/relation", heads from 1, 0 for the root.
 */
#include <stdio.h>
#include <stdlib.h>

#include "lang/lang.h"
#include "sample_words.h"
#include "suites.h"

static const struct {
    const char *tree, *form, *relation;
} cases[] = {
    /* The preposition before a name is that of its head. */
    {"They/PRP/2/nsubj spoke/VBD/0/root of/IN/5/case Ann/NNP/2/obl "
     "Berg/NNP/4/flat",
     "of", "case(Ann)"},
    /* Titles. */
    {"Maj./NNP/4/nsubj Gen./NNP/3/nmod:desc Berg/NNP/1/appos spoke/VBD/0/root",
     "Berg", "nsubj(spoke)"},
    {"chairman/NN/6/nsubj and/CC/5/cc chief/JJ/5/amod executive/NN/5/compound "
     "Berg/NNP/1/conj spoke/VBD/0/root",
     "Berg", "nsubj(spoke)"},
    {"chairman/NN/6/nsubj and/CC/5/cc chief/JJ/5/amod executive/NN/5/compound "
     "Berg/NNP/1/conj spoke/VBD/0/root",
     "chairman", "nmod:desc(Berg)"},
    {"the/DT/2/det chairman/NN/6/nsubj and/CC/5/cc mayor/NN/5/compound "
     "Berg/NNP/2/conj spoke/VBD/0/root",
     "Berg", "conj(chairman)"},
    {"roads/NNS/5/nsubj and/CC/4/cc mayor/NN/4/compound "
     "Berg/NNP/1/conj spoke/VBD/0/root",
     "Berg", "conj(roads)"},
    {"They/PRP/2/nsubj lost/VBD/0/root money/NN/2/obj ,/,/6/punct "
     "mayor/NN/6/nmod:desc Berg/NNP/3/conj said/VBD/2/conj",
     "Berg", "nsubj(said)"},
    {"They/PRP/2/nsubj met/VBD/0/root Lind/NNP/2/obj and/CC/6/cc "
     "mayor/NN/6/nmod:desc Berg/NNP/3/conj said/VBD/2/conj",
     "Berg", "conj(Lind)"},
    /* A subject that was joined to the verb before it. */
    {"Prices/NNS/2/nsubj fell/VBD/0/root and/CC/4/cc analysts/NNS/2/conj "
     "have/VBP/6/aux spoken/VBN/2/conj",
     "analysts", "nsubj(spoken)"},
    {"Prices/NNS/2/nsubj fell/VBD/0/root and/CC/4/cc analysts/NNS/1/conj "
     "have/VBP/6/aux spoken/VBN/2/conj",
     "analysts", "conj(Prices)"},
    /* One is not many: who speaks stands behind what the place is. */
    {"In/IN/2/case Oslo/NNP/8/obl ,/,/2/punct the/DT/5/det capital/NN/8/nsubj "
     ",/,/7/punct doctors/NNS/5/appos spoke/VBD/0/root",
     "doctors", "nsubj(spoke)"},
    {"In/IN/2/case Oslo/NNP/8/obl ,/,/2/punct the/DT/5/det capital/NN/8/nsubj "
     ",/,/7/punct doctors/NNS/5/appos spoke/VBD/0/root",
     "capital", "appos(Oslo)"},
    {"In/IN/2/case Oslo/NNP/8/obl ,/,/2/punct the/DT/5/det mayor/NN/8/nsubj "
     ",/,/7/punct doctor/NN/5/appos spoke/VBD/0/root",
     "mayor", "nsubj(spoke)"},
    /* Two subjects. */
    {"Rebels/NNS/6/nsubj attacked/VBD/6/ccomp towns/NNS/2/obj ,/,/2/punct "
     "police/NNS/6/nsubj said/VBD/0/root",
     "Rebels", "nsubj(attacked)"},
    {"Rebels/NNS/5/nsubj fled/VBD/5/ccomp ,/,/2/punct police/NNS/5/nsubj "
     "said/VBD/0/root",
     "police", "nsubj(said)"},
    {"Rebels/NNS/6/nsubj were/VBD/3/aux:pass beaten/VBN/6/ccomp ,/,/3/punct "
     "police/NNS/6/nsubj said/VBD/0/root",
     "Rebels", "nsubj:pass(beaten)"},
    /* Objects behind numbers with prepositions. */
    {"It/PRP/2/nsubj killed/VBD/0/root at/IN/4/case least/JJS/5/nmod "
     "ten/CD/6/nummod people/NNS/2/obl",
     "people", "obj(killed)"},
    {"It/PRP/2/nsubj killed/VBD/0/root between/IN/7/case ten/CD/7/nummod "
     "and/CC/6/cc twenty/CD/4/conj people/NNS/2/obl",
     "people", "obj(killed)"},
    {"It/PRP/2/nsubj killed/VBD/0/root between/IN/7/case ten/CD/7/nummod "
     "and/CC/6/cc twenty/CD/4/conj people/NNS/2/obl",
     "between", "case(ten)"},
    {"It/PRP/2/nsubj ended/VBD/0/root in/IN/5/case ten/CD/5/nummod "
     "days/NNS/2/obl",
     "days", "obl(ended)"},
    {"It/PRP/2/nsubj killed/VBD/0/root men/NNS/2/obj ten/CD/5/nummod "
     "times/NNS/2/obl",
     "times", "obl(killed)"},
    /* Two objects. */
    {"She/PRP/2/nsubj called/VBD/0/root it/PRP/2/obj a/DT/5/det "
     "crime/NN/2/obj",
     "crime", "xcomp(called)"},
    {"She/PRP/2/nsubj gave/VBD/0/root him/PRP/2/obj a/DT/5/det book/NN/2/obj",
     "him", "iobj(gave)"},
    {"She/PRP/2/nsubj called/VBD/0/root that/DT/2/obj murder/NN/3/appos",
     "murder", "xcomp(called)"},
    {"She/PRP/2/nsubj called/VBD/0/root Ann/NNP/2/obj ,/,/5/punct "
     "boss/NN/3/appos",
     "boss", "appos(Ann)"},
    /* Names that are months or verbs. */
    {"Anna/NNP/4/nsubj Berg/NNP/1/flat May/NNP/4/aux left/VBD/0/root", "May",
     "flat(Anna)"},
    {"Anna/NNP/3/nsubj May/NNP/3/aux left/VBD/0/root", "May", "flat(Anna)"},
    {"Anna/NNP/3/nsubj may/MD/3/aux leave/VB/0/root", "may", "aux(leave)"},
    /* Who is blamed. */
    {"They/PRP/2/nsubj blamed/VBD/0/root riots/NNS/2/obj in/IN/5/case "
     "Rome/NNP/3/nmod on/IN/7/case us/NN/5/nmod",
     "us", "obl(blamed)"},
    {"They/PRP/2/nsubj blamed/VBD/0/root riots/NNS/2/obj on/IN/5/case "
     "Monday/NN/3/nmod in/IN/7/case Rome/NNP/3/nmod",
     "Monday", "nmod(riots)"},
    {"They/PRP/2/nsubj feared/VBD/0/root riots/NNS/2/obj on/IN/5/case "
     "Monday/NN/3/nmod",
     "Monday", "nmod(riots)"},
    {"They/PRP/2/nsubj linked/VBD/0/root riots/NNS/2/obj in/IN/5/case "
     "Rome/NNP/3/nmod to/IN/7/case us/NN/5/nmod",
     "us", "obl(linked)"},
    {"They/PRP/2/nsubj accused/VBD/0/root men/NNS/2/obj of/IN/5/case "
     "Rome/NNP/3/nmod of/IN/7/case theft/NN/5/nmod",
     "theft", "obl(accused)"},
    {"They/PRP/2/nsubj accused/VBD/0/root men/NNS/2/obj of/IN/5/case "
     "Rome/NNP/3/nmod",
     "Rome", "nmod(men)"},
    /* Sentences whose verb was taken for a participle. */
    {"men/NNS/0/root elected/VBD/1/acl her/PRP/2/obj", "elected", "root"},
    {"men/NNS/0/root elected/VBD/1/acl her/PRP/2/obj", "men", "nsubj(elected)"},
    {"men/NNS/0/root given/VBN/1/acl food/NN/2/obj", "given", "acl(men)"},
    {"Ann/NNP/4/nsubj was/VBD/4/cop elected/VBN/4/amod mayor/NN/0/root",
     "mayor", "xcomp(elected)"},
    {"Ann/NNP/5/nsubj was/VBD/5/cop the/DT/5/det elected/VBN/5/amod "
     "mayor/NN/0/root",
     "elected", "amod(mayor)"},
    {"talks/NNS/7/nsubj between/IN/3/case Rome/NNP/1/nmod and/CC/6/cc "
     "the/DT/6/det rebels/NNS/1/conj failed/VBD/0/root",
     "rebels", "conj(Rome)"},
    {"units/NNS/6/nsubj of/IN/5/case the/DT/5/det old/JJ/5/amod "
     "army/NN/6/nsubj "
     "fired/VBD/0/root",
     "army", "nmod(units)"},
    /* What was told, and what is called a claim. */
    {"She/PRP/2/nsubj told/VBD/0/root men/NNS/2/iobj that/IN/6/mark "
     "he/PRP/6/nsubj left/VBD/3/acl",
     "left", "ccomp(told)"},
    {"She/PRP/2/nsubj met/VBD/0/root men/NNS/2/obj that/IN/6/mark "
     "he/PRP/6/nsubj left/VBD/3/acl",
     "left", "acl(men)"},
    {"She/PRP/2/nsubj left/VBD/0/root Rome/NNP/2/obj ,/,/6/punct a/DT/6/det "
     "claim/NN/3/appos we/PRP/8/nsubj deny/VBP/6/acl:relcl",
     "claim", "parataxis(left)"},
    {"She/PRP/2/nsubj left/VBD/0/root Rome/NNP/2/obj ,/,/6/punct a/DT/6/det "
     "city/NN/3/appos we/PRP/8/nsubj love/VBP/6/acl:relcl",
     "city", "appos(Rome)"},
    /* Nobody "thought to be". */
    {"men/NNS/2/nsubj thought/VBD/0/root to/TO/5/mark be/VB/5/cop "
     "spies/NNS/2/xcomp left/VBD/2/xcomp",
     "left", "root"},
    {"men/NNS/2/nsubj thought/VBD/0/root to/TO/5/mark be/VB/5/cop "
     "spies/NNS/2/xcomp left/VBD/2/xcomp",
     "men", "nsubj(left)"},
    {"men/NNS/2/nsubj thought/VBD/0/root to/TO/5/mark be/VB/5/cop "
     "spies/NNS/2/xcomp left/VBD/2/xcomp",
     "thought", "acl(men)"},
    {"men/NNS/2/nsubj thought/VBD/0/root to/TO/5/mark be/VB/5/cop "
     "spies/NNS/2/xcomp",
     "men", "nsubj:pass(thought)"},
    {"he/PRP/2/nsubj thought/VBD/0/root to/TO/5/mark be/VB/5/cop "
     "king/NN/2/xcomp",
     "he", "nsubj(thought)"},
    /* In what state somebody was left. */
    {"It/PRP/2/nsubj left/VBD/0/root men/NNS/2/obj dead/JJ/3/amod", "dead",
     "xcomp(left)"},
    {"It/PRP/2/nsubj met/VBD/0/root men/NNS/2/obj dead/JJ/3/amod", "dead",
     "amod(men)"},
    /* Prepositions of titles. */
    {"Word/NN/0/root of/IN/4/case former/JJ/4/amod boss/NN/5/nmod:desc "
     "Ann/NNP/1/nmod",
     "of", "case(Ann)"},
    {"Word/NN/0/root of/IN/3/case boss/NN/1/nmod Ann/NNP/3/nmod:desc", "of",
     "case(boss)"},
    /* Names with brackets before a noun. */
    {"They/PRP/2/nsubj met/VBD/0/root the/DT/4/det IS/NNP/2/obj "
     "(/-LRB-/6/punct "
     "State/NNP/8/compound )/-RRB-/6/punct men/NNS/4/appos here/RB/4/advmod",
     "men", "obj(met)"},
    {"They/PRP/2/nsubj met/VBD/0/root the/DT/4/det IS/NNP/2/obj "
     "(/-LRB-/6/punct "
     "State/NNP/8/compound )/-RRB-/6/punct men/NNS/4/appos here/RB/4/advmod",
     "IS", "compound(men)"},
    {"They/PRP/2/nsubj met/VBD/0/root the/DT/4/det IS/NNP/2/obj "
     "(/-LRB-/6/punct "
     "State/NNP/8/compound )/-RRB-/6/punct men/NNS/4/appos here/RB/4/advmod",
     "State", "appos(IS)"},
    {"They/PRP/2/nsubj met/VBD/0/root the/DT/4/det IS/NNP/2/obj "
     "(/-LRB-/6/punct "
     "State/NNP/8/compound )/-RRB-/6/punct men/NNS/4/appos here/RB/4/advmod",
     "here", "advmod(men)"},
    {"They/PRP/2/nsubj met/VBD/0/root IS/NNP/2/obj (/-LRB-/5/punct "
     "State/NNP/3/appos )/-RRB-/5/punct yesterday/NN/2/obl",
     "yesterday", "obl(met)"},
    /* What is in the brackets stands above the name. */
    {"They/PRP/4/nsubj IS/NNP/1/appos (/-LRB-/4/punct fled/VBD/0/root "
     ")/-RRB-/4/punct men/NNS/2/appos",
     "men", "appos(IS)"},
    /* Subjects lost to a date. */
    {"On/IN/2/case Monday/NN/8/obl ,/,/2/punct Ann/NNP/2/appos ,/,/4/punct "
     "boss/NN/4/appos was/VBD/8/aux:pass shot/VBN/0/root",
     "Ann", "nsubj:pass(shot)"},
    {"On/IN/2/case Monday/NN/6/obl ,/,/2/punct Ann/NNP/2/appos ,/,/2/punct "
     "fled/VBD/0/root",
     "Ann", "nsubj(fled)"},
    {"On/IN/2/case Monday/NN/6/obl ,/,/2/punct payday/NN/2/appos "
     "Ann/NNP/6/nsubj fled/VBD/0/root",
     "payday", "appos(Monday)"},
    /* Clauses. */
    {"He/PRP/2/nsubj said/VBD/0/root in/IN/5/case a/DT/5/det letter/NN/2/obl "
     "that/IN/8/mark they/PRP/8/nsubj fled/VBD/5/acl",
     "fled", "ccomp(said)"},
    {"He/PRP/2/nsubj said/VBD/0/root for/IN/5/case once/DT/5/det "
     "day/NN/2/obl that/WDT/8/obj they/PRP/8/nsubj fled/VBD/5/acl:relcl",
     "fled", "ccomp(said)"},
    {"He/PRP/2/nsubj said/VBD/0/root to/IN/5/case the/DT/5/det man/NN/2/obl "
     "that/WDT/7/nsubj fled/VBD/5/acl:relcl",
     "fled", "acl:relcl(man)"},
    {"He/PRP/3/nsubj 's/VBZ/3/aux:pass said/VBN/0/root they/PRP/5/nsubj "
     "fled/VBD/3/ccomp",
     "'s", "aux(said)"},
    {"He/PRP/3/nsubj:pass 's/VBZ/3/aux:pass said/VBN/0/root they/PRP/5/nsubj "
     "fled/VBD/3/ccomp",
     "He", "nsubj(said)"},
    {"Wendy/NNP/3/nsubj 's/VBZ/3/aux said/VBN/0/root they/PRP/5/nsubj "
     "fled/VBD/3/ccomp",
     "'s", "case(Wendy)"},
    {"It/PRP/2/expl added/VBD/0/root they/PRP/4/nsubj fled/VBD/2/ccomp", "It",
     "nsubj(added)"},
    {"It/PRP/2/expl seemed/VBD/0/root they/PRP/4/nsubj fled/VBD/2/ccomp", "It",
     "expl(seemed)"},
    {"Monday/NNP/5/nsubj on/IN/3/case CNN/NNP/1/nmod Ann/NNP/5/nsubj "
     "said/VBD/0/root they/PRP/7/nsubj fled/VBD/5/ccomp",
     "Monday", "obl:unmarked(said)"},
    {"He/PRP/2/nsubj came/VBD/0/root with/IN/5/case the/DT/5/det news/NN/2/obl "
     "that/IN/8/mark they/PRP/8/nsubj fled/VBD/5/acl",
     "fled", "acl(news)"},
    {"He/PRP/2/nsubj ordered/VBD/0/root them/PRP/2/obj to/TO/5/mark "
     "flee/VB/2/advcl",
     "flee", "xcomp(ordered)"},
    {"He/PRP/2/nsubj hired/VBD/0/root them/PRP/2/obj to/TO/5/mark "
     "win/VB/2/advcl",
     "win", "advcl(hired)"},
    {"It/PRP/3/nsubj:pass was/VBD/3/aux:pass said/VBN/0/root that/IN/6/mark "
     "they/PRP/6/nsubj fled/VBD/3/csubj:pass",
     "fled", "ccomp(said)"},
    /* Which subject it is. */
    {"Investor/NN/3/nsubj Ann/NNP/3/nsubj left/VBD/0/root", "Ann",
     "appos(Investor)"},
    {"The/DT/2/det report/NN/4/nsubj Monday/NNP/4/nsubj said/VBD/0/root so/RB/4"
     "/advmod",
     "Monday", "obl:unmarked(said)"},
    {"A/DT/2/det dancer/NN/5/nsubj ,/,/2/punct she/PRP/5/nsubj left/VBD/0/root",
     "dancer", "appos(she)"},
    {"The/DT/2/det men/NNS/6/nsubj:pass ,/,/2/punct it/PRP/6/nsubj:pass "
     "is/VBZ/6/aux:pass said/VBN/0/root ,/,/2/punct left/VBD/6/parataxis",
     "men", "nsubj:pass(said)"},
    {"After/IN/3/case the/DT/3/det race/NN/9/obl ,/,/5/punct Ann/NNP/3/conj "
     "and/CC/7/cc Bob/NNP/5/conj soon/RB/9/advmod left/VBD/0/root",
     "Ann", "nsubj(left)"},
    {"In/IN/2/case Oslo/NNP/5/obl ,/,/4/punct Ann/NNP/2/appos left/VBD/0/root",
     "Ann", "nsubj(left)"},
    {"She/PRP/6/nsubj ,/,/5/punct with/IN/5/case Bob/NNP/5/compound "
     "Lee/NNP/6/obl left/VBD/0/root",
     "Lee", "obl(left)"},
    {"In/IN/2/case Oslo/NNP/5/obl ,/,/4/punct Bergen/NNP/2/conj wait/VB/0/root",
     "Bergen", "conj(Oslo)"},
    {"Go/VB/4/ccomp ,/,/1/punct ''/''/1/punct demanded/VBD/0/root "
     "Ann/NNP/4/obj",
     "Ann", "nsubj(demanded)"},
    {"Go/VB/4/ccomp ,/,/1/punct ''/''/1/punct met/VBD/0/root Ann/NNP/4/obj",
     "Ann", "obj(met)"},
    /* Asides inside of a sentence. */
    {"Men/NNS/5/nsubj ,/,/1/punct Ann/NNP/4/nsubj said/VBD/0/root "
     "fled/VBD/4/ccomp ././4/punct",
     "fled", "root"},
    {"Men/NNS/5/nsubj ,/,/1/punct Ann/NNP/4/nsubj said/VBD/0/root "
     "fled/VBD/4/ccomp",
     "said", "parataxis(fled)"},
    {"Men/NNS/3/nsubj ,/,/1/punct said/VBD/0/root Ann/NNP/6/nsubj ,/,/4/punct "
     "fled/VBD/3/ccomp",
     "Ann", "nsubj(said)"},
    {"Men/NNS/3/nsubj ,/,/1/punct said/VBD/0/root Ann/NNP/6/nsubj ,/,/4/punct "
     "fled/VBD/3/ccomp",
     "Men", "nsubj(fled)"},
    {"Ann/NNP/2/nsubj said/VBD/0/root men/NNS/4/nsubj fled/VBD/2/ccomp", "fled",
     "ccomp(said)"},
    /* Titles. */
    {"Ms/UH/3/nsubj Berg/NNP/1/flat left/VBD/0/root", "Berg", "nsubj(left)"},
    {"Ms/UH/3/nsubj Berg/NNP/1/flat left/VBD/0/root", "Ms", "nmod:desc(Berg)"},
    {"Lee/NNP/3/nsubj Berg/NNP/1/flat left/VBD/0/root", "Berg", "flat(Lee)"},
};

static uint8_t number_of(const char *const *names, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(names[i], name))
            return (uint8_t)i;
    CU_FAIL("there is no such tag or relation");
    return 0;
}

static uint8_t upos_of(uint8_t xpos)
{
    const char *name = cgi_xpos_names[xpos];
    if (!strncmp(name, "VB", 2))
        return CGI_UPOS_VERB;
    if (!strcmp(name, "PRP"))
        return CGI_UPOS_PRON;
    if (!strcmp(name, "NNP"))
        return CGI_UPOS_PROPN;
    return strncmp(name, "NN", 2) ? CGI_UPOS_X : CGI_UPOS_NOUN;
}

/* Makes the tree that `text` writes out. */
static void plant(cgi_lang *out, cgi_arena *a, const char *text)
{
    char *words = cgi_arena_alloc(a, strlen(text) + 1), *to = words;
    for (const char *p = text; *p; p += strcspn(p, " "), p += *p == ' ') {
        size_t n = strcspn(p, "/");
        memcpy(to, p, n);
        to[n] = ' ';
        to += n + 1;
    }
    sample_words(out, a, words);
    const char *p = text;
    for (size_t i = 0; i < out->n_tokens; i++) {
        char tag[16] = "", rel[32] = "";
        unsigned head = 0;
        cgi_token *t = &out->tokens[i];
        CU_ASSERT_EQUAL(sscanf(p, "%*[^/]/%15[^/]/%u/%31[^ ]", tag, &head, rel),
                        3);
        t->xpos = number_of(cgi_xpos_names, CGI_N_XPOS, tag);
        t->upos = upos_of(t->xpos);
        t->rel = number_of(cgi_rel_names, CGI_N_RELS, rel);
        t->head = head ? head - 1 : CGI_NO_TOKEN;
        p += strcspn(p, " ");
        p += *p == ' ';
    }
}

static void trees_are_mended(void)
{
    const cg_world *world = test_world();
    cgi_arena a = {0};
    jmp_buf on_fail;
    a.on_fail = &on_fail;
    if (!world || setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cgi_lang l;
        plant(&l, &a, cases[i].tree);
        cgi_lang_lemmatize(&l, &a, world);
        cgi_lang_repair(&l, world);
        size_t at = sample_find(&l, cases[i].form);
        CU_ASSERT_STRING_EQUAL(sample_relation(&a, &l, at), cases[i].relation);
    }
    cgi_arena_clear(&a);
}

/* The name at 5, and the one before it, with what the last hangs on then. */
static const struct {
    const char *tree;
    cgi_name_type inner;
    uint32_t inner_at;
    cgi_name_type last;
    const char *relation;
} named[] = {
    {"the/DT/2/det mayor/NN/7/nsubj of/IN/4/case Oslo/NNP/2/nmod ,/,/6/punct "
     "Ann/NNP/4/appos left/VBD/0/root",
     CGI_NAME_PLACE, 3, CGI_NAME_PERSON, "appos(mayor)"},
    {"the/DT/2/det mayor/NN/7/nsubj of/IN/4/case Oslo/NNP/2/nmod ,/,/6/punct "
     "Ann/NNP/4/appos left/VBD/0/root",
     CGI_NAME_PLACE, 3, CGI_NAME_PLACE, "appos(Oslo)"},
    {"the/DT/2/det leader/NN/7/nsubj of/IN/4/case Labour/NNP/2/nmod "
     ",/,/6/punct "
     "Ann/NNP/4/appos left/VBD/0/root",
     CGI_NAME_ORGANIZATION, 3, CGI_NAME_PERSON, "appos(leader)"},
    {"A/DT/2/det suspect/NN/7/nsubj in/IN/4/case murder/NN/2/nmod ,/,/6/punct "
     "Ann/NNP/4/appos left/VBD/0/root",
     CGI_NAME_ORGANIZATION, 0, CGI_NAME_PERSON, "appos(suspect)"},
    {"The/DT/2/det mother/NN/7/nsubj of/IN/4/case pupil/NN/2/nmod ,/,/6/punct "
     "Ann/NNP/4/appos left/VBD/0/root",
     CGI_NAME_ORGANIZATION, 0, CGI_NAME_PERSON, "appos(pupil)"},
    {"The/DT/2/det roof/NN/7/nsubj of/IN/4/case school/NN/2/nmod ,/,/6/punct "
     "Ann/NNP/4/appos left/VBD/0/root",
     CGI_NAME_ORGANIZATION, 0, CGI_NAME_PERSON, "appos(school)"},
};

static void persons_are_no_places(void)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    const cg_world *world = test_world();
    a.on_fail = &on_fail;
    if (!world || setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        cgi_lang l;
        cgi_name names[] = {
            {named[i].inner_at, named[i].inner_at + 1, named[i].inner},
            {5, 6, named[i].last}};
        plant(&l, &a, named[i].tree);
        cgi_lang_lemmatize(&l, &a, world);
        l.names = names;
        l.n_names = 2;
        cgi_lang_repair_names(&l, world);
        CU_ASSERT_STRING_EQUAL(sample_relation(&a, &l, 5), named[i].relation);
    }
    cgi_arena_clear(&a);
}

CU_TestInfo repair_tests[] = {
    {"what hangs on verbs is mended", trees_are_mended},
    {"a person is an apposition of a noun, not of a place",
     persons_are_no_places},
    CU_TEST_INFO_NULL,
};
