/* SPDX-License-Identifier: Apache-2.0
 *
 * claimgraph.h -- news articles in, graphs of who did what and who says so out.
 *
 * The only installed header. Load a cg_world once; it is read-only afterwards
 * and threads may share it. Make a cg_doc of each article, and give it to a
 * cg_writer. The library never prints, never exits, reads no environment and
 * keeps no global state. Text is UTF-8 everywhere; offsets into it are bytes
 * here and code points in what is written.
 */
#ifndef CLAIMGRAPH_H
#define CLAIMGRAPH_H

#include <stddef.h>
#include <stdio.h>

#define CG_VERSION "0.1.0"

#if defined(__GNUC__)
#define CG_API __attribute__((visibility("default")))
#else
#define CG_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Errors ---------------------------------------------------------- */

/** What a call came to. Zero is success; new values are added at the end. */
typedef enum {
    CG_OK,         /**< No error. */
    CG_ERR_NOMEM,  /**< Memory ran out. */
    CG_ERR_IO,     /**< Reading or writing failed; the text says why. */
    CG_ERR_TEXT,   /**< The input is not what it should be (UTF-8, JSON). */
    CG_ERR_LIMIT,  /**< The input is larger than a documented limit. */
    CG_ERR_DATA,   /**< The ontology or the model is missing or damaged. */
    CG_ERR_USAGE,  /**< An argument that cannot be: a format, a date. */
    CG_ERR_LIBRARY /**< raptor, cgraph or gvc refused what we gave it. */
} cg_status;

/** Where and why a call failed. The first error recorded wins, so set it to
 * zero before each use: `cg_error err = {0};` */
typedef struct {
    cg_status status;
    size_t offset;  /**< Bytes into the input, where that applies. */
    size_t line;    /**< Line of the input, from 1; 0 where it has none. */
    char text[240]; /**< One line for people, without a newline. */
} cg_error;

/** A short name for a status; a static string, never NULL. */
CG_API const char *cg_strerror(cg_status status);

/** The version of the library at run time (compare with CG_VERSION). */
CG_API const char *cg_version(void);

/* ---- The world: what is known before any article --------------------- */

/** Vocabulary, event types, lexicon, gazetteer and language model. */
typedef struct cg_world cg_world;

/**
 * Load ontology and model.
 *
 * @param out Set to a new world for cg_world_free(), or to NULL on error.
 * @param dir A folder that holds `ontology/` with the Turtle files and
 *            `english.model`; NULL is where they were installed.
 * @param err Details of a failure; may be NULL.
 * @return CG_OK, CG_ERR_NOMEM, or CG_ERR_DATA when a file is missing, does not
 *         parse, or is of another version.
 */
CG_API cg_status cg_world_new(cg_world **out, const char *dir, cg_error *err);

/** Free a world; no document made with it may be in use. NULL is allowed. */
CG_API void cg_world_free(cg_world *world);

/* ---- Articles -------------------------------------------------------- */

/** One article as it comes in. All strings are borrowed. */
typedef struct {
    const char *text;      /**< UTF-8, not NUL-terminated. */
    size_t len;            /**< Bytes in `text`. */
    const char *id;        /**< The user's name for it; NULL if none. */
    const char *title;     /**< NULL: the first line of the text, if it looks
                                like a headline. */
    const char *date;      /**< Publication date "YYYY-MM-DD" (what follows
                                is ignored); NULL if unknown. */
    const char *url;       /**< NULL if unknown. */
    const char *publisher; /**< NULL if unknown. */
} cg_source;

/** Input formats of cg_reader. */
typedef enum {
    CG_INPUT_AUTO, /**< JSON Lines if the first byte that is no space is '{'. */
    CG_INPUT_TEXT, /**< The whole stream is one plain text article. */
    CG_INPUT_JSONL /**< A JSON object a line. */
} cg_input;

/** Takes articles from a stream, one at a time. */
typedef struct cg_reader cg_reader;

/** Start reading from `from`, which stays the caller's. */
CG_API cg_status cg_reader_new(cg_reader **out, FILE *from, cg_input format,
                               cg_error *err);

/**
 * Read the next article.
 *
 * @param out Set to the article, whose strings live until the next call, or
 *            to NULL at the end of the stream and on error.
 * @return CG_OK also at the end. After CG_ERR_TEXT or CG_ERR_LIMIT the bad
 *         line has been passed over and the caller may go on reading.
 */
CG_API cg_status cg_reader_next(const cg_source **out, cg_reader *reader,
                                cg_error *err);

/** Free the reader, but do not close its stream. NULL is allowed. */
CG_API void cg_reader_free(cg_reader *reader);

/* ---- Documents ------------------------------------------------------- */

/** Which claimed roles also stand on the event itself. */
typedef enum {
    CG_FLATTEN_NARRATOR,    /**< What the article says in its own voice. */
    CG_FLATTEN_UNCONTESTED, /**< Also what is asserted and nobody denies. */
    CG_FLATTEN_ALL,         /**< Everything, denied or not. */
    CG_FLATTEN_NONE         /**< Nothing. */
} cg_flatten;

/** How much of an article's text goes into its graph. */
typedef enum {
    CG_EVIDENCE_FULL,     /**< The words of every mention. */
    CG_EVIDENCE_SENTENCE, /**< Not where they go over a sentence's end. */
    CG_EVIDENCE_OFFSETS,  /**< Only where they stand. */
    CG_EVIDENCE_NONE      /**< No mentions at all. */
} cg_evidence;

/** How to analyse; zero-initialised gives the defaults. */
typedef struct {
    const char *base; /**< IRI that ids start with; NULL is the default,
                           "https://w3id.org/claimgraph/id/". */
    const char *date; /**< Date for an article that has none, "YYYY-MM-DD". */
    cg_flatten flatten;
    cg_evidence evidence;
} cg_options;

/** An article and all that was found in it. Owns its memory. */
typedef struct cg_doc cg_doc;

/**
 * Analyse an article.
 *
 * @param out     Set to a new document for cg_doc_free(), or NULL on error.
 * @param world   Must outlive the document.
 * @param source  The article; copied, so it may go at once.
 * @param options NULL for the defaults.
 * @return CG_OK, CG_ERR_NOMEM, CG_ERR_TEXT (not UTF-8: the offset says where),
 *         CG_ERR_LIMIT, or CG_ERR_USAGE (a date or base that cannot be).
 */
CG_API cg_status cg_doc_new(cg_doc **out, const cg_world *world,
                            const cg_source *source, const cg_options *options,
                            cg_error *err);

/** Free a document and everything that came from it. NULL is allowed. */
CG_API void cg_doc_free(cg_doc *doc);

/** How many of each were found. */
typedef struct {
    size_t sentences, tokens, entities, events, claims;
} cg_counts;

CG_API cg_counts cg_doc_counts(const cg_doc *doc);

/* ---- Writers --------------------------------------------------------- */

/** What can be written. */
typedef enum {
    CG_FORMAT_TURTLE,   /**< "turtle": kept in memory until the end. */
    CG_FORMAT_NTRIPLES, /**< "ntriples": streams. */
    CG_FORMAT_NQUADS,   /**< "nquads": streams; the graph is the article. */
    CG_FORMAT_RDFXML,   /**< "rdfxml". */
    CG_FORMAT_JSON,     /**< "json": one object a line and article. */
    CG_FORMAT_CONLLU,   /**< "conllu": sentences, tokens, tags, trees. */
    CG_FORMAT_EXPLAIN,  /**< "explain": why each claim and role is there. */
    CG_FORMAT_DOT,      /**< "dot". */
    CG_FORMAT_SVG,      /**< "svg". */
    CG_FORMAT_PNG,      /**< "png". */
    CG_FORMAT_PDF,      /**< "pdf". */
    CG_FORMAT_GEXF,     /**< "gexf": the diagram for Gephi. */
    CG_FORMAT_GRAPHML,  /**< "graphml": for yEd, Cytoscape, NetworkX. */
    CG_FORMAT_NODES,    /**< "nodes": its nodes as CSV. */
    CG_FORMAT_EDGES     /**< "edges": its edges as CSV. */
} cg_format;

/** The format called `name` ("turtle") or with that file ending ("ttl", "nt",
 * "nq", "rdf", "json", "jsonl", "conllu", "txt", "dot", "gv", "svg", ...;
 * "csv" is that of the edges).
 * Returns CG_ERR_USAGE for none. */
CG_API cg_status cg_format_find(cg_format *out, const char *name);

/** Writes documents to a stream. */
typedef struct cg_writer cg_writer;

/** Start writing to `to`, which stays the caller's. */
CG_API cg_status cg_writer_new(cg_writer **out, cg_format format, FILE *to,
                               cg_error *err);

/** What a diagram is to show. */
typedef enum {
    CG_VIEW_CLAIMS,  /**< Who says what of which event. */
    CG_VIEW_ACTORS,  /**< Who does what to whom, summed up. */
    CG_VIEW_EVENT,   /**< One event, and all who speak of it. */
    CG_VIEW_TIMELINE /**< What happened when, and who says so. */
} cg_view;

/** What to draw of all that was found; zero-initialised gives the defaults.
 * Only what meets all the conditions is drawn. */
typedef struct {
    cg_view view;
    const char *about;    /**< Events in which somebody of this name, or part
                               of a name, has a role or a say; or the id or
                               IRI of an actor or event; NULL for all. */
    const char *type;     /**< Events of this type ("assault-bomb", "bombing")
                               or of narrower ones; NULL for all. */
    const char *claimant; /**< Claims of somebody of this name; NULL for all. */
    const char *since;    /**< Events that may be as late as "YYYY-MM-DD",
                               "YYYY-MM" or "YYYY"; NULL for all. */
    const char *until;    /**< Events that may be as early; NULL for all. */
    size_t max_nodes;     /**< Fold the rest; 0 is 80, or no limit in formats
                               that are no pictures. */
} cg_drawing;

/**
 * Start writing a diagram to `to`, which stays the caller's.
 *
 * @param format  CG_FORMAT_DOT or one that follows it.
 * @param drawing What to draw; copied. NULL for the defaults, which
 *                cg_writer_new() takes too.
 * @return CG_OK, CG_ERR_NOMEM, or CG_ERR_USAGE (another format, a date or
 *         name that cannot be).
 */
CG_API cg_status cg_writer_new_drawing(cg_writer **out, cg_format format,
                                       const cg_drawing *drawing, FILE *to,
                                       cg_error *err);

/** Add a document, which may be freed right afterwards. */
CG_API cg_status cg_writer_add(cg_writer *writer, const cg_doc *doc,
                               cg_error *err);

/** Write what is left and flush; reports a full disk. Call it once, last. */
CG_API cg_status cg_writer_end(cg_writer *writer, cg_error *err);

/** Free a writer, ended or not. NULL is allowed. */
CG_API void cg_writer_free(cg_writer *writer);

/* ---- RDF that was written before ------------------------------------- */

/** Statements from files, in memory, as a set. */
typedef struct cg_rdf cg_rdf;

/** An empty set, for cg_rdf_free(). */
CG_API cg_status cg_rdf_new(cg_rdf **out, cg_error *err);

/**
 * Add what a file says.
 *
 * @param rdf    What other files said stays there.
 * @param from   Stays the caller's.
 * @param format "turtle", "ntriples", "nquads", "rdfxml" or one of their file
 *               endings; NULL: look at the first bytes. Graph names are
 *               dropped.
 * @return CG_OK, CG_ERR_NOMEM, CG_ERR_IO, CG_ERR_LIMIT, CG_ERR_USAGE (no such
 *         format), or CG_ERR_TEXT with the line that does not parse; what
 *         stood before it has been added.
 */
CG_API cg_status cg_rdf_read(cg_rdf *rdf, FILE *from, const char *format,
                             cg_error *err);

/** Free it. NULL is allowed. */
CG_API void cg_rdf_free(cg_rdf *rdf);

/** How many different statements it holds. */
CG_API size_t cg_rdf_size(cg_rdf *rdf);

/**
 * Write the graphs that the statements are about, article by article, as
 * cg_writer_add() does. Text and time expressions of the articles are not in
 * RDF, so they are missing.
 *
 * @param world Gives event types their codes and weights; may be NULL.
 * @return As cg_writer_add(); CG_ERR_USAGE for CG_FORMAT_CONLLU.
 */
CG_API cg_status cg_writer_add_rdf(cg_writer *writer, cg_rdf *rdf,
                                   const cg_world *world, cg_error *err);

/** Told of each fault of a graph: which node, which shape of shapes.ttl it
 * breaks ("Claim"; "Iri" for what no shape can say), and how, in a line. */
typedef void (*cg_finding_handler)(void *user, const char *node,
                                   const char *shape, const char *text);

/**
 * Hold the statements against the shapes of the ontology, and against what
 * shapes cannot say: well-formed IRIs, no blank nodes, mentions whose names
 * and offsets agree.
 *
 * @param n_found  Set to the number of faults; 0 for a good graph.
 * @param dir      As for cg_world_new(); `ontology/shapes.ttl` is read.
 * @param evidence What the graph was written with: what was left out on
 *                 purpose is not missed.
 * @param handler  May be NULL.
 * @return CG_OK also when there are faults; CG_ERR_DATA for shapes that cannot
 *         be read.
 */
CG_API cg_status cg_rdf_check(size_t *n_found, cg_rdf *rdf, const char *dir,
                              cg_evidence evidence, cg_finding_handler handler,
                              void *user, cg_error *err);

/**
 * Hold the mentions of one article against its text: text[begin:end] must be
 * the words that the graph has. It is a fault if the graph has no such
 * article.
 */
CG_API cg_status cg_rdf_check_article(size_t *n_found, cg_rdf *rdf,
                                      const cg_source *article,
                                      cg_finding_handler handler, void *user,
                                      cg_error *err);

/**
 * Write what two graphs say differently, node by node: "-" before what only
 * the old one has, "+" before what only the new one has, "~" before a node
 * that both have and whose facts differ. Rules and confidences are not
 * compared.
 *
 * @param n_different Set to the number of nodes; 0 for graphs that say the
 *                    same.
 */
CG_API cg_status cg_rdf_diff(size_t *n_different, FILE *to, cg_rdf *old_graph,
                             cg_rdf *new_graph, cg_error *err);

/** How an answer is written. */
typedef enum {
    CG_ANSWER_TABLE, /**< For people: aligned, short names, long texts cut. */
    CG_ANSWER_CSV,   /**< The CSV result format of SPARQL 1.1; lines end with
                          a newline. */
    CG_ANSWER_JSON   /**< The JSON result format of SPARQL 1.1. */
} cg_answer_format;

/**
 * Ask the statements a question and write the answer.
 *
 * @param to      Stays the caller's; look at ferror() and fflush() yourself.
 * @param sparql  SELECT or ASK. The prefixes of cg_prefixes_write() need not
 *                be declared.
 * @param where   `n_where` strings "column=text": only rows with that text
 *                there are written.
 * @return CG_ERR_TEXT with the line for what is no query; CG_ERR_USAGE for
 *         what cannot be asked here: CONSTRUCT, FROM, GRAPH, SERVICE, MINUS,
 *         property paths and NOT EXISTS, or a condition on no column.
 */
CG_API cg_status cg_rdf_query(cg_rdf *rdf, FILE *to, const char *sparql,
                              const char *const *where, size_t n_where,
                              cg_answer_format format, cg_error *err);

/* ---- What is built in ------------------------------------------------ */

/**
 * Copy a file of the ontology to a stream as it stands.
 *
 * @param dir  As for cg_world_new().
 * @param name "claimgraph.ttl", "types.ttl", "shapes.ttl", ..., or
 *             "queries/NAME.rq".
 * @return CG_ERR_USAGE if there is no such file.
 */
CG_API cg_status cg_ontology_write(FILE *to, const char *dir, const char *name,
                                   cg_error *err);

/** List the saved queries: a line for each with its name, a tab, and what it
 * asks. */
CG_API cg_status cg_queries_write(FILE *to, const char *dir, cg_error *err);

/** Write the prefixes of our RDF as SPARQL (and Turtle 1.1) declares them. */
CG_API cg_status cg_prefixes_write(FILE *to, cg_error *err);

#ifdef __cplusplus
}
#endif

#endif /* CLAIMGRAPH_H */
