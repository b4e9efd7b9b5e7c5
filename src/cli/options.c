/* SPDX-License-Identifier: Apache-2.0
 *
 * options.c -- the command line, read from the table in options.def.
 *
 * The name of the command comes first. getopt starts behind it, so that
 * options and files may be mixed freely after it.
 */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

static const struct {
    const char *text, *letters, *help;
} commands[] = {
#define COMMAND(name, text, letters, help) {text, letters, help},
#include "cli/options.def"
};

static const struct {
    int letter;
    const char *name, *arg, *values, *help;
} table[] = {
#define OPTION(letter, name, arg, values, help)                                \
    {letter, name, arg, values, help},
#include "cli/options.def"
};

#define N_OPTIONS (sizeof table / sizeof *table)

/* Options that every command has. */
#define COMMON "Vh"

/* Nodes that -n can ask for. */
#define NODES_MAX 1000000

/* What was said, before it is known whether it fits together. */
typedef struct {
    cli_settings *to;
    const char *format;          /* -t or -e; NULL. */
    char letters[N_OPTIONS + 1]; /* The options that were given. */
} reading;

static const char *values_of(int letter)
{
    for (size_t i = 0; i < N_OPTIONS; i++)
        if (table[i].letter == letter)
            return table[i].values;
    return "";
}

/* The place of `word` among the words of `list`, or -1. */
static int find_word(const char *list, const char *word)
{
    size_t len = strlen(word);
    for (int i = 0; *list; i++) {
        size_t n = strcspn(list, " ");
        if (n == len && !memcmp(list, word, n))
            return i;
        list += n + strspn(list + n, " ");
    }
    return -1;
}

/* ---- Help ------------------------------------------------------------ */

static void print_usage(FILE *to)
{
    fputs("Usage: claimgraph COMMAND [OPTION]... [FILE]...\n", to);
}

/* Columns of --help: where explanations start, and where lines end. */
#define HELP_START 26
#define HELP_END   79

/* The words of a list, in lines under the explanation. */
static void print_values(const char *list)
{
    int column = HELP_START - 1;
    printf("%*s", column, "");
    while (*list) {
        int n = (int)strcspn(list, " ");
        if (column + 1 + n > HELP_END) {
            column = HELP_START - 1;
            printf("\n%*s", column, "");
        }
        printf(" %.*s", n, list);
        column += n + 1;
        list += n + (int)strspn(list + n, " ");
    }
    putchar('\n');
}

static int help(void)
{
    print_usage(stdout);
    fputs("Turn English news articles into a graph of who did what, and who "
          "says so.\n\nCommands:\n",
          stdout);
    for (size_t i = 0; i < CLI_N_COMMANDS; i++)
        printf("  %-*s%s\n", HELP_START - 3, commands[i].text,
               commands[i].help);
    fputs("\nOptions:\n", stdout);
    for (size_t i = 0; i < N_OPTIONS; i++) {
        int width = HELP_START - 10 - (int)strlen(table[i].name);
        printf("  -%c, --%s%s%-*s%s\n", table[i].letter, table[i].name,
               *table[i].arg ? "=" : " ", width, table[i].arg, table[i].help);
        if (*table[i].values)
            print_values(table[i].values);
    }
    fputs("\nWithout FILE, or where FILE is -, standard input is read.\n"
          "The formats from dot to edges are for draw, table, csv and json for "
          "query,\nall before dot for extract.\n",
          stdout);
    return cli_end_stdout(CLI_DONE);
}

static int version(void)
{
    printf("claimgraph %s\n", cg_version());
    return cli_end_stdout(CLI_DONE);
}

static int misuse(void)
{
    fputs("Try 'claimgraph --help'.\n", stderr);
    return CLI_USAGE;
}

/* ---- Options --------------------------------------------------------- */

static bool bad_value(int *status, int letter, const char *value)
{
    *status = cli_complain(CLI_USAGE, "-%c cannot be '%s'; choose from: %s",
                           letter, value, values_of(letter));
    return false;
}

/* A second format must be the first once more. */
static bool set_format(reading *r, int *status, const char *name)
{
    if (r->format && strcmp(r->format, name)) {
        *status = cli_complain(CLI_USAGE, "two formats: '%s' and '%s'",
                               r->format, name);
        return false;
    }
    r->format = name;
    return true;
}

static bool add_word(int *status, const char *value, const char **list,
                     size_t *n)
{
    if (*n < CLI_WHERE_MAX) {
        list[(*n)++] = value;
        return true;
    }
    *status =
        cli_complain(CLI_USAGE, "-w or -x more than %d times", CLI_WHERE_MAX);
    return false;
}

static void note_letter(reading *r, int letter)
{
    size_t n = strlen(r->letters);
    if (!strchr(r->letters, letter))
        r->letters[n] = (char)letter;
}

static bool set_max_nodes(reading *r, int *status, const char *value)
{
    char *end;
    errno = 0;
    unsigned long n = strtoul(value, &end, 10);
    if (*value >= '0' && *value <= '9' && !*end && !errno && n > 0 &&
        n <= NODES_MAX) {
        r->to->drawing.max_nodes = n;
        return true;
    }
    *status = cli_complain(CLI_USAGE, "-n cannot be '%s'; 1 to %d are possible",
                           value, NODES_MAX);
    return false;
}

/* One option that is for diagrams only. */
static bool take_drawing(reading *r, int *status, int letter, const char *value)
{
    cg_drawing *to = &r->to->drawing;
    int i;
    switch (letter) {
    case 'a': to->about = value; return true;
    case 'c': to->claimant = value; return true;
    case 'n': return set_max_nodes(r, status, value);
    case 's': to->since = value; return true;
    case 'u': to->until = value; return true;
    case 'v':
        if ((i = find_word(values_of('v'), value)) < 0)
            return bad_value(status, 'v', value);
        to->view = (cg_view)i;
        return true;
    case 'y': to->type = value; return true;
    default: *status = misuse(); return false;
    }
}

/* One option. Returns false if the command ends here, with *status. */
static bool take(reading *r, int *status, int letter, const char *value)
{
    int i;
    switch (letter) {
    case 'D': r->to->data = value; return true;
    case 'E':
        if ((i = find_word(values_of('E'), value)) < 0)
            return bad_value(status, 'E', value);
        r->to->options.evidence = (cg_evidence)i;
        return true;
    case 'V': *status = version(); return false;
    case 'b': r->to->options.base = value; return true;
    case 'd': r->to->options.date = value; return true;
    case 'e': return set_format(r, status, "explain");
    case 'f':
        if ((i = find_word(values_of('f'), value)) < 0)
            return bad_value(status, 'f', value);
        r->to->options.flatten = (cg_flatten)i;
        return true;
    case 'h': *status = help(); return false;
    case 'i':
        if ((i = find_word(values_of('i'), value)) < 0)
            return bad_value(status, 'i', value);
        r->to->from_rdf = i > CG_INPUT_JSONL;
        r->to->from = r->to->from_rdf ? CG_INPUT_AUTO : (cg_input)i;
        return true;
    case 'o': r->to->output = value; return true;
    case 'q': r->to->quiet = true; return true;
    case 't': return set_format(r, status, value);
    case 'w': return add_word(status, value, r->to->where, &r->to->n_where);
    case 'x':
        return add_word(status, value, r->to->articles, &r->to->n_articles);
    default: return take_drawing(r, status, letter, value);
    }
}

/* All options from argv[1] on; the rest is left from argv[optind]. */
static bool take_all(reading *r, int *status, int argc, char **argv)
{
    struct option longs[N_OPTIONS + 1] = {0};
    char shorts[2 * N_OPTIONS + 1] = "", *s = shorts;
    for (size_t i = 0; i < N_OPTIONS; i++) {
        bool has_arg = *table[i].arg;
        longs[i] =
            (struct option){table[i].name, has_arg, NULL, table[i].letter};
        *s++ = (char)table[i].letter;
        if (has_arg)
            *s++ = ':';
    }
    int c;
    while ((c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        if (!take(r, status, c, optarg))
            return false;
        note_letter(r, c);
    }
    return true;
}

/* ---- Formats --------------------------------------------------------- */

static bool is_drawing(cg_format f)
{
    return f >= CG_FORMAT_DOT;
}

/* What follows the last dot of the file name; NULL if there is none. */
static const char *ending(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return dot && dot > name ? dot + 1 : NULL;
}

/* Likewise, for query. */
static bool choose_answer(const reading *r)
{
    static const char *const names[] = {"table", "csv", "json"};
    const char *file = r->to->output;
    const char *name = r->format ? r->format : file ? ending(file) : NULL;
    r->to->answer = CG_ANSWER_TABLE;
    for (int i = 0; name && i < 3; i++)
        if (!strcmp(name, names[i])) {
            r->to->answer = (cg_answer_format)i;
            return true;
        }
    if (r->format)
        cli_complain(CLI_USAGE, "'query' writes table, csv or json, not '%s'",
                     r->format);
    return !r->format;
}

/* The format that the options, the output or else the command asks for. */
static bool choose_graph(cg_format *out, const reading *r, cli_command cmd)
{
    const char *file = r->to->output;
    const char *name = r->format;
    if (!name && file)
        name = ending(file);
    if (!name) {
        *out = cmd == CLI_EXTRACT ? CG_FORMAT_TURTLE
               : file             ? CG_FORMAT_SVG
                                  : CG_FORMAT_DOT;
        return true;
    }
    if (cg_format_find(out, name) == CG_OK)
        return true;
    if (r->format)
        cli_complain(CLI_USAGE, "no such format: '%s'; choose from: %s", name,
                     values_of('t'));
    else
        cli_complain(CLI_USAGE,
                     "the ending of '%s' is no format; name one with -t", file);
    return false;
}

/* Whether the command can write the format, and to where it goes. */
static bool format_fits(cg_format f, cli_command cmd, const char *file)
{
    if (is_drawing(f) != (cmd == CLI_DRAW)) {
        bool draw = cmd == CLI_DRAW;
        cli_complain(CLI_USAGE, "'%s' does not write that format; '%s' does",
                     commands[cmd].text,
                     commands[draw ? CLI_EXTRACT : CLI_DRAW].text);
        return false;
    }
    if (!file && (f == CG_FORMAT_PNG || f == CG_FORMAT_PDF) &&
        isatty(STDOUT_FILENO)) {
        cli_complain(CLI_USAGE, "a terminal cannot show this format; "
                                "name a file with -o");
        return false;
    }
    return true;
}

/* Only what was written by extract can be drawn without being read first. */
static bool input_fits(const cli_settings *s)
{
    if (s->from_rdf && s->command != CLI_DRAW)
        cli_complain(CLI_USAGE, "'%s' reads articles; '%s' reads RDF, too",
                     commands[s->command].text, commands[CLI_DRAW].text);
    return !s->from_rdf || s->command == CLI_DRAW;
}

static bool choose_format(const reading *r, cli_command cmd)
{
    cli_settings *s = r->to;
    if (cmd == CLI_QUERY)
        return choose_answer(r);
    if (cmd != CLI_EXTRACT && cmd != CLI_DRAW)
        return true;
    return choose_graph(&s->format, r, cmd) &&
           format_fits(s->format, cmd, s->output);
}

/* ---- The command line ------------------------------------------------ */

static bool find_command(cli_command *out, const char *name)
{
    for (size_t i = 0; i < CLI_N_COMMANDS; i++)
        if (!strcmp(commands[i].text, name)) {
            *out = (cli_command)i;
            return true;
        }
    cli_complain(CLI_USAGE, "no such command: '%s'", name);
    return false;
}

/* Whether the command has all the options that were given. */
static bool options_fit(const reading *r, cli_command cmd)
{
    for (const char *l = r->letters; *l; l++)
        if (!strchr(COMMON, *l) && !strchr(commands[cmd].letters, *l)) {
            cli_complain(CLI_USAGE, "'%s' has no option -%c",
                         commands[cmd].text, *l);
            return false;
        }
    return true;
}

bool cli_options_read(cli_settings *out, int *status, int argc, char **argv)
{
    static char self[] = "claimgraph"; /* What getopt calls us. */
    const char *name = NULL;
    *out = (cli_settings){0};
    *status = CLI_USAGE;
    if (argc > 1 && argv[1][0] != '-') {
        name = argv[1];
        argc--;
        argv++;
    }
    reading r = {out, NULL, ""};
    argv[0] = self;
    if (!take_all(&r, status, argc, argv))
        return false;
    if (!name && optind < argc)
        name = argv[optind++];
    if (!name) {
        print_usage(stderr);
        *status = misuse();
        return false;
    }
    if (out->output && !strcmp(out->output, "-"))
        out->output = NULL;
    *status = CLI_USAGE;
    out->files = argv + optind;
    out->n_files = argc - optind;
    return find_command(&out->command, name) && options_fit(&r, out->command) &&
           input_fits(out) && choose_format(&r, out->command);
}
