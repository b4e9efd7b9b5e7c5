/* SPDX-License-Identifier: Apache-2.0
 *
 * nonclaims.c -- what looks like a claim and is none.
 *
 * Verbs of saying also ask, open conditions or tell what things show; and not
 * everything that stands where a source does can speak.
 */
#include "extract/parts.h"

/* ---- The cue ----------------------------------------------------------- */

/* To demand, to threaten or to accuse is done by saying so. */
static bool is_spoken(const cgi_reading *r, const cgi_type *type)
{
    for (; type; type = type->broader)
        if (cgi_world_in_list(NULL, r->world, "spoken-type",
                              cgi_slice_of(type->name)))
            return true;
    return false;
}

/* A word may be an event and a cue ("accuse"), but not where the event's entry
 * asks for more: "claimed the lives of two" claims nothing. */
static bool is_rather_event(const cgi_reading *r, uint32_t t,
                            const cgi_word *cue)
{
    const cgi_word *event = r->evokers[t].word;
    return event && event->strictness > cue->strictness &&
           !is_spoken(r, event->type);
}

/* Is there a clause or a quotation? */
static bool has_content(const cgi_fillers *fillers)
{
    for (size_t i = 0; i < fillers->n; i++)
        if (fillers->at[i].slot == CGI_SLOT_THAT ||
            fillers->at[i].slot == CGI_SLOT_QUOTE)
            return true;
    return false;
}

/* "Prices fell, underscoring the risk": what shows something, nobody says. */
static bool is_shown(const cgi_reading *r, uint32_t cue,
                     const cgi_fillers *fillers)
{
    const cgi_token *k = cgi_token_at(r, cue);
    return k->xpos == CGI_XPOS_VBG && k->rel == CGI_REL_ADVCL &&
           cgi_token_in(r, cue, "showing") && !has_content(fillers);
}

/* "to determine whether he lied": what is still to be found out. */
static bool is_open_question(const cgi_reading *r, uint32_t cue,
                             const cgi_fillers *fillers)
{
    if (!cgi_token_in(r, cue, "settling"))
        return false;
    for (size_t i = 0; i < fillers->n; i++)
        if (fillers->at[i].slot == CGI_SLOT_THAT)
            return cgi_token_in(r, r->left[fillers->at[i].token], "question");
    return false;
}

/* "If she says no, ...": nobody has said it yet. */
static bool is_conditional(const cgi_reading *r, uint32_t cue)
{
    uint32_t mark = cgi_child(r, cue, CGI_REL_MARK);
    return mark != CGI_NO_TOKEN && cgi_token_at(r, cue)->rel == CGI_REL_ADVCL &&
           cgi_token_in(r, mark, "open-condition");
}

/* "There is no claim of responsibility." */
static bool is_no_claim(const cgi_reading *r, const cgi_word *w, uint32_t cue)
{
    return w->pos == CGI_POS_NOUN && cgi_is_negated(r, cue);
}

/* "made no mention of it": nothing was said of it. */
static bool is_no_word(const cgi_reading *r, const cgi_fillers *fillers)
{
    for (size_t i = 0; i < fillers->n; i++)
        if (fillers->at[i].slot == CGI_SLOT_NONE &&
            cgi_is_nominal(r, fillers->at[i].token) &&
            cgi_is_negated(r, fillers->at[i].token))
            return true;
    return false;
}

/* "The economy added no new jobs": a noun where a clause should be. */
static bool is_of_thing(const cgi_reading *r, uint32_t cue,
                        const cgi_fillers *fillers)
{
    if (!cgi_token_in(r, cue, "of-clauses-only") || has_content(fillers))
        return false;
    uint32_t object = cgi_child(r, cue, CGI_REL_OBJ);
    return object != CGI_NO_TOKEN && object > cue &&
           !cgi_token_in(r, r->left[object], "complementizer");
}

/* "planned and carried out the raid": done, not only promised. */
static bool is_done_too(const cgi_reading *r, const cgi_word *w, uint32_t cue)
{
    uint32_t next = cgi_child(r, cue, CGI_REL_CONJ);
    return w->stance == CGI_STANCE_PROMISES && next == cue + 2 &&
           cgi_is_verb(r, next) &&
           cgi_child(r, cue, CGI_REL_OBJ) == CGI_NO_TOKEN &&
           cgi_child(r, next, CGI_REL_OBJ) != CGI_NO_TOKEN;
}

/* "declined to say whether": nothing was said. */
static bool is_withheld(const cgi_reading *r, uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    return k->rel == CGI_REL_XCOMP && k->head != CGI_NO_TOKEN &&
           cgi_token_in(r, k->head, "withholding") &&
           !cgi_is_negated(r, k->head);
}

/* "That said, ...", "the so-called state": a manner of speaking. */
static bool is_idiom(const cgi_reading *r, uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    uint32_t first = r->l->sentences[k->sentence].first;
    if (cue > first && cgi_token_at(r, cue - 1)->xpos == CGI_XPOS_HYPH)
        return true;
    return cue == first + 1 && cgi_token_in(r, first, "what-was-said") &&
           cue + 1 < r->l->n_tokens && k->xpos != CGI_XPOS_VBZ &&
           cgi_token_at(r, cue + 1)->xpos == CGI_XPOS_COMMA;
}

/* "in view of the weather": nobody's view. */
static bool is_regarding(const cgi_reading *r, const cgi_word *w, uint32_t cue)
{
    uint32_t noun = cgi_token_at(r, cue)->head;
    return w->pos == CGI_POS_PREP && noun == cue + 1 &&
           cgi_token_in(r, noun, "regarding");
}

bool cgi_may_claim(const cgi_reading *r, const cgi_word *w, uint32_t cue,
                   const cgi_fillers *fillers)
{
    return !is_rather_event(r, cue, w) && !is_shown(r, cue, fillers) &&
           !is_open_question(r, cue, fillers) && !is_no_claim(r, w, cue) &&
           !is_conditional(r, cue) && !is_done_too(r, w, cue) &&
           !is_withheld(r, cue) && !is_of_thing(r, cue, fillers) &&
           !is_no_word(r, fillers) && !is_idiom(r, cue) &&
           !is_regarding(r, w, cue);
}

/* ---- The source -------------------------------------------------------- */

static bool is_common(const cgi_reading *r, uint32_t token)
{
    uint32_t m = r->mention_at[token];
    return m != CGI_NONE && r->mentions.at[m].type == CGI_MENTION_NOMINAL &&
           !cgi_token_in(r, token, "document");
}

/* A source can speak: an event or a thing cannot, but a document can. */
bool cgi_can_claim(const cgi_reading *r, const cgi_word *w, uint32_t token)
{
    if (token == CGI_NO_TOKEN)
        return true;
    token = cgi_antecedent(r, token); /* "a scheme that aims to help" */
    uint32_t told = r->statement_at[token];
    if (told != CGI_NONE &&
        !cgi_is_untyped(r, r->out->statements.at[told].type) &&
        !cgi_token_in(r, token, "document")) /* "the indictment says" */
        return false;
    /* Who is none says nothing: "no group claimed responsibility". */
    if (cgi_token_in(r, token, "negative-subject") || cgi_is_negated(r, token))
        return false;
    /* "You" is anybody. */
    if (cgi_token_value(r, token, "pronoun", 0) == 7)
        return false;
    cgi_kind kind = cgi_kind_of(r, token);
    if (w->pos == CGI_POS_PREP && kind == CGI_KIND_NONE &&
        cgi_token_in(r, token, "no-source"))
        return false;
    /* A report says and shows, but hopes for nothing. */
    bool paper = kind == CGI_KIND_NONE && cgi_token_in(r, token, "document");
    if ((kind == CGI_KIND_THING || paper) && w->pos == CGI_POS_VERB &&
        cgi_world_in_list(NULL, r->world, "of-the-mind",
                          cgi_slice_of(w->lemma)))
        return false;
    /* "a view to justify the climb", "fat encourages the liver to" */
    if (kind == CGI_KIND_NONE && is_common(r, token) &&
        w->pos == CGI_POS_VERB &&
        cgi_world_in_list(NULL, r->world, "of-things-too",
                          cgi_slice_of(w->lemma)))
        return false;
    /* Only those that have a will are "ready", "eager" or "raise questions". */
    if (kind == CGI_KIND_NONE &&
        (w->pos == CGI_POS_ADJ ||
         (w->pos == CGI_POS_VERB && !cgi_is_speech(r, w, token) &&
          is_common(r, token))))
        return false;
    return (kind != CGI_KIND_THING && kind != CGI_KIND_FACILITY) ||
           cgi_token_in(r, token, "document") ||
           cgi_token_in(r, token, "institution");
}
